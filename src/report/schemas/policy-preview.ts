import type { JsonObject } from "../../model/json.ts";
import { STATES } from "../../model/policy-preview.ts";
import { choice, closed, count, day, described, list, LOCATION, PROBLEM, record, ref, text } from "./words.ts";

const CLASSES = ["tighten", "loosen", "mixed", "neutral", "unknown"];

/** JSON Schema (draft 2020-12) of `meshgate/policy-preview/v1`, what `policy preview --format json` prints. Later releases may add members. */
export const POLICY_PREVIEW_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/policy-preview/v1",
  title: "Meshgate policy preview",
  description: "What a change of the rules does to every product, now and on each day on which a level changes.",
  ...record(
    {
      schema: { const: "meshgate/policy-preview/v1", description: "Name and version of this format." },
      asOf: day("The day that counts as today."),
      base: described(
        "What the rules are compared with.",
        closed({ ref: text("As it was asked for."), commit: text("Full object id.") }),
      ),
      head: described(
        "Where the proposed rules stand.",
        closed({
          ref: text("As it was asked for."),
          commit: { type: ["string", "null"], description: "Full object id; null for uncommitted work." },
        }),
      ),
      class: choice(CLASSES, "Which way the change moves the rules."),
      changes: list(
        record(
          {
            policy: text("Id of the policy; absent when the guild changes its words or terms, or what is looked at."),
            domain: text("The domain whose form of it changes; absent when it concerns everybody."),
            class: choice(CLASSES, "Which way it moves the rules."),
            from: day("The first day on which it makes a difference."),
            message: text("What changes, in one line."),
            location: described("Where it is said.", ref("location")),
          },
          ["policy", "domain"],
        ),
        "What changes, policy by policy; then waivers, the guild, and what is looked at.",
      ),
      days: list(
        record({
          day: day("The day."),
          tally: described("All products and consumers.", ref("tally")),
          domains: list(
            closed({ domain: text("Id of the domain; empty for what none owns."), tally: ref("tally") }),
            "Domain by domain.",
          ),
          altered: list(
            closed({
              kind: choice(["product", "consumer", "contract"], "What it is."),
              id: text("Its id."),
              domain: text("Domain that governs it; empty when none does."),
              owners: list({ type: "string" }, "The teams to ask."),
              before: choice(STATES, "What the rules in force say."),
              after: choice(STATES, "What the proposed rules say."),
              policies: list({ type: "string" }, "Policies that say something else than before."),
            }),
            "Those whose state changes, the worst first.",
          ),
          policies: list(
            closed({
              id: text("Id of the policy."),
              newlyFailing: count("How many it newly fails."),
              noLongerFailing: count("How many it no longer fails."),
            }),
            "Policies that say something else of somebody.",
          ),
        }),
        "Today, and every later day on which a level of either set of rules changes.",
      ),
      history: described(
        "What the proposed rules would have done to past changes; absent when that was not asked.",
        closed({
          commits: count("Commits that were looked at."),
          judged: count("Those of them that touch what is judged."),
          stopped: list(
            closed({
              commit: text("Full object id."),
              day: day("When it landed."),
              policies: list({ type: "string" }, "Policies that would have stopped it."),
              subjects: list({ type: "string" }, "What they would have found fault with."),
            }),
            "Those that would have been stopped, newest first.",
          ),
        }),
      ),
      problems: list(ref("problem"), "What could not be read, and what the guild has promised and this does not keep."),
    },
    ["history"],
  ),
  $defs: {
    location: LOCATION,
    problem: PROBLEM,
    tally: closed(
      Object.fromEntries(
        STATES.map((state) => [
          state,
          described(
            `How many are ${state}.`,
            closed({
              before: count("By the rules in force."),
              after: count("By the proposed rules."),
              newly: count("By the proposed rules and not by those in force."),
            }),
          ),
        ]),
      ),
    ),
  },
} as const satisfies JsonObject;
