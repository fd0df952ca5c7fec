import type { Json } from "../../model/json.ts";
import type { PolicyTest } from "../../model/policy-test.ts";
import { printJson } from "../escape/json.ts";
import type { RenderOptions } from "../format.ts";
import { policyTestText } from "./text.ts";

/** A way to write what the tests of policies show: a pure function of it. */
export interface PolicyTestFormat {
  readonly id: string;
  readonly render: (test: PolicyTest, options: RenderOptions) => string;
}

export const POLICY_TEST_FORMATS: readonly PolicyTestFormat[] = [
  { id: "text", render: policyTestText },
  // The order of what a suggested case sets counts, so nothing is sorted.
  { id: "json", render: (test) => printJson(JSON.parse(JSON.stringify(test)) as Json) },
];

export function findPolicyTestFormat(id: string): PolicyTestFormat | undefined {
  return POLICY_TEST_FORMATS.find((format) => format.id === id);
}
