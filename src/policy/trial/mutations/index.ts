import type { Mutation } from "../site.ts";
import { boundary } from "./boundary.ts";
import { constant } from "./constant.ts";
import { fallback } from "./fallback.ts";
import { junction } from "./junction.ts";
import { literal } from "./literal.ts";
import { negation } from "./negation.ts";
import { operands } from "./operands.ts";
import { quantifier } from "./quantifier.ts";

/** What is tried at every part of a rule. A new one is a file and a line here. */
export const MUTATIONS: readonly Mutation[] = [
  negation,
  junction,
  boundary,
  quantifier,
  operands,
  constant,
  fallback,
  literal,
];
