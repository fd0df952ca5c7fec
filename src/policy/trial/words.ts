import type { Json, JsonPath } from "../../model/json.ts";
import { escapeInvisible } from "../language/show.ts";

/** `rule.and[1]`; names that are no plain words stand in brackets and quotes. */
export function pathText(path: JsonPath): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^[\w$-]+$/.test(step)) return `[${shown(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}

/** A value in one line, as JSON. */
export function shown(value: Json): string {
  return escapeInvisible(JSON.stringify(value));
}
