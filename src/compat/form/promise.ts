import type { Json, JsonPath } from "../../model/json.ts";
import { canonical, isList, list, own, text } from "../../model/json.ts";
import type { Bound, FieldForm, Limit, PromiseForm } from "./contract.ts";
import { entryOf, wordsOf } from "./text.ts";

const WORDS = [
  "name",
  "description",
  "dimension",
  "schedule",
  "scheduler",
  "businessImpact",
  "method",
  "tags",
  "authoritativeDefinitions",
  "customProperties",
];

/** The quality rules of an object or field. Before ODCS 3.1 `rule` named what is now `metric`. */
export function readPromises(node: Json, place: JsonPath): readonly PromiseForm[] {
  return list(own(node, "quality")).map((rule, index) => {
    const said = (key: string): string => text(own(rule, key)) ?? "";
    const id = text(own(rule, "id"));
    const unit = said("unit") || "rows";
    const isText = said("type") === "text";
    return {
      ...(id !== undefined && { id }),
      name: said("name"),
      type: said("type") || "library",
      metric: entryOf(METRICS, said("rule")) ?? (said("metric") || said("rule")),
      allowed: readAllowed(rule),
      arguments: canonical(own(rule, "arguments") ?? argumentsOf(rule)),
      how: canonical([
        ...[said("query"), said("engine"), own(rule, "implementation") ?? null, unit],
        // A rule in words is what its description says.
        ...(isText ? [said("description")] : []),
        ...APART.map((key) => own(rule, key) ?? null),
        ...EXACT.map((key) => (typeof own(rule, key) === "number" ? null : (own(rule, key) ?? null))),
      ]),
      unit,
      severity: said("severity"),
      words: wordsOf(
        rule,
        WORDS.filter((key) => !isText || key !== "description"),
      ),
      place: [...place, "quality", index],
    };
  });
}

/** Operators that leave two intervals. */
const APART = ["mustNotBe", "mustNotBeBetween"];
/** Operators whose value may be a text: a variable, or what a query answers. */
const EXACT = ["mustBe", "mustBeGreaterThan", "mustBeGreaterOrEqualTo", "mustBeLessThan", "mustBeLessOrEqualTo"];

/** Before ODCS 3.1 the valid values stood at the rule. */
function argumentsOf(rule: Json): Json {
  const values = own(rule, "validValues");
  return values === undefined ? null : { validValues: values };
}

const METRICS: Readonly<Record<string, string>> = {
  duplicateCount: "duplicateValues",
  nullCheck: "nullValues",
  validValues: "invalidValues",
};

/** Which measured values keep a rule, as an interval; `mustNotBe…` leaves two, and is kept as text. */
function readAllowed(rule: Json): Bound | undefined {
  const at = (key: string): number | undefined => {
    const value = own(rule, key);
    return typeof value === "number" ? value : undefined;
  };
  const between = own(rule, "mustBeBetween");
  const [low, high] = isList(between) ? between : [];
  const exact = at("mustBe");
  const least = first(
    limit(exact, false),
    limit(at("mustBeGreaterOrEqualTo"), false),
    limit(at("mustBeGreaterThan"), true),
    limit(typeof low === "number" ? low : undefined, false),
  );
  const most = first(
    limit(exact, false),
    limit(at("mustBeLessOrEqualTo"), false),
    limit(at("mustBeLessThan"), true),
    limit(typeof high === "number" ? high : undefined, false),
  );
  if (least === undefined && most === undefined) return undefined;
  return { ...(least && { least }), ...(most && { most }) };
}

function limit(value: number | undefined, open: boolean): Limit | undefined {
  return value === undefined ? undefined : { value, open };
}

function first(...limits: readonly (Limit | undefined)[]): Limit | undefined {
  return limits.find((one) => one !== undefined);
}

/** Whether the rule allows no row to break it. Rows are counted, so that less than one is none. */
function isNone({ allowed, unit }: PromiseForm): boolean {
  const { least, most } = allowed ?? {};
  if (most === undefined || (least !== undefined && (least.value !== 0 || least.open))) return false;
  return most.open ? unit === "rows" && most.value === 1 : most.value === 0;
}

/** What keys of a field and quality rules can both say. */
type Foldable = Pick<FieldForm, "required" | "unique" | "domain" | "promises">;

/**
 * Rules that say the same as a key of the field become that key: no nulls (`required`), no duplicates (`unique`), and a
 * list of valid values without exceptions (`enum`). Only rules that fail the data do: others are wishes.
 */
export function foldPromises(said: Foldable): Foldable {
  const folds = said.promises.flatMap((promise) => foldOf(promise) ?? []);
  if (folds.length === 0) return said;
  const lists = [said.domain.values, ...folds.map(({ values }) => values)].filter((values) => values !== undefined);
  return {
    required: said.required || folds.some(({ required }) => required),
    unique: said.unique || folds.some(({ unique }) => unique),
    // A value has to be in every list.
    domain: lists.length === 0 ? said.domain : { ...said.domain, values: lists.reduce(common) },
    promises: said.promises.filter((promise) => foldOf(promise) === undefined),
  };
}

function common(values: readonly string[], others: readonly string[]): readonly string[] {
  return values.filter((value) => others.includes(value));
}

interface Fold {
  readonly required?: true;
  readonly unique?: true;
  readonly values?: readonly string[];
}

function foldOf(promise: PromiseForm): Fold | undefined {
  const { type, metric, severity, arguments: given } = promise;
  if (type !== "library" || !isNone(promise) || (severity !== "" && severity !== "error")) return undefined;
  if (metric === "nullValues" && given === "null") return { required: true };
  if (metric === "duplicateValues" && given === "null") return { unique: true };
  if (metric !== "invalidValues") return undefined;
  const read = JSON.parse(given) as Json;
  const values = own(read, "validValues");
  if (!isList(values) || Object.keys(read as object).length !== 1) return undefined;
  return { values: values.map(canonical) };
}
