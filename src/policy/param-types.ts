import type { Json } from "../model/json.ts";
import { canonical } from "../model/json.ts";
import type { Scalar, ValueType } from "./language/types.ts";
import { BOOLEAN, CLASSIFICATION, DATE, DURATION, NUMBER, QUANTITY, SCALARS, TEXT, VERSION } from "./language/types.ts";
import type { Quantity } from "./values/quantity.ts";

/** Which of two values is the larger; undefined where they cannot be compared. */
export type Order = (one: Json, other: Json) => -1 | 0 | 1 | undefined;

/** A type that a parameter may be declared with. */
export interface ParamType {
  readonly value: ValueType<unknown>;
  /** Names of the types of arguments that order values as this type does. */
  readonly arguments: readonly string[];
  /** Absent: only equal values compare. Classifications stand in the guild's order. */
  readonly order?: (classifications: readonly string[]) => Order;
}

const INTEGER: ValueType<number> = {
  ...NUMBER,
  name: "integer",
  expects: "a whole number",
  read: (value) => (Number.isSafeInteger(value) ? Number(value) : undefined),
};

/** Compares values in the form that their type reads them in. */
function by<T>(type: ValueType<T>, compare: (one: T, other: T) => number | undefined): Order {
  return (one, other) => {
    const [left, right] = [type.read(one), type.read(other)];
    const order = left === undefined || right === undefined ? undefined : compare(left, right);
    return order === undefined ? undefined : order < 0 ? -1 : order > 0 ? 1 : 0;
  };
}

function natural<T extends number | bigint | boolean>(one: T, other: T): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Lists by inclusion: the one that has all of the other is the larger. */
function inclusion(one: readonly Scalar[], other: readonly Scalar[]): number | undefined {
  const [left, right] = [new Set(one), new Set(other)];
  const isBelow = one.every((item) => right.has(item));
  const isAbove = other.every((item) => left.has(item));
  return isBelow && isAbove ? 0 : isBelow ? -1 : isAbove ? 1 : undefined;
}

function byRank(ranks: readonly string[]): Order {
  return by(TEXT, (one, other) => {
    const [left, right] = [ranks.indexOf(one), ranks.indexOf(other)];
    return left < 0 || right < 0 ? undefined : left - right;
  });
}

const comparable = (one: Quantity, other: Quantity): number | undefined =>
  one.dimension === other.dimension ? natural(one.amount, other.amount) : undefined;

const TYPES: ReadonlyMap<string, ParamType> = new Map<string, ParamType>([
  ["boolean", { value: BOOLEAN, arguments: ["boolean"], order: () => by(BOOLEAN, natural) }],
  ["integer", { value: INTEGER, arguments: ["number", "quantity"], order: () => by(INTEGER, natural) }],
  ["number", { value: NUMBER, arguments: ["number", "quantity"], order: () => by(NUMBER, natural) }],
  ["string", { value: TEXT, arguments: [] }],
  ["duration", { value: DURATION, arguments: ["duration", "quantity"], order: () => by(DURATION, natural) }],
  ["date", { value: DATE, arguments: ["date"], order: () => by(DATE, natural) }],
  ["quantity", { value: QUANTITY, arguments: ["quantity"], order: () => by(QUANTITY, comparable) }],
  ["version", { value: VERSION, arguments: ["version"], order: () => by(VERSION, (a, b) => a.compare(b)) }],
  ["classification", { value: CLASSIFICATION, arguments: ["classification"], order: byRank }],
  ["list", { value: SCALARS, arguments: ["list of scalars", "list"], order: () => by(SCALARS, inclusion) }],
]);

export const PARAM_TYPES: readonly string[] = [...TYPES.keys()];

export function paramType(name: string): ParamType | undefined {
  return TYPES.get(name);
}

export function orderOf({ order }: ParamType, classifications: readonly string[]): Order {
  return order?.(classifications) ?? equality;
}

const equality: Order = (one, other) => (canonical(one) === canonical(other) ? 0 : undefined);
