import { readFileSync, readdirSync } from "node:fs";
import { parse } from "yaml";
import type { Level } from "../../src/model/finding.ts";
import type { Json } from "../../src/model/json.ts";

/** `pack.yaml` and the policies beside it, sorted by name. */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly policies: readonly PolicyFile[];
}

/** A policy file as it is written; docs/reference/policies.md shows it in this order. */
export interface PolicyFile {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly rationale: string;
  readonly serves: readonly number[];
  readonly level: Level;
  readonly target: { readonly forEach: string };
  readonly params?: Readonly<Record<string, Parameter>>;
  readonly message: string;
  readonly fix: { readonly text: string };
  readonly tests: readonly Case[];
  /** What decides, in the author's own lines: `applies`, the rule, and what happens when there is nothing to judge. */
  readonly check: string;
}

export interface Parameter {
  readonly type: string;
  readonly default: Json;
  readonly description: string;
}

export interface Case {
  readonly name: string;
  readonly expect: string;
}

/** The policy tests hold the packs to their shape before a page is made of them. */
export function readPack(folder: string): Pack {
  const policies = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml") && file !== "pack.yaml")
    .sort()
    .map((file) => readPolicy(readFileSync(`${folder}/${file}`, "utf8")));
  return { ...(parse(readFileSync(`${folder}/pack.yaml`, "utf8")) as Omit<Pack, "policies">), policies };
}

const DECIDING = /^(applies|rule|schema|onMissing|onEmpty):/;

function readPolicy(text: string): PolicyFile {
  const members = text.split(/\n(?=\S)/);
  const check = members.filter((member) => DECIDING.test(member)).join("\n");
  return { ...(parse(text) as Omit<PolicyFile, "check">), check };
}
