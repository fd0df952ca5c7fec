import type { JsonObject } from "../../model/json.ts";
import { choice, list, record, ref, text } from "./words.ts";

/** JSON Schema (draft 2020-12) of `meshgate/graph/v1`, what `graph --format json` prints. Later releases may add members. */
export const GRAPH_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/graph/v1",
  title: "Meshgate graph",
  description: "A data mesh or a part of it: who publishes, who reads.",
  ...record({
    schema: { const: "meshgate/graph/v1", description: "Name and version of this format." },
    title: text("What is shown."),
    nodes: list(ref("node"), "Products and consumers, sorted by id."),
    edges: list(ref("edge"), "Who reads what; data flows from `from` to `to`."),
  }),
  $defs: {
    node: record({
      id: text("Id; a consumer that shares a product's id has `consumer:` before it."),
      kind: choice(["product", "consumer"], "What it is."),
      name: text("Name, or else the id."),
      domain: text("Domain that governs it by its path; empty when none does."),
      version: text("Version as its descriptor says it."),
      status: text("Status, in lower case."),
      owners: list({ type: "string" }, "The teams that answer for it."),
      orphan: { type: "boolean", description: "A product that nobody declares to read." },
      marks: list(choice(["changed", "affected", "broken", "focus"], "Why it stands out."), "Why it stands out."),
    }),
    edge: record({
      from: text("Id of the product that publishes."),
      to: text("Id of the product or consumer that reads."),
      label: text("The output port that is read, with its version."),
      tier: choice(["exact", "same-major", "id-only"], "How closely the versions agree."),
      ambiguous: { type: "boolean", description: "Several products publish the contract that is named." },
      cycle: { type: "boolean", description: "Part of a circle." },
    }),
  },
} as const satisfies JsonObject;
