import type { SourceDocument } from "../model/document.ts";
import type { JsonObject, JsonPath } from "../model/json.ts";
import type { TextProblem } from "../model/problem.ts";
import { pointer, text } from "../model/json.ts";
import { failuresOf } from "./branches.ts";
import { explain } from "./explain.ts";
import type { Explanation } from "./explanation.ts";
import { listProblems } from "./faults.ts";
import { legalKeys } from "./schema.ts";
import type { Failure } from "./shape.ts";
import { shapeOf } from "./shape.ts";

/** A hostile text can fail in every value; more than these are not even put into words. */
const MAX_FAILURES = 1000;

/** Of several failures at one place the first of these says it best. */
const TELLING = ["wrong-type", "unknown-key", "not-allowed", "missing-key", "wrong-form"];

/**
 * Judges a document by a JSON Schema (draft 2020-12; only references inside the schema, no formats, patterns in RE2).
 * One problem of severity `error` per fault, by position, each saying what was found, what is expected and what to do.
 * A schema may give the words for what it expects under `x-expected`, and under `x-unit` what a number lacks to
 * be one of its texts. Compiled once per schema object.
 */
export function checkShape(shape: JsonObject, document: SourceDocument): readonly TextProblem[] {
  const failures = failuresOf(shapeOf(shape), shape, document.value, []);
  if (failures.length === 0) return [];
  const reader = { root: shape, written: (path: JsonPath) => document.written?.(path) };
  const explanations = withoutEchoes(failures, shape)
    .slice(0, MAX_FAILURES)
    .map((failure) => explain(failure, reader));
  return listProblems(withoutTwins(explanations).map((explanation) => toProblem(explanation, document)));
}

/**
 * When a part of a schema fails, the keys that it names count as unevaluated too. Such a key is an echo of the failure,
 * not a fault of its own.
 */
function withoutEchoes(failures: readonly Failure[], root: JsonObject): readonly Failure[] {
  const others = failures.filter((failure) => failure.keyword !== "unevaluatedProperties");
  return failures.filter(
    (failure) =>
      failure.keyword !== "unevaluatedProperties" ||
      !legalKeys(failure.schema, root).includes(text(failure.params["unevaluatedProperty"]) ?? "") ||
      !others.some((other) => failure.path.every((step, index) => other.path[index] === step)),
  );
}

/** One explanation per place, and none for a key that is only missing because it is misspelt. */
function withoutTwins(explanations: readonly Explanation[]): readonly Explanation[] {
  const misspelt = new Set(explanations.flatMap(({ meant }) => (meant === undefined ? [] : [pointer(meant)])));
  const best = new Map<string, Explanation>();
  for (const explanation of explanations) {
    const place = pointer(explanation.path);
    if (explanation.code === "missing-key" && misspelt.has(place)) continue;
    const other = best.get(place);
    if (other === undefined || rank(explanation) < rank(other)) best.set(place, explanation);
  }
  return [...best.values()];
}

function rank({ code }: Explanation): number {
  const place = TELLING.indexOf(code);
  return place === -1 ? TELLING.length : place;
}

function toProblem({ code, message, path }: Explanation, document: SourceDocument): TextProblem {
  const part = code === "unknown-key" ? "key" : "value";
  return { severity: "error", code, message, path: pointer(path), range: document.range(path, part) };
}
