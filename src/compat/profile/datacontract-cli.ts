import type { ChangeClass } from "../../model/compatibility.ts";
import { isObject } from "../../model/json.ts";
import type { Json } from "../../model/json.ts";
import type { Difference } from "../compare.ts";
import { weightOf } from "./scale.ts";
import type { Scale } from "./scale.ts";

type Level = "ERROR" | "WARNING" | "INFO";
type Judge = Level | ((difference: Difference) => Level);

/** What `datacontract breaking` judges, by our rules. Everything else is information to it. */
const JUDGED: readonly (readonly [judge: Judge, rules: readonly string[]])[] = [
  // It knows names only: what has another one is gone, and something else is new.
  [
    "ERROR",
    [
      ...["contract.removed", "object.removed", "object.renamed", "object.name.changed"],
      ...["field.removed", "field.removed.required", "field.renamed", "field.name.changed", "field.moved"],
    ],
  ],
  [byName, ["field.renamed.aliased", "field.renamed.toAlias", "field.renamed.swapped"]],
  [
    byText,
    [
      ...["object.physicalType.changed", "field.type.widened", "field.type.narrowed", "field.type.changed"],
      ...["field.type.reshaped", "field.type.date.changed", "field.type.scale.changed", "field.type.unclear"],
      ...["field.type.added", "field.type.dropped", "field.logicalType.changed", "field.physicalType.spelled"],
      ...["field.timezone.changed", "field.timePrecision.changed", "field.mapKey.changed"],
    ],
  ],
  ["ERROR", ["field.vector.changed"]],
  ["ERROR", ["field.required.added", "field.unique.added"]],
  ["INFO", ["field.required.dropped", "field.unique.dropped"]],
  ["WARNING", ["object.primaryKey.loosened", "object.primaryKey.tightened", "object.primaryKey.replaced"]],
  ["ERROR", ["field.enum.added", "field.enum.valueRemoved"]],
  ["INFO", ["field.enum.dropped", "field.enum.valueAdded"]],
  [byLimit("INFO"), ["field.bound.loosened"]],
  [byLimit("ERROR"), ["field.bound.tightened"]],
  [byLimit("WARNING"), ["field.bound.changed"]],
  ["WARNING", ["field.pattern.added", "field.pattern.dropped", "field.pattern.changed", "field.pattern.rewritten"]],
  ["ERROR", ["quality.added", "quality.values.removed"]],
  ["INFO", ["quality.removed", "quality.values.added", "quality.severity.lowered", "quality.severity.raised"]],
  [byThreshold("INFO"), ["quality.threshold.loosened"]],
  [byThreshold("ERROR"), ["quality.threshold.tightened"]],
  ["WARNING", ["quality.threshold.moved", "quality.changed"]],
  [byWords, ["quality.words.changed"]],
];

/** By rule id. */
export const JUDGES: ReadonlyMap<string, Judge> = new Map(
  JUDGED.flatMap(([judge, rules]) => rules.map((id) => [id, judge] as const)),
);

export const DATACONTRACT_CLI_SCALE: Scale = {
  id: "datacontract-cli",
  title: "datacontract-cli",
  about:
    "The severities of `datacontract breaking` as of September 2026: an error is breaking, a warning risky, information safe, or docs where only words change. It asks whether stored rows satisfy the new contract, compares types as texts, and knows eleven kinds of change; all else is information. It has one answer whatever the mode, but for `none`, and no opinion on the version, so it follows the class.",
  weigh(difference) {
    const judge = JUDGES.get(difference.ruleId) ?? "INFO";
    return weightOf(classOf(typeof judge === "string" ? judge : judge(difference), difference));
  },
};

function classOf(level: Level, { class: usual }: Difference): ChangeClass {
  if (level === "ERROR") return "breaking";
  if (level === "WARNING") return "risky";
  return usual === "docs" ? "docs" : "safe";
}

/** The key that differs, without what it stands in; empty: the element itself. */
function leafOf({ path }: Difference): string {
  return path.endsWith("]") ? "" : path.replace(/^.*[/.]/su, "");
}

/** It knows no aliases, and asks nothing of physical names. */
function byName(difference: Difference): Level {
  return leafOf(difference) === "name" ? "ERROR" : "INFO";
}

/** It compares `logicalType` and `physicalType` as texts; what options say of a type it does not know. */
function byText(difference: Difference): Level {
  const leaf = leafOf(difference);
  if (leaf !== "logicalType" && leaf !== "physicalType") return "INFO";
  if (difference.before === null) return "INFO";
  return difference.after === null ? "WARNING" : "ERROR";
}

const LIMITS: ReadonlySet<string> = new Set([
  ...["minLength", "maxLength"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
]);

/** It orders two numbers or two days. A limit that comes, goes or changes its kind is a warning. */
function byLimit(ordered: Level) {
  return (difference: Difference): Level => {
    const { before, after } = difference;
    if (!LIMITS.has(leafOf(difference))) return "INFO";
    return isOrdered(before) && isOrdered(after) && before !== after ? ordered : "WARNING";
  };
}

function isOrdered(value: Json): boolean {
  return typeof value === "number" || (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(value));
}

const THRESHOLD = /^(?<operator>at least|above|at most|below) (?<value>-?\d[\d.e+-]*)$/u;

/** It orders two thresholds of the same of four operators; one that comes or goes changes what the rule asks. */
function byThreshold(ordered: Level) {
  return ({ before, after }: Difference): Level => {
    const [then, now] = [before, after].map((value) =>
      typeof value === "string" ? THRESHOLD.exec(value)?.groups?.["operator"] : undefined,
    );
    return then !== undefined && then === now ? ordered : "WARNING";
  };
}

const QUIET: ReadonlySet<string> = new Set([
  ...["description", "dimension", "businessImpact"],
  ...["customProperties", "authoritativeDefinitions", "tags"],
]);

/** It knows a rule by its name; some of its words it passes over, all others it warns of. */
function byWords({ before, after }: Difference): Level {
  const keys = [before, after].flatMap((words) => (isObject(words) ? Object.keys(words) : []));
  if (keys.includes("name")) return "ERROR";
  return keys.every((key) => QUIET.has(key)) ? "INFO" : "WARNING";
}
