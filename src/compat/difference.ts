import type { Change } from "../model/compatibility.ts";
import type { JsonPath } from "../model/json.ts";
import type { Found, Pair, RuleTerms } from "./rule.ts";
import { verdictsOf } from "./rule.ts";

/**
 * A change by itself, before it is placed in a file: `place` is a path in the document after, or before when nothing is
 * left; `near` is what then remains of its surroundings in the document after.
 */
export interface Difference extends Omit<
  Change,
  "location" | "fingerprint" | "byItself" | "eased" | "against" | "affected" | "deprecation"
> {
  readonly place: { readonly side: "before" | "after"; readonly path: JsonPath; readonly near: JsonPath };
}

/** Where a pair stands, and whom it is about. */
export interface Spot extends Pick<Change, "fields" | "ports"> {
  readonly steps: readonly string[];
  /** What stands around it after the change; absent: the document. */
  readonly near?: JsonPath;
}

/** What a rule found of a pair, as a change. */
export function differenceOf(
  rule: RuleTerms,
  found: Found,
  { before, after }: Pair<{ readonly place: JsonPath }>,
  { steps, near = [], fields, ...concerned }: Spot,
): Difference {
  const left = after ?? before;
  const path = [...steps, ...(found.key === undefined ? [] : [found.key])];
  return {
    ruleId: rule.id,
    kind:
      before === undefined ? "add" : after === undefined ? "remove" : rule.facet === "identity" ? "rename" : "change",
    facet: rule.facet,
    direction: found.direction ?? rule.direction,
    path: `/${path.join("/")}`,
    ...concerned,
    fields: namedBy(fields, found.names),
    before: found.before,
    after: found.after,
    axes: verdictsOf(rule, found),
    class: found.class ?? rule.class,
    semver: found.semver ?? rule.semver,
    review: rule.review ?? [],
    message: found.message,
    remedy: found.remedy,
    place: {
      side: after === undefined ? "before" : "after",
      path: [...(left?.place ?? []), ...(found.key === undefined || after === undefined ? [] : keyPath(found.key))],
      near,
    },
  };
}

/** The paths that end with one of the names; all, where none does. */
function namedBy(paths: readonly string[], names: readonly string[] | undefined): readonly string[] {
  if (names === undefined) return paths;
  const named = paths.filter((path) => names.some((name) => path.endsWith(`.${name}`)));
  return named.length > 0 ? named : paths;
}

/** What stands in brackets names a member: its list is where it stands. */
function keyPath(key: string): readonly string[] {
  return key.replace(/\[.*$/su, "").split(".");
}
