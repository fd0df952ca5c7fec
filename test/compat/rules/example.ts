import { parse } from "yaml";
import type { Difference } from "../../../src/compat/compare.ts";
import { compareContracts } from "../../../src/compat/compare.ts";
import { contractForm } from "../../../src/compat/form/read.ts";
import type { Json } from "../../../src/model/json.ts";

/** Two contracts in YAML, and what is told of the way from one to the other: `rule consumer producer class semver`. */
export interface Example {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly told: readonly string[];
  /** The standard has no such contract, so no command compares it; the engine must stand it all the same. */
  readonly isOdd?: true;
}

export function differences(before: string, after: string): readonly Difference[] {
  return compareContracts(contractForm(parse(before) as Json), contractForm(parse(after) as Json));
}

/** A contract with one object `orders` whose key is `id`, and with one field more, of which `lines` says all but the name. */
export function withField(lines: string): string {
  return `
id: orders
version: 1.0.0
schema:
  - name: orders
    properties:
      - { name: id, logicalType: integer, required: true }
      - name: f
${lines.replaceAll(/^/gmu, "        ")}
`;
}
