import { stringify } from "yaml";
import type { SourceDocument } from "../../model/document.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { isObject, own } from "../../model/json.ts";
import type { Expression, Trace } from "../language/operator.ts";
import type { Policy } from "../policy.ts";
import type { Row } from "./panel.ts";
import { judgements, keywordsOf } from "./schema-coverage.ts";
import type { Site } from "./site.ts";
import { conditionOf, sitesOf } from "./site.ts";

/** Conditions of a policy, each once for true and once for false; keywords of a schema once kept and once violated. */
export interface Coverage {
  readonly seen: number;
  readonly total: number;
  readonly never: readonly Unseen[];
}

/** What no case came upon. */
export interface Unseen {
  /** From the root of the policy file. */
  readonly path: JsonPath;
  /** What its author wrote, in one line. */
  readonly written: string;
  readonly side: "true" | "false" | "kept" | "violated";
}

/** What was seen of a condition or keyword. */
interface Sides {
  held: boolean;
  failed: boolean;
}

/** @param traces what both rules did for every row */
export function coverageOf(
  policy: Policy,
  document: SourceDocument,
  traces: readonly Trace[],
  rows: readonly Row[],
): Coverage {
  const conditions = [...sitesIn(policy, document, "applies"), ...sitesIn(policy, document, "rule")];
  const seen = new Map<Expression, Sides>(
    conditions.map(({ expression }) => [expression, { held: false, failed: false }]),
  );
  for (const trace of traces) note(trace, seen);
  const unseen = conditions.flatMap(({ expression, path, written }) =>
    unseenOf(seen.get(expression), path, written, { held: "true", failed: "false" }),
  );
  const keywords = schemaUnseen(policy, rows);
  const total = 2 * (conditions.length + keywords.count);
  const never = [...unseen, ...keywords.never];
  return { seen: total - never.length, total, never };
}

function sitesIn({ applies, body }: Policy, { value }: SourceDocument, member: "applies" | "rule"): readonly Site[] {
  const rule = member === "applies" ? applies : body.kind === "rule" ? body.rule : undefined;
  const written = own(value, member);
  if (rule === undefined || written === undefined) return [];
  return sitesOf({ expression: rule.expression, written, path: [member], trees: new Map() }).filter((site) =>
    conditionOf(site),
  );
}

function note({ expression, result, steps }: Trace, seen: ReadonlyMap<Expression, Sides>): void {
  const sides = seen.get(expression);
  if (sides !== undefined && result.kind === "value") {
    if (result.value === true) sides.held = true;
    if (result.value === false) sides.failed = true;
  }
  for (const step of steps) note(step, seen);
}

function unseenOf(
  sides: Sides | undefined,
  path: JsonPath,
  written: Json,
  names: Readonly<Record<keyof Sides, Unseen["side"]>>,
): readonly Unseen[] {
  const missing = (["held", "failed"] as const).filter((side) => !sides?.[side]);
  return missing.map((side) => ({ path, written: inOneLine(written), side: names[side] }));
}

function inOneLine(written: Json): string {
  return stringify(written, { collectionStyle: "flow", lineWidth: 0 }).trim();
}

/** Elements to which the policy does not apply are not judged by its schema. */
function schemaUnseen(
  { body }: Policy,
  rows: readonly Row[],
): { readonly count: number; readonly never: readonly Unseen[] } {
  if (body.kind !== "schema") return { count: 0, never: [] };
  const keywords = keywordsOf(body.schema);
  const seen = new Map(keywords.map(({ key }) => [key, { held: false, failed: false }]));
  for (const { question } of rows) {
    const { value } = question.element;
    if (question.kind !== "element" || value === undefined) continue;
    for (const { key, holds } of judgements(body.schema, value)) {
      const sides = seen.get(key);
      if (sides !== undefined) sides[holds ? "held" : "failed"] = true;
    }
  }
  return {
    count: keywords.length,
    never: keywords.flatMap(({ key, path, written }) =>
      unseenOf(seen.get(key), path, isObject(written) ? written : {}, { held: "kept", failed: "violated" }),
    ),
  };
}
