import type { PolicyList } from "../../model/policy-list.ts";
import type { RenderOptions } from "../format.ts";
import { policyListText } from "./text.ts";

/** A way to write a list of policies: a pure function of it. */
export interface PolicyListFormat {
  readonly id: string;
  readonly render: (list: PolicyList, options: RenderOptions) => string;
}

export const POLICY_LIST_FORMATS: readonly PolicyListFormat[] = [
  { id: "text", render: policyListText },
  { id: "json", render: (list) => `${JSON.stringify(list, undefined, 2)}\n` },
];

export function findPolicyListFormat(id: string): PolicyListFormat | undefined {
  return POLICY_LIST_FORMATS.find((format) => format.id === id);
}
