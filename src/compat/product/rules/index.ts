import type { ProductRule } from "../rule.ts";
import { INPUT_PORT_RULES } from "./input-port/index.ts";
import { MANAGEMENT_PORT_RULES } from "./management-port/index.ts";
import { OUTPUT_PORT_RULES } from "./output-port/index.ts";
import { WHOLE_RULES } from "./product/index.ts";

/** Every rule about products, in the order of the table of the reference. */
export const PRODUCT_RULES: readonly ProductRule[] = [
  ...WHOLE_RULES,
  ...OUTPUT_PORT_RULES,
  ...INPUT_PORT_RULES,
  ...MANAGEMENT_PORT_RULES,
];
