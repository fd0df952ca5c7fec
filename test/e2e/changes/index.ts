import type { Case } from "./case.ts";
import { CLASSIFICATION } from "./classification.ts";
import { CONSUMERS } from "./consumers.ts";
import { CONTRACTS } from "./contracts.ts";
import { HISTORY } from "./history.ts";
import { PORTS } from "./ports.ts";
import { PRODUCTS } from "./products.ts";
import { RULES } from "./rules.ts";

/** Every kind of change: what the author does, and what the check must say. */
export const CASES: readonly (readonly [deed: string, case_: Case])[] = [
  CONTRACTS,
  PORTS,
  CLASSIFICATION,
  PRODUCTS,
  CONSUMERS,
  HISTORY,
  RULES,
].flatMap((cases) => Object.entries(cases));
