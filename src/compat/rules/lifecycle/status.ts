import type { ContractForm } from "../../form/contract.ts";
import type { Both } from "../../rule.ts";

/** What the status of a contract promises: nothing yet, everything, that it will end, that it has ended. */
export type Stage = "draft" | "active" | "deprecated" | "retired";

const STAGES: Readonly<Record<string, Stage>> = {
  proposed: "draft",
  draft: "draft",
  deprecated: "deprecated",
  retired: "retired",
};

/** A status that is missing or that the standard does not know is one that readers rely on. */
export function stageOf(status: string): Stage {
  const word = status.trim().toLowerCase();
  return (Object.hasOwn(STAGES, word) ? STAGES[word] : undefined) ?? "active";
}

/** Whether a contract comes from one of these stages to one of those. */
export function moves({ before, after }: Both<ContractForm>, from: readonly Stage[], to: readonly Stage[]): boolean {
  return from.includes(stageOf(before.status)) && to.includes(stageOf(after.status));
}

/** What each of these rules tells: the words of both statuses. */
export function statuses({ before, after }: Both<ContractForm>): {
  readonly before: string;
  readonly after: string;
  readonly key: string;
} {
  return { before: before.status, after: after.status, key: "status" };
}
