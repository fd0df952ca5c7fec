import { POLICY_SHAPE } from "../../src/policy/schemas/policy.ts";
import { definition, keysTable } from "./keys.ts";
import type { Parts } from "./page.ts";

const SECTIONS = { param: "[parameter](#a-parameter)", case: "[case](#a-case)", patch: "[patch](#a-patch)" };

export function policyFileParts(): Parts {
  const part = (name: string): string => keysTable(POLICY_SHAPE, SECTIONS, definition(POLICY_SHAPE, name));
  return {
    keys: keysTable(POLICY_SHAPE, SECTIONS),
    parameter: part("param"),
    case: part("case"),
    patch: part("patch"),
  };
}
