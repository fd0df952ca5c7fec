import { unmatchedGlobs } from "../../descriptor/discover.ts";
import { canonical, pointer } from "../../model/json.ts";
import type { Json } from "../../model/json.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import { hasError } from "../../model/problem.ts";
import type { Problem } from "../../model/problem.ts";
import type { Tree } from "../../model/tree.ts";
import { enumerate, quote } from "../../source/words.ts";
import type { Settings } from "../../model/settings.ts";
import type { Rules } from "./rules.ts";
import type { GroundStep } from "./strictness.ts";
import type { SurveyedSide } from "./plan.ts";
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
/** How many ids are named. */
const FEW = 5;

/** One tree by the rules in force, and by those that a change proposes. */
export interface Looked {
  readonly now: SurveyedSide;
  readonly then: SurveyedSide;
}

type LookedStep = GroundStep & { readonly code?: string };

/** What a change of the rules does to what is looked at, and to whose it is. */
export function lookedSteps(before: Rules, after: Rules, looked: Looked): readonly LookedStep[] {
  const [now, then] = [looked.now.survey, looked.then.survey];
  return [...discoverySteps(before, after, now, then), ...domainSteps(before, after, now, then)];
}

function discoverySteps(before: Rules, after: Rules, now: Survey, then: Survey): readonly LookedStep[] {
  const [was, is] = [before.settings.discovery, after.settings.discovery];
  if (canonical(toJson(was)) === canonical(toJson(is))) return [];
  const location = after.locate(["discovery"]);
  const [lost, gained] = [missingIn(then, now), missingIn(now, then)];
  if (lost.length === 0 && gained.length === 0)
    return [
      {
        class: discoveryClass(was, is),
        message: "Discovery goes by other globs, and finds the same for now.",
        location,
      },
    ];
  const all = then.placed.length === 0 ? "Nothing would be judged any more: " : "";
  return [
    ...(lost.length === 0
      ? []
      : [
          {
            ...{ class: "loosen" as const, code: "discovery-narrowed", location },
            message: `${all}${countByKind(lost)} would no longer be looked at: ${namesOf(lost)}.`,
          },
        ]),
    ...(gained.length === 0
      ? []
      : [
          {
            ...{ class: "tighten" as const, location },
            message: `${countByKind(gained)} would be looked at from now on: ${namesOf(gained)}.`,
          },
        ]),
  ];
}

type Discovery = Settings["discovery"];

function toJson({ include, exclude }: Discovery): Json {
  return { include: [...include], exclude: [...exclude] };
}

/** Globs are only compared by name: which of two others matches more is not known. */
function discoveryClass(was: Discovery, is: Discovery): GroundStep["class"] {
  if (isSubset(is.include, was.include) && isSubset(was.exclude, is.exclude)) return "loosen";
  return isSubset(was.include, is.include) && isSubset(is.exclude, was.exclude) ? "tighten" : "unknown";
}

function isSubset(some: readonly string[], all: readonly string[]): boolean {
  return some.every((one) => all.includes(one));
}

function missingIn(one: Survey, other: Survey): readonly PlacedDescriptor[] {
  const known = new Set(one.placed.map(placeOf));
  return other.placed.filter((placed) => !known.has(placeOf(placed)));
}

/** Another domain has other forms of policies. Of a domain that is gone it is told anyway, and one without gets its first. */
function domainSteps(before: Rules, after: Rules, now: Survey, then: Survey): readonly LookedStep[] {
  const claims = ({ guild }: Rules): Json => guild.domains.map(({ id, paths }) => [id, ...paths]);
  if (canonical(claims(before)) === canonical(claims(after))) return [];
  const homes = new Map(now.placed.map((placed) => [placeOf(placed), placed.domain]));
  const ids = after.guild.domains.map(({ id }) => id);
  const moved = then.placed.filter((placed) => {
    const home = homes.get(placeOf(placed));
    return home !== undefined && home !== placed.domain && ids.includes(home);
  });
  if (moved.length === 0) return [];
  const message = `${countByKind(moved)} would belong to another domain: ${namesOf(moved)}.`;
  const remedy =
    "Leave them to their domain until the policies that bind the other have had their notice, or give the reason under emergency in guild.yaml.";
  return [{ class: "unknown", message, location: after.locateInGuild(["domains"]), remedy }];
}

function namesOf(placed: readonly PlacedDescriptor[]): string {
  const ids = [...new Set(placed.map(({ outline }) => outline.id))];
  return ids.length > FEW ? `${ids.slice(0, FEW).join(", ")} and ${ids.length - FEW} more` : enumerate(ids, "and");
}

function placeOf({ file, index }: PlacedDescriptor): string {
  return `${index} ${file}`;
}

function countByKind(placed: readonly PlacedDescriptor[]): string {
  const counts = KINDS.map((kind) => [kind, placed.filter(({ outline }) => outline.kind === kind).length] as const);
  const words = counts.flatMap(([kind, count]) => (count === 0 ? [] : [`${count} ${kind}${count === 1 ? "" : "s"}`]));
  return enumerate(words, "and");
}
