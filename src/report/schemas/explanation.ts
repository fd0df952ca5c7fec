import { LEVELS } from "../../model/finding.ts";
import type { JsonObject } from "../../model/json.ts";
import { FIX } from "./fix.ts";
import { HEAD, choice, closed, count, day, described, list, LOCATION, record, ref, text } from "./words.ts";

const SET_BY = closed({
  layer: text("Who has set it: `guild`, `pack baseline`, `domain player`."),
  location: described("Where it is said.", ref("location")),
});

const STAGE = closed({ from: day("The first day of the level."), level: choice(LEVELS, "The level.") });

const STEP = record(
  {
    kind: choice(
      ["call", "read", "literal", "more"],
      "An operator, a fact or parameter, a value that is written out; `more`: elements that are left out.",
    ),
    role: text("What it is to the part around it: `if`, `then`, `else`, `item 3`; empty where its place says it."),
    text: text("The operator, the path, or the value as it is written."),
    state: choice(
      ["value", "missing", "error", "skipped"],
      "`missing`: a fact is not set. `skipped`: not evaluated, because what stands before had decided.",
    ),
    value: text("What it came to, as people write it; of a missing value the path, of an error the reason."),
    decides: { type: "boolean", description: "Whether it is one of those that decided the outcome." },
    location: described("Where it stands in the policy's file.", ref("location")),
    fact: described(
      "Where a fact is written in the descriptor; absent for what is worked out, or stands elsewhere.",
      ref("location"),
    ),
    steps: list(ref("step"), "Its arguments."),
  },
  ["value", "fact"],
);

const TARGET = record(
  {
    target: text("What inside the subject, `outputPorts[name=eod]`; empty for the subject itself."),
    outcome: choice(["pass", "fail", "waived", "not-applicable", "error"], "What the policy says of it."),
    level: choice(LEVELS, "How much it weighs, or would."),
    fingerprint: text("Of the finding that it is, or would be."),
    origin: choice(["new", "existing", "policy"], "Of a finding: who caused it."),
    message: text("What was found, in one line; empty for a pass."),
    remedy: text("What to do, in one line."),
    location: described("Where to look.", ref("location")),
    because: list(
      record(
        {
          name: text("The fact in the words of the rule."),
          value: text("As people write it; absent when it is not set."),
          location: described("Where it stands in the descriptor.", ref("location")),
        },
        ["value", "location"],
      ),
      "The facts that decided.",
    ),
    applies: described("Whether the policy applies; absent when it always does.", ref("step")),
    rule: described("The rule; absent when it was not asked, or the policy is a schema.", ref("step")),
    faults: list(
      closed({ message: text("What does not fit."), location: described("Where.", ref("location")) }),
      "Where the target does not fit the schema of the policy.",
    ),
    waivers: list(
      record(
        {
          id: text("Id of the waiver."),
          covers: { type: "boolean", description: "Whether it excuses this target today." },
          reason: text("Until when it does, or why it does not."),
          expires: day("The first day on which it no longer holds."),
          location: described("Where it stands.", ref("location")),
        },
        ["expires"],
      ),
      "Waivers of the policy for the subject, whether they hold or not.",
    ),
    fix: described("A change that mends it, and was tried.", FIX),
  },
  ["origin", "applies", "rule", "fix"],
);

const ENFORCEMENT = record(
  {
    level: choice(LEVELS, "What the policy weighs on the day."),
    since: day("The first day of that level; absent when it was so ever since."),
    next: described("The next level.", STAGE),
    setBy: described("Who has set the levels.", ref("setBy")),
    grace: described(
      "For what was there before a change.",
      closed({
        level: choice(LEVELS, "What it weighs at most."),
        until: day("The first day without grace."),
        over: { type: "boolean", description: "Whether that day has come." },
        setBy: described("Who has set it.", ref("setBy")),
      }),
    ),
    waivers: described(
      "Under which terms findings may be waived.",
      closed(
        {
          allowed: { type: "boolean", description: "Whether they may be at all." },
          maxDays: count("Longest time that a waiver lasts."),
          setBy: described("Who has set it; absent where the usual terms hold.", ref("setBy")),
        },
        ["setBy"],
      ),
    ),
  },
  ["since", "next", "grace"],
);

const PARAMETER = record(
  {
    name: text("Name of the parameter."),
    value: text("The value in force, as people write it."),
    setBy: described("Who has set it.", ref("setBy")),
    instead: described(
      "The author's own value, where somebody has set another.",
      closed({ value: text("The value."), location: described("Where it stands.", ref("location")) }),
    ),
  },
  ["instead"],
);

/** JSON Schema (draft 2020-12) of `meshgate/explanation/v1`, what `explain --format json` prints. Later releases may add members. */
export const EXPLANATION_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/explanation/v1",
  title: "Meshgate explanation",
  description: "Why policies say what they say of a subject: values, the parts that decided, and who has set what.",
  ...record(
    {
      schema: { const: "meshgate/explanation/v1", description: "Name and version of this format." },
      asOf: day("The date judged for."),
      base: described(
        "What the change is compared with; absent when nothing is compared.",
        closed({ ref: text("As it was asked for."), commit: text("Full object id of the commit compared with.") }),
      ),
      head: HEAD,
      explained: list(
        record({
          policy: described(
            "The policy.",
            record({
              id: text("Its id."),
              version: text("Its version."),
              type: choice(["descriptor", "graph", "change"], "What it looks at."),
              title: text("What it wants, in one line."),
              rationale: text("Why it is there."),
              location: described("Where it stands.", ref("location")),
            }),
          ),
          subject: described(
            "What was judged.",
            record(
              {
                kind: choice(["product", "contract", "consumer", "mesh"], "Kind of the subject."),
                id: text("Its id."),
                version: text("Version of a contract."),
                domain: text("Domain that governs it by its path; empty when none does."),
                owners: list({ type: "string" }, "The teams to ask."),
                file: text("Its file; absent for the mesh as a whole."),
              },
              ["version", "file"],
            ),
          ),
          enforcement: described("What the policy weighs on the day, and why.", ENFORCEMENT),
          parameters: list(PARAMETER, "The parameters in force."),
          targets: list(ref("target"), "What the policy says of each target."),
        }),
        "One policy on one subject each.",
      ),
    },
    ["base"],
  ),
  $defs: { location: LOCATION, setBy: SET_BY, step: STEP, target: TARGET },
} as const satisfies JsonObject;
