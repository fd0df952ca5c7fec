import type { Facet } from "../../model/compatibility.ts";
import type { Difference } from "../compare.ts";
import { AXES_OF } from "./default.ts";
import { milder, weightOf, worse } from "./scale.ts";
import type { BlockingMode, Scale, Weight } from "./scale.ts";

/** What a schema in a registry says. */
const SEEN: ReadonlySet<Facet> = new Set(["existence", "identity", "type", "nullability", "domain", "docs"]);

/** Of those facets, what no Avro or JSON schema says. */
const UNSEEN: ReadonlySet<string> = new Set([
  ...["field.semanticType.changed", "field.vector.model.changed"],
  ...["contract.meaning.changed", "object.meaning.changed", "field.meaning.changed"],
]);

/** What stands in a schema, by the first word of the rule. */
const SCHEMA: ReadonlySet<string> = new Set(["contract", "object", "field", "payload"]);

/** An optional field has a default, null: a reader that misses it takes the default. */
const DEFAULTED: ReadonlySet<string> = new Set(["field.removed"]);

export const CONFLUENT_SCALE: Scale = {
  id: "confluent",
  title: "Confluent Schema Registry",
  about:
    "The compatibility types FORWARD, BACKWARD, FULL and NONE by the mode, as they are for Avro, with limits of values as for JSON Schema. An axis that the mode asks about and that is broken is breaking; all else passes. An optional field is one with a default, so it may go. What no schema says, such as keys, quality, service levels and servers, a registry does not see: here it is risky at most, and never passes where the axis is broken. The types that end in `_TRANSITIVE` compare with every version and not only with the newest; that is no matter of weight, and `meshgate check` compares with every version that is live or pinned. A registry has no opinion on the version of a contract, so it follows the class.",
  weigh: (difference, mode) => (isSeen(difference) ? seen(difference, mode) : unseen(difference, mode)),
};

function isSeen({ ruleId, facet }: Difference): boolean {
  return SEEN.has(facet) && SCHEMA.has(ruleId.replace(/\..*$/su, "")) && !UNSEEN.has(ruleId);
}

function seen(difference: Difference, mode: BlockingMode): Weight {
  const plain = weightOf(difference.class === "docs" ? "docs" : "safe");
  if (DEFAULTED.has(difference.ruleId)) return plain;
  return isBroken(difference, mode) ? weightOf("breaking") : plain;
}

function unseen(difference: Difference, mode: BlockingMode): Weight {
  const name = milder(difference.class, "risky");
  return weightOf(isBroken(difference, mode) ? worse(name, "risky") : name);
}

function isBroken({ axes }: Difference, mode: BlockingMode): boolean {
  return AXES_OF[mode].some((axis) => axes[axis].verdict === "broken");
}
