import { readFileSync, readdirSync } from "node:fs";
import { parse } from "yaml";
import { judgeCase } from "../../src/app/judge-case.ts";
import { readFiles } from "../../src/io/files/folder.ts";
import type { Json } from "../../src/model/json.ts";
import { compilePolicy } from "../../src/policy/compile.ts";
import { applyPatch } from "../../src/policy/patch.ts";
import type { Files } from "../../src/policy/patch.ts";
import type { Policy, PolicyOutcome } from "../../src/policy/policy.ts";
import { readSource } from "../../src/source/read.ts";
import { FACT_TREES } from "../../src/app/govern/facts.ts";

/** `pack.yaml` and the policies beside it, sorted by name. */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly policies: readonly PackedPolicy[];
}

export interface PackedPolicy {
  readonly policy: Policy;
  readonly source: PolicySource;
  /** What decides, in the author's own lines: `applies`, the rule, and what happens when there is nothing to judge. */
  readonly check: string;
  /** The first failure among the policy's own cases. */
  readonly example: Pick<PolicyOutcome, "message" | "remedy">;
}

/** What the page shows as it is written in the file. */
export interface PolicySource {
  readonly target: { readonly forEach: string };
  readonly params?: Readonly<Record<string, Parameter>>;
}

export interface Parameter {
  readonly type: string;
  readonly default: Json;
  readonly description: string;
  readonly stricter?: string;
  readonly domains?: { readonly min?: Json; readonly max?: Json; readonly values?: readonly Json[] };
}

export async function readPack(folder: string): Promise<Pack> {
  const fixture = await readTexts(`${folder}/fixture`);
  const policies = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml") && file !== "pack.yaml")
    .sort()
    .map((file) => readPolicy(`${folder}/${file}`, fixture));
  return { ...(parse(readFileSync(`${folder}/pack.yaml`, "utf8")) as Omit<Pack, "policies">), policies };
}

/** The files of a folder as texts, by path inside it. */
export async function readTexts(folder: string): Promise<Files> {
  const files = await readFiles(folder, ["."]);
  return new Map([...files].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]));
}

const DECIDING = /^(applies|rule|schema|onMissing|onEmpty):/;

function readPolicy(file: string, fixture: Files): PackedPolicy {
  const bytes = readFileSync(file);
  const text = bytes.toString();
  const [document] = readSource(bytes).documents;
  const policy = document && compilePolicy(file, document, FACT_TREES).policy;
  if (policy === undefined) throw new Error(`${file} does not compile`);
  const check = text.split(/\n(?=\S)/).filter((member) => DECIDING.test(member));
  return { policy, source: parse(text) as PolicySource, check: check.join("\n"), example: failure(policy, fixture) };
}

function failure(policy: Policy, fixture: Files): PolicyOutcome {
  for (const { given, before, expect } of policy.cases) {
    const [head, base] = [applyPatch(fixture, given), applyPatch(fixture, before)];
    if (expect !== "fail" || "fault" in head || "fault" in base) continue;
    const { outcomes } = judgeCase(policy)(head.files, policy.type === "change" ? base.files : undefined);
    const found = outcomes.find(({ outcome }) => outcome === "fail");
    if (found !== undefined) return found;
  }
  throw new Error(`${policy.file} has no case that fails`);
}
