import type { Failed } from "./result.ts";
import { failed } from "./result.ts";
import { quote } from "./show.ts";
import type { Scalar, StaticType } from "./types.ts";

/**
 * Are two scalars equal? Values of different types are an error and not merely different: otherwise `"true"` would
 * slip through `{neq: [x, true]}`.
 */
export function equal(name: string, left: Scalar, right: Scalar): boolean | Failed {
  if (typeof left !== typeof right)
    return failed(`${name} compares ${quote(left)} with ${quote(right)}: different types`);
  return left === right;
}

export function differ([left = "unknown", right = "unknown"]: readonly StaticType[]): string | undefined {
  const known = left !== "unknown" && right !== "unknown";
  return known && left !== right ? `a ${left} never equals a ${right}` : undefined;
}
