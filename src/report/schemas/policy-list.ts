import { LEVELS } from "../../model/finding.ts";
import type { JsonObject } from "../../model/json.ts";
import { choice, closed, day, described, list, LOCATION, PROBLEM, record, ref, text } from "./words.ts";

/** JSON Schema (draft 2020-12) of `meshgate/policy-list/v1`, what `policy list --format json` prints. Later releases may add members. */
export const POLICY_LIST_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/policy-list/v1",
  title: "Meshgate policy list",
  description: "The policies of a mesh on a day, or those that judge one product, with every value in force.",
  ...record(
    {
      schema: { const: "meshgate/policy-list/v1", description: "Name and version of this format." },
      asOf: day("The day that was asked about."),
      product: described(
        "The product that was asked about; absent when every form of every policy is listed.",
        closed({ id: text("Its id."), domain: text("Domain that governs it; empty when none does.") }),
      ),
      policies: list(ref("policy"), "The policies, by id and then by domain."),
      problems: list(ref("problem"), "What could not be read or relied on."),
    },
    ["product"],
  ),
  $defs: {
    location: LOCATION,
    problem: PROBLEM,
    policy: record(
      {
        id: text("Id of the policy."),
        version: text("Its version."),
        title: text("What it wants, in one line."),
        type: choice(["descriptor", "graph", "change"], "What it looks at."),
        target: text("What it judges: `product`, or a list below one."),
        domain: text("The domain whose form of it this is; absent: everybody's."),
        level: choice(LEVELS, "What it weighs on that day."),
        later: list(
          closed({ from: day("The first day of the level."), level: choice(LEVELS, "The level.") }),
          "Levels that come later.",
        ),
        values: list(
          closed({
            name: text("`level`, `existing`, `waiver`, or the name of a parameter."),
            kind: choice(["level", "grace", "waiver", "parameter"], "What it is."),
            value: { description: "The value in force." },
            layer: text("Who has set it: a pack, the guild or a domain."),
            location: described("Where it is set.", ref("location")),
          }),
          "Every value in force.",
        ),
      },
      ["domain"],
    ),
  },
} as const satisfies JsonObject;
