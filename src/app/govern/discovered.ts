import { unmatchedGlobs } from "../../descriptor/discover.ts";
import { pointer } from "../../model/json.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import { hasError } from "../../model/problem.ts";
import type { Problem } from "../../model/problem.ts";
import type { Tree } from "../../model/tree.ts";
import { enumerate, quote } from "../../source/words.ts";
import type { Rules } from "./rules.ts";
import type { Survey } from "./survey.ts";

/** What a mesh without any descriptor says; in one that cannot be read the error is told already. */
export function nothingFound(
  severity: Problem["severity"],
  { placed, problems }: Survey,
  rules: Rules,
): readonly Problem[] {
  if (placed.length > 0 || hasError(problems) || hasError(rules.problems)) return [];
  const message =
    "No descriptor was found, so nothing is judged. Correct discovery in meshgate.yaml, or add a first product with `meshgate init --domain <id> --product <id>`.";
  return [{ severity, code: "nothing-found", message, path: "/discovery", location: rules.locate(["discovery"]) }];
}

/** A glob of `include` that matches no file is probably a slip. Of settings with faults some globs are left out. */
export function idleGlobs(tree: Tree, { settings, problems, locate }: Rules): readonly Problem[] {
  if (hasError(problems)) return [];
  const { include } = settings.discovery;
  return unmatchedGlobs(include, [...tree.keys()]).map((glob) => {
    const path = ["discovery", "include", include.indexOf(glob)];
    const message = `Glob ${quote(glob)} matches no file. Correct it or take it out.`;
    return { severity: "warning", code: "idle-glob", message, path: pointer(path), location: locate(path) };
  });
}

const KINDS = ["product", "contract", "consumer"] as const;
/** How many ids are named of what is lost. */
const FEW = 5;

/** What a change of the rules would hide from every later check: `now` and `then` are the same tree by either rules. */
export function hidden(now: Survey, then: Survey, { locate }: Rules): readonly Problem[] {
  const kept = new Set(then.placed.map(placeOf));
  const lost = now.placed.filter((placed) => !kept.has(placeOf(placed)));
  if (lost.length === 0) return [];
  const ids = [...new Set(lost.map(({ outline }) => outline.id))];
  const named =
    ids.length > FEW ? `${ids.slice(0, FEW).join(", ")} and ${ids.length - FEW} more` : enumerate(ids, "and");
  const all = then.placed.length === 0 ? "Nothing would be judged any more: " : "";
  const message = `${all}${countByKind(lost)} would no longer be looked at: ${named}.`;
  return [
    { severity: "warning", code: "discovery-narrowed", message, path: "/discovery", location: locate(["discovery"]) },
  ];
}

function placeOf({ file, index }: PlacedDescriptor): string {
  return `${index} ${file}`;
}

function countByKind(placed: readonly PlacedDescriptor[]): string {
  const counts = KINDS.map((kind) => [kind, placed.filter(({ outline }) => outline.kind === kind).length] as const);
  const words = counts.flatMap(([kind, count]) => (count === 0 ? [] : [`${count} ${kind}${count === 1 ? "" : "s"}`]));
  return enumerate(words, "and");
}
