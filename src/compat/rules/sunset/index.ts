import type { Rule } from "../../rule.ts";
import { SUNSET_ANNOUNCED } from "./announced.ts";
import { SUNSET_EARLIER } from "./earlier.ts";
import { SUNSET_LATER } from "./later.ts";
import { SUNSET_UNCLEAR } from "./unclear.ts";
import { SUNSET_WITHDRAWN } from "./withdrawn.ts";

/** When a contract, an object or a field ends: `meshgate.sunset`. */
export const SUNSET_RULES: readonly Rule[] = [
  ...SUNSET_ANNOUNCED,
  ...SUNSET_WITHDRAWN,
  ...SUNSET_EARLIER,
  ...SUNSET_LATER,
  ...SUNSET_UNCLEAR,
];
