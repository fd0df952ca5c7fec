import type { Json } from "../model/json.ts";
import { isObject, list, own, text } from "../model/json.ts";
import type { Fault } from "./language/fault.ts";
import { quote } from "./language/show.ts";
import type { CaseOutcome, Patch, PolicyCase, PolicyType } from "./policy.ts";

const OUTCOMES: readonly CaseOutcome[] = ["pass", "fail", "not-applicable", "error"];

/** The inline tests of a policy file whose form has been checked. */
export function readCases(
  tests: Json | undefined,
  type: PolicyType,
): { readonly cases: readonly PolicyCase[]; readonly faults: readonly Fault[] } {
  const cases = list(tests).map(readCase);
  const faults = list(tests).flatMap((test, index): readonly Fault[] => {
    const name = text(own(test, "name"));
    const twin = cases.findIndex((other) => other.name === name);
    const path = ["tests", index];
    return [
      ...(name !== undefined && twin < index
        ? [
            {
              code: "policy-test",
              message: `two tests are called ${quote(name)}: say what each shows`,
              path: [...path, "name"],
            },
          ]
        : []),
      ...(own(test, "before") !== undefined && type !== "change"
        ? [
            {
              code: "policy-test",
              message: "only a policy of type change is judged against a base",
              path: [...path, "before"],
            },
          ]
        : []),
    ];
  });
  return { cases, faults };
}

function readCase(test: Json): PolicyCase {
  const places = own(test, "at");
  return {
    name: text(own(test, "name")) ?? "",
    given: readPatch(own(test, "given")),
    before: readPatch(own(test, "before")),
    expect: OUTCOMES.find((outcome) => outcome === own(test, "expect")) ?? "pass",
    ...(places !== undefined && { at: texts(places) }),
  };
}

function readPatch(patch: Json | undefined): Patch {
  const set = own(patch, "set");
  const add = own(patch, "add");
  const files = isObject(add) ? Object.entries(add) : [];
  return {
    set: isObject(set) ? set : {},
    remove: texts(own(patch, "remove")),
    delete: texts(own(patch, "delete")),
    add: Object.fromEntries(files.flatMap(([path, content]) => (typeof content === "string" ? [[path, content]] : []))),
  };
}

function texts(value: Json | undefined): readonly string[] {
  return list(value).filter((item) => typeof item === "string");
}
