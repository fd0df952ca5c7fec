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

/** Is a scalar among others? Where nothing is of its type the answer is an error, as in `equal`. */
export function among(name: string, content: Scalar, others: readonly Scalar[]): boolean | Failed {
  if (others.includes(content)) return true;
  const comparable = others.length === 0 || others.some((other) => typeof other === typeof content);
  return comparable ? false : failed(`${name} looks for ${quote(content)} in a list that holds no ${typeof content}`);
}

export function differ([left = "unknown", right = "unknown"]: readonly StaticType[]): string | undefined {
  const known = left !== "unknown" && right !== "unknown";
  return known && left !== right ? `a ${left} never equals a ${right}` : undefined;
}
