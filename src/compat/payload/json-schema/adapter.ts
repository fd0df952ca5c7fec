import { compareContracts } from "../../compare.ts";
import { contractForm } from "../../form/read.ts";
import { readJson } from "../json.ts";
import type { PayloadAdapter, PayloadVerdict } from "../payload.ts";
import { withoutPlace } from "../rules.ts";
import type { Beyond, SchemaReading } from "./contract.ts";
import { readSchema } from "./contract.ts";

/** JSON Schema, as far as a contract can say the same: by the rules for contracts, in their words. */
export const jsonSchemaAdapter: PayloadAdapter = {
  kind: "json-schema",
  compare(before, after, subject) {
    const [then, now] = [readJson(before), readJson(after)];
    if ("fault" in then) return { unreadable: then.fault, side: "before" };
    if ("fault" in now) return { unreadable: now.fault, side: "after" };
    return compareSchemas(readSchema(then.value, subject), readSchema(now.value, subject));
  },
};

function compareSchemas(then: SchemaReading, now: SchemaReading): PayloadVerdict {
  if ("refused" in then) return { abstains: then.refused, side: "before" };
  if ("refused" in now) return { abstains: now.refused, side: "after" };
  const place = [...now.beyond.keys()].find((at) => differsBeyond(then.beyond.get(at), now.beyond.get(at)));
  if (place !== undefined)
    return { abstains: `Absence, null or additionalProperties changes at ${place === "" ? "the root" : place}.` };
  const differences = compareContracts(contractForm(then.contract), contractForm(now.contract));
  return { findings: differences.map(withoutPlace), isSame: true };
}

/** Where one side is always there and not null the rules for contracts tell the change; between other ways they cannot. */
function differsBeyond(then: Beyond | undefined, now: Beyond | undefined): boolean {
  if (then === undefined || now === undefined) return false;
  return then.open !== now.open || (then.absence !== "" && now.absence !== "" && then.absence !== now.absence);
}
