import type { Json, JsonObject, JsonPath } from "../model/json.ts";
import { isList, isObject, own, text } from "../model/json.ts";
import { nearest } from "../source/suggest.ts";
import type { Fault } from "./language/fault.ts";
import { quote, show } from "./language/show.ts";
import { because, CLASSIFICATION } from "./language/types.ts";
import { strangeClassification } from "./language/words.ts";
import type { Layer } from "./layer.ts";
import type { Order, ParamType } from "./param-types.ts";
import { orderOf, paramType } from "./param-types.ts";

/** Which values of a parameter are stricter; the last two for lists. */
export type Stricter = "lower" | "higher" | "fewer" | "more";

/** What a domain may bind: a stretch of values, or the values to choose from. */
export type Bounds =
  | { readonly kind: "range"; readonly min?: Json; readonly max?: Json }
  | { readonly kind: "values"; readonly values: readonly Json[] };

export interface Param {
  readonly type: ParamType;
  /** The value in force. */
  readonly value: Json;
  readonly stricter?: Stricter;
  readonly domains?: Bounds;
}

export interface Params {
  readonly values: JsonObject;
  readonly declared: ReadonlyMap<string, Param>;
  readonly faults: readonly Fault[];
}

/** The parameters with the values in force: those that the last layer sets, else the defaults; each of its declared type. */
export function readParams(
  written: Json | undefined,
  layers: readonly Layer[],
  classifications: readonly string[] | undefined,
): Params {
  const declarations = isObject(written) ? written : {};
  const faults: Fault[] = layers.flatMap((layer) => unknownSettings(declarations, layer));
  const declared = Object.entries(declarations).flatMap(([name, declaration]) => {
    const type = paramType(text(own(declaration, "type")) ?? "");
    if (type === undefined) return [];
    const path: JsonPath = ["params", name];
    const fallback = own(declaration, "default") ?? null;
    const stricter = stricterOf(own(declaration, "stricter"));
    const domains = readBounds(own(declaration, "domains"));
    faults.push(
      ...valueFaults(type, fallback, `the default of ${quote(name)}`, [...path, "default"]),
      ...strictnessFaults(name, type, stricter, [...path, "stricter"]),
      ...boundsFaults(name, type, domains, [...path, "domains"]),
    );
    let value = fallback;
    let source = `the default of ${quote(name)}`;
    let place: JsonPath = [...path, "default"];
    for (const { name: layer, setting } of layers) {
      const set = setting.params.get(name);
      if (set === undefined) continue;
      const misfit = valueFaults(type, set, `${layer}'s value of ${quote(name)}`, path);
      faults.push(...misfit);
      // The rule is checked with the value before then, or every use of it would be another fault.
      if (misfit.length === 0) [value, source, place] = [set, `${layer}'s value of ${quote(name)}`, path];
    }
    faults.push(...classificationFaults(type, value, classifications, { source, path: place }));
    return [[name, { type, value, ...(stricter && { stricter }), ...(domains && { domains }) }] as const];
  });
  return {
    values: Object.fromEntries(declared.map(([name, { value }]) => [name, value])),
    declared: new Map(declared),
    faults,
  };
}

/** How two values of a parameter compare in strictness. */
export type Strictness = "same" | "stricter" | "looser" | "unknown";

/** How strict `value` is beside `other`, by the direction that the parameter declares. */
export function strictnessOf(
  { type, stricter }: Pick<Param, "type" | "stricter">,
  value: Json,
  other: Json,
  classifications: readonly string[],
): Strictness {
  const order = orderOf(type, classifications)(value, other);
  if (order === 0) return "same";
  if (order === undefined || stricter === undefined) return "unknown";
  return order < 0 === (stricter === "lower" || stricter === "fewer") ? "stricter" : "looser";
}

/** Whether a domain may bind a value because the guild has opened it. */
export function isWithin(bounds: Bounds, type: ParamType, value: Json, classifications: readonly string[]): boolean {
  const order = orderOf(type, classifications);
  if (bounds.kind === "values") return bounds.values.some((one) => order(one, value) === 0);
  const { min, max } = bounds;
  return reaches(order, min, value) && reaches(order, value, max);
}

function reaches(order: Order, low: Json | undefined, high: Json | undefined): boolean {
  if (low === undefined || high === undefined) return true;
  const found = order(low, high);
  return found !== undefined && found <= 0;
}

function stricterOf(written: Json | undefined): Stricter | undefined {
  return (["lower", "higher", "fewer", "more"] as const).find((word) => word === written);
}

function readBounds(written: Json | undefined): Bounds | undefined {
  if (!isObject(written)) return undefined;
  const { min, max, values } = written;
  if (isList(values)) return { kind: "values", values };
  return { kind: "range", ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function valueFaults({ value: type }: ParamType, value: Json, what: string, path: JsonPath): readonly Fault[] {
  if (type.read(value) !== undefined) return [];
  return [
    {
      code: "policy-param",
      message: `${what} is ${quote(value)}: expected ${type.expects}${because(type, value)}`,
      path,
    },
  ];
}

/** A pack brings its own words: only the value in force must be one of the guild's. */
function classificationFaults(
  { value: type }: ParamType,
  value: Json,
  known: readonly string[] | undefined,
  { source, path }: { readonly source: string; readonly path: JsonPath },
): readonly Fault[] {
  const word = type.name === CLASSIFICATION.name ? text(value) : undefined;
  if (word === undefined || known === undefined || known.includes(word)) return [];
  const message = `${source}: ${strangeClassification(word, known)}`;
  const remedy = message.endsWith("?") ? "" : "; set one of them under policies in meshgate.yaml";
  return [{ code: "policy-param", message: message + remedy, path }];
}

const LIST_WORDS: ReadonlySet<Stricter> = new Set(["fewer", "more"]);

function strictnessFaults(
  name: string,
  { value: { name: type }, order }: ParamType,
  stricter: Stricter | undefined,
  path: JsonPath,
): readonly Fault[] {
  if (stricter === undefined) return [];
  const isOfLists = type === "list of scalars";
  if (order === undefined) {
    const message = `values of ${quote(name)} have no order, so none is stricter: list those to choose from under domains.values`;
    return [{ code: "policy-direction", message, path }];
  }
  if (LIST_WORDS.has(stricter) === isOfLists) return [];
  const words = isOfLists ? "fewer or more" : "lower or higher";
  return [{ code: "policy-direction", message: `of ${quote(name)} the stricter values are ${words}`, path }];
}

function boundsFaults(name: string, type: ParamType, domains: Bounds | undefined, path: JsonPath): readonly Fault[] {
  if (domains === undefined) return [];
  const inside =
    domains.kind === "values"
      ? domains.values.map((value, index) => [value, ["values", index] as JsonPath] as const)
      : (["min", "max"] as const).flatMap((key) => {
          const value = domains[key];
          return value === undefined ? [] : [[value, [key] as JsonPath] as const];
        });
  const misfits = inside.flatMap(([value, below]) =>
    valueFaults(type, value, `a bound of ${quote(name)}`, [...path, ...below]),
  );
  if (misfits.length > 0 || domains.kind === "values") return misfits;
  if (type.order === undefined) {
    const message = `values of ${quote(name)} have no order, so none lies between two: list them under values`;
    return [{ code: "policy-param", message, path }];
  }
  const { min, max } = domains;
  if (min === undefined || max === undefined || type.value.name === "classification") return [];
  const order = orderOf(type, [])(min, max);
  if (order !== undefined && order <= 0) return [];
  const message =
    order === undefined
      ? `min ${show(min)} and max ${show(max)} are of different kinds`
      : `no value of ${quote(name)} lies between its bounds`;
  return [{ code: "policy-param", message, path }];
}

function unknownSettings(params: JsonObject, { name: layer, setting }: Layer): readonly Fault[] {
  const names = Object.keys(params);
  return [...setting.params.keys()]
    .filter((name) => !names.includes(name))
    .map((name) => {
      const near = nearest(name, names);
      const hint = near === undefined ? `it has ${names.join(", ") || "none"}` : `did you mean "${near}"?`;
      const message = `${layer} sets ${quote(name)}, which is no parameter of this policy: ${hint}`;
      return { code: "policy-param", message, path: ["params", name] };
    });
}
