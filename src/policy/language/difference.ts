import type { Json, JsonPath } from "../../model/json.ts";
import { canonical } from "../../model/json.ts";
import type { Result } from "./result.ts";
import { value } from "./result.ts";
import type { Scope } from "./scope.ts";
import { charge, peek } from "./scope.ts";

/** Characters that are compared for one step. */
const TEXT_PER_STEP = 100;

/** Is something at the path of the subject that was not there at base? */
export function added(scope: Scope, path: JsonPath): Result {
  return compare(scope, path, (then, now) => then === undefined && now !== undefined);
}

/** Was something at the path of the subject at base that is not there any more? */
export function removed(scope: Scope, path: JsonPath): Result {
  return compare(scope, path, (then, now) => then !== undefined && now === undefined);
}

/** Is what stands at the path of the subject another than at base? */
export function changed(scope: Scope, path: JsonPath): Result {
  return compare(scope, path, (then, now) => {
    const [one, other] = [written(then), written(now)];
    return charge(scope.budget, (one.length + other.length) / TEXT_PER_STEP) ?? one !== other;
  });
}

function written(content: Json | undefined): string {
  return content === undefined ? "" : canonical(content);
}

type Compare = (then: Json | undefined, now: Json | undefined) => boolean | Result;

/** A subject that is gone is described as it was at base, and yet nothing of it is there now. */
function compare(scope: Scope, path: JsonPath, isSo: Compare): Result {
  const kind = peek(scope, ["change", "kind"]);
  const spent = charge(scope.budget, 2);
  if (spent !== undefined) return spent;
  if (kind === undefined) return { kind: "missing", steps: ["change", "kind"] };
  const now = kind === "removed" ? undefined : peek(scope, path);
  const answer = isSo(peek(scope, ["before", ...path.slice(1)]), now);
  return typeof answer === "boolean" ? value(answer) : answer;
}
