import type { Json, JsonObject } from "../model/json.ts";
import { isObject, own, text } from "../model/json.ts";
import type { PolicySetting } from "../model/settings.ts";
import { nearest } from "../source/suggest.ts";
import type { Fault } from "./language/check.ts";
import { quote } from "./language/show.ts";
import type { ValueType } from "./language/types.ts";
import { BOOLEAN, DATE, DURATION, NUMBER, SCALARS, TEXT } from "./language/types.ts";

const INTEGER: ValueType<number> = {
  ...NUMBER,
  name: "integer",
  expects: "a whole number",
  read: (value) => (Number.isSafeInteger(value) ? Number(value) : undefined),
};

/** The types a parameter may be declared with. */
const TYPES: ReadonlyMap<string, ValueType<unknown>> = new Map<string, ValueType<unknown>>([
  ["boolean", BOOLEAN],
  ["integer", INTEGER],
  ["number", NUMBER],
  ["string", TEXT],
  ["duration", DURATION],
  ["date", DATE],
  ["list", SCALARS],
]);

export interface Params {
  readonly values: JsonObject;
  readonly faults: readonly Fault[];
}

/** The values in force: those that the mesh sets, else the defaults; each of its declared type. */
export function readParams(declared: Json | undefined, setting: PolicySetting | undefined): Params {
  const params = isObject(declared) ? declared : {};
  const faults: Fault[] = [...unknownSettings(params, setting)];
  const values = Object.entries(params).map(([name, declaration]) => {
    const fallback = own(declaration, "default") ?? null;
    const type = TYPES.get(text(own(declaration, "type")) ?? "");
    faults.push(...valueFaults(type, fallback, `the default of ${quote(name)}`, ["params", name, "default"]));
    const set = setting?.params.get(name);
    if (set === undefined) return [name, fallback] as const;
    const misfit = valueFaults(type, set, `the mesh's value of ${quote(name)}`, ["params", name]);
    faults.push(...misfit);
    // The rule is checked with the default then, or every use of the value would be another fault.
    return [name, misfit.length > 0 ? fallback : set] as const;
  });
  return { values: Object.fromEntries(values), faults };
}

function valueFaults(
  type: ValueType<unknown> | undefined,
  value: Json,
  what: string,
  path: Fault["path"],
): readonly Fault[] {
  if (type === undefined || type.read(value) !== undefined) return [];
  return [{ code: "policy-param", message: `${what} is ${quote(value)}: expected ${type.expects}`, path }];
}

function unknownSettings(params: JsonObject, setting: PolicySetting | undefined): readonly Fault[] {
  const names = Object.keys(params);
  return [...(setting?.params.keys() ?? [])]
    .filter((name) => !names.includes(name))
    .map((name) => {
      const near = nearest(name, names);
      const hint = near === undefined ? `it has ${names.join(", ") || "none"}` : `did you mean "${near}"?`;
      const message = `the mesh sets ${quote(name)}, which is no parameter of this policy: ${hint}`;
      return { code: "policy-param", message, path: ["params"] };
    });
}
