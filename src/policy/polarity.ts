import type { Argument, Call, Expression, Polarity } from "./language/operator.ts";
import { readsOf } from "./language/check.ts";
import type { ParamType } from "./param-types.ts";

/**
 * How a rule moves when a parameter becomes larger and everything else stays. `up`: a rule that held goes on holding;
 * `down`: one that did not hold goes on failing to; `none`: the rule does not read the parameter; `unknown`: nothing
 * can be said for every descriptor that there could be.
 */
export type Direction = Polarity | "none" | "unknown";

/**
 * What is known of an expression while a parameter moves in the direction in which the expression rises. Truth values
 * are three, as a fact may be missing or of a wrong type, and `and`, `or` and the quantifiers stop at the first that
 * decides. So a conjunct that comes true can uncover a missing fact behind it, and a negation turns that around.
 */
interface Motion {
  readonly direction: Direction;
  /** True stays true while it rises. */
  readonly keepsTrue: boolean;
  /** False stays false while it falls. */
  readonly keepsFalse: boolean;
  /** What is true or false is not missing or an error after it has risen. */
  readonly definedRising: boolean;
  readonly definedFalling: boolean;
  /** Never missing and never an error, whatever the facts are. */
  readonly total: boolean;
}

/** How a rule that must hold moves with a parameter. */
export function directionOf(rule: Expression, name: string, type: ParamType): Direction {
  const { direction, keepsTrue } = motionOf(rule, { name, type });
  if (direction === "up" || direction === "down") return keepsTrue ? direction : "unknown";
  return direction;
}

interface Moved {
  readonly name: string;
  readonly type: ParamType;
}

const SOUND = { keepsTrue: true, keepsFalse: true, definedRising: true, definedFalling: true };
const UNKNOWN: Motion = {
  direction: "unknown",
  keepsTrue: false,
  keepsFalse: false,
  definedRising: false,
  definedFalling: false,
  total: false,
};

/** @param argument what the expression is an argument of; of an operator that hands its argument on, what that one is for */
function motionOf(expression: Expression, moved: Moved, argument?: Argument): Motion {
  const still: Motion = { ...SOUND, direction: "none", total: isTotal(expression) };
  if (!readsParam(expression, moved.name)) return still;
  if (expression.kind === "read") {
    const isOrdered = argument !== undefined && moved.type.arguments.includes(argument.type.name);
    return isOrdered ? { ...SOUND, direction: "up", total: true } : UNKNOWN;
  }
  if (expression.kind === "literal") return still;
  return motionOfCall(expression, moved, argument);
}

function motionOfCall(call: Call, moved: Moved, argument: Argument | undefined): Motion {
  const parts = call.args.map((part, index): Motion => {
    const own = call.operator.argument(index, call.args.length);
    const motion = motionOf(part, moved, own.type.name === "any" ? argument : own);
    if (motion.direction === "none" || motion.direction === "unknown") return motion;
    if (own.polarity === undefined) return UNKNOWN;
    return own.polarity === "up" ? motion : { ...motion, direction: opposite(motion.direction) };
  });
  const direction = common(parts.map((part) => part.direction));
  if (direction === "none" || direction === "unknown") return UNKNOWN;
  return { ...sequence(call, parts), direction, total: parts.every(({ total }) => total) && isTotal(call) };
}

/** How the parts of a call hang together. */
function sequence({ operator, args }: Call, parts: readonly Motion[]): Omit<Motion, "direction" | "total"> {
  const [first = UNKNOWN, second = UNKNOWN] = parts;
  switch (operator.name) {
    case "and":
      return conjunction(parts);
    case "or":
      return negation(conjunction(parts.map(negation)));
    case "not":
      return negation(first);
    case "every":
      return first.direction === "none" ? conjunction([second, second]) : UNKNOWN;
    case "any":
      return first.direction === "none" ? negation(conjunction([negation(second), negation(second)])) : UNKNOWN;
    case "no": {
      // The condition fell already, as the operator said: what is left is a conjunction of its negations.
      const negated = negation(second);
      return first.direction === "none" ? conjunction([negated, negated]) : UNKNOWN;
    }
    case "if": {
      const conditions = parts.filter((_, index) => index % 2 === 0 && index < args.length - 1);
      return conditions.every(({ direction }) => direction === "none") ? all(parts) : UNKNOWN;
    }
    default:
      return parts.every(({ definedRising, definedFalling }) => definedRising && definedFalling) ? SOUND : UNKNOWN;
  }
}

type Behaviour = Omit<Motion, "direction" | "total">;

/** Parts that are asked in order until one is false. */
function conjunction(parts: readonly Motion[]): Motion {
  const keepsTrue = parts.every((part) => part.keepsTrue);
  const keepsFalse = parts.every((part) => part.keepsFalse);
  const definedFalling = parts.every((part) => part.definedFalling);
  // A part that comes true leads on to the next, which nobody had asked before.
  const leadsOn = parts.some((part, index) => part.direction !== "none" && parts.slice(index + 1).some(isPartial));
  return {
    direction: "up",
    keepsTrue,
    keepsFalse: keepsFalse && parts.slice(0, -1).every((part) => part.definedFalling),
    definedRising: keepsTrue && parts.every((part) => part.definedRising) && !leadsOn,
    definedFalling: definedFalling && keepsFalse,
    total: parts.every(({ total }) => total),
  };
}

function negation(part: Motion): Motion {
  return {
    ...part,
    keepsTrue: part.keepsFalse,
    keepsFalse: part.keepsTrue,
    definedRising: part.definedFalling,
    definedFalling: part.definedRising,
  };
}

/** Parts of which one is taken, always the same. */
function all(parts: readonly Motion[]): Behaviour {
  return {
    keepsTrue: parts.every((part) => part.keepsTrue),
    keepsFalse: parts.every((part) => part.keepsFalse),
    definedRising: parts.every((part) => part.definedRising),
    definedFalling: parts.every((part) => part.definedFalling),
  };
}

function isPartial({ total }: Motion): boolean {
  return !total;
}

/** Operators that never fail on parts that never fail. */
const TOTAL: ReadonlySet<string> = new Set(["and", "or", "not", "if"]);

function isTotal(expression: Expression): boolean {
  if (expression.kind === "literal") return true;
  if (expression.kind === "read") return expression.steps[0] === "params";
  const { name } = expression.operator;
  return name === "has" || name === "empty" || (TOTAL.has(name) && expression.args.every(isTotal));
}

function readsParam(expression: Expression, name: string): boolean {
  return readsOf(expression).some(({ steps: [root, param] }) => root === "params" && param === name);
}

function common(directions: readonly Direction[]): Direction {
  const moving = new Set(directions.filter((direction) => direction !== "none"));
  const [first = "none", ...others] = moving;
  return others.length > 0 ? "unknown" : first;
}

function opposite(direction: Polarity): Polarity {
  return direction === "up" ? "down" : "up";
}
