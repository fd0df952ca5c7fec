import type { SourceDocument } from "../../model/document.ts";
import { isObject, own, pointer, text } from "../../model/json.ts";
import type { JsonPath } from "../../model/json.ts";
import type { Location, RepoPath } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import type { PolicySetting, Settings } from "../../model/settings.ts";
import { compilePolicy } from "../../policy/compile.ts";
import { digestOf } from "../../policy/digest.ts";
import type { Policy } from "../../policy/policy.ts";
import { FACT_TREES } from "./facts.ts";

/** `meshgate.yaml` as it was read. */
export interface Configuration {
  readonly settings: Settings;
  /** Where a key or an element stands in it; the nearest there is. */
  readonly locate: (path: JsonPath) => Location;
}

/** What a policy file gives: its id, what it asks, and unless something is wrong with it the policy in force. */
export interface ReadPolicy {
  readonly id: string;
  /** Digest of what the policy asks, whatever its level, parameters and words. */
  readonly body: string;
  readonly policy?: Policy;
  readonly problems: readonly Problem[];
}

/** Compiles a policy file with what the mesh sets for it. */
export function readPolicy(file: RepoPath, document: SourceDocument, configuration: Configuration): ReadPolicy {
  const id = text(own(document.value, "id")) ?? "";
  const setting = configuration.settings.policies.get(id);
  const compiled = compilePolicy(file, document, FACT_TREES, setting);
  const isFaulty = setting !== undefined && compiled.problems.length > 0;
  const problems = isFaulty ? faultsOf(id, setting, file, document, configuration) : compiled.problems;
  return { ...compiled, id, body: bodyOf(document), problems };
}

const BODY = ["type", "target", "applies", "rule", "schema", "onMissing", "onEmpty"];

function bodyOf({ value }: SourceDocument): string {
  const members = isObject(value) ? Object.entries(value) : [];
  return digestOf(Object.fromEntries(members.filter(([key]) => BODY.includes(key))));
}

/** The faults of the file itself, and at their keys in `meshgate.yaml` those that a parameter of the setting brings. */
function faultsOf(
  id: string,
  { params }: PolicySetting,
  file: RepoPath,
  document: SourceDocument,
  { locate }: Configuration,
): readonly Problem[] {
  const alone = compilePolicy(file, document, FACT_TREES).problems;
  const known = new Set(alone.map(problemText));
  const brought = [...params].flatMap(([name, value]) => {
    const setting: PolicySetting = { params: new Map([[name, value]]) };
    const path: JsonPath = ["policies", id, "params", name];
    return compilePolicy(file, document, FACT_TREES, setting)
      .problems.filter((problem) => !known.has(problemText(problem)))
      .map(({ message, ...problem }) => ({
        ...problem,
        message: `Policy ${id}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
        path: pointer(path),
        location: locate(path),
      }));
  });
  return [...alone, ...brought];
}

function problemText({ code, path, message }: Problem): string {
  return JSON.stringify([code, path, message]);
}
