import type { Json, JsonPath } from "../../model/json.ts";

/** What an expression comes to. Missing data and errors travel up through every operator: nothing turns them into a value. */
export type Result = Value | Missing | Failed;

export interface Value {
  readonly kind: "value";
  readonly value: Json;
}

/** A read found nothing (absent or null) at `steps`, as the rule wrote them. */
export interface Missing {
  readonly kind: "missing";
  readonly steps: JsonPath;
}

/** The expression has no value: wrong type, too large, too many steps. */
export interface Failed {
  readonly kind: "error";
  readonly reason: string;
}

export function value(content: Json): Value {
  return { kind: "value", value: content };
}

export function failed(reason: string): Failed {
  return { kind: "error", reason };
}

/** Do two evaluations come to the same? */
export function same(one: Result, other: Result): boolean {
  if (one.kind === "value" && other.kind === "value" && one.value === other.value) return true;
  return JSON.stringify(one) === JSON.stringify(other);
}
