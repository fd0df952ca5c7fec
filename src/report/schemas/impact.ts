import type { JsonObject } from "../../model/json.ts";
import { choice, described, list, position, record, ref, text } from "./words.ts";

/** JSON Schema (draft 2020-12) of `meshgate/impact/v1`, what `impact --format json` prints. Later releases may add members. */
export const IMPACT_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/impact/v1",
  title: "Meshgate impact",
  description: "Who is hit when a product, a port or a field changes.",
  ...record({
    schema: { const: "meshgate/impact/v1", description: "Name and version of this format." },
    target: described(
      "What is about to change.",
      record(
        {
          product: text("Id of the product."),
          domain: text("Domain that governs it; empty when none does."),
          ports: list({ type: "string" }, "The output ports meant, `name@version`."),
          path: text("`object` or `object.field`; absent when the whole port is meant."),
        },
        ["path"],
      ),
    ),
    direct: list(ref("reader"), "Input ports that read the ports meant."),
    affected: list(ref("affected"), "Everybody who is reached, directly or through others."),
    ask: list(
      record({ owner: text("A team."), owns: list({ type: "string" }, "What it answers for.") }),
      "Who to ask.",
    ),
    unowned: list({ type: "string" }, "Readers that name no owner."),
  }),
  $defs: {
    reader: record({
      id: text("Id of the product or consumer that reads."),
      kind: choice(["product", "consumer"], "What it is."),
      domain: text("Domain that governs it; empty when none does."),
      owners: list({ type: "string" }, "The teams to ask."),
      input: text("Its input port."),
      port: text("The output port that it reads, `name@version`."),
      tier: choice(["exact", "same-major", "id-only"], "How closely the versions agree."),
      effect: choice(["hit", "miss", "unknown"], "`miss`: its declared use does not touch the target."),
      evidence: text("Why, in a few words."),
    }),
    affected: record({
      id: text("Id of the product or consumer."),
      kind: choice(["product", "consumer"], "What it is."),
      distance: position("Hops along the data flow; 1 reads the target directly."),
      domain: text("Domain that governs it; empty when none does."),
      owners: list({ type: "string" }, "The teams to ask."),
    }),
  },
} as const satisfies JsonObject;
