import { CLASSES, MODES, PROFILES } from "../../model/compatibility.ts";
import type { JsonObject } from "../../model/json.ts";
import { WINDOW } from "../../model/window.ts";
import { closed, matching, text } from "./words.ts";

const RULE_ID = "^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+$";

const choice = (values: readonly string[], description: string): JsonObject => ({ enum: [...values], description });

const window = (description: string): JsonObject => ({
  ...matching(
    WINDOW,
    "endOfNextQuarter, endOfQuarter, a number of days such as 30d, or a period such as P3M",
    description,
  ),
  "x-unit": "d",
});

/** `compatibility` in `meshgate.yaml`. */
export const COMPATIBILITY_SCHEMA: JsonObject = closed(
  "How changes of contracts and products are weighed.",
  {
    mode: choice(
      MODES,
      "Which changes hold a merge up: those that break readers (consumer), stored rows and pipelines (history), either (full), or none; default: consumer.",
    ),
    profile: choice(PROFILES, "Whose severities count: those of Meshgate, or of another tool; default: default."),
    severity: {
      type: "object",
      description: "What changes of a kind mean in this mesh, by the id of the rule that tells of them.",
      propertyNames: { pattern: RULE_ID, "x-expected": "the id of a rule, such as field.removed" },
      additionalProperties: choice(CLASSES, "What such a change means."),
    },
    unknown: choice(
      ["strict", "lenient"],
      "Whether a reader of whom nobody knows what it reads counts as hit: strict, or lenient; default: strict.",
    ),
    notice: closed(
      "How long before it goes the end of something must be announced, from the day on which the announcement is merged.",
      {
        core: window("What is critical; default: endOfNextQuarter."),
        default: window("All else; default: 30d."),
        draft: window("What is a draft or a proposal; default: 0d."),
      },
      [],
    ),
    coreTag: text("A tag that marks what is critical, beside criticalDataElement and meshgate.class."),
  },
  [],
);
