import { LEVELS } from "../../model/finding.ts";
import type { JsonObject } from "../../model/json.ts";
import { COMPATIBILITY_DEFS, COMPATIBILITY_MEMBERS } from "./compatibility.ts";
import { FIX } from "./fix.ts";
import {
  HEAD,
  address,
  choice,
  closed,
  count,
  day,
  described,
  list,
  LOCATION,
  position,
  PROBLEM,
  record,
  ref,
  text,
} from "./words.ts";

const EDGE = closed({
  from: text("Id of the product that publishes."),
  to: text("Id of the product or consumer that reads."),
  kind: { enum: ["product", "consumer"], description: "What reads: a product and a consumer may share an id." },
  port: text("Output port that is read."),
  input: text("Input port that reads it."),
});

const FINDING = record(
  {
    fingerprint: {
      type: "string",
      pattern: "^[0-9a-f]{16}$",
      description: "Stable over line, file, order and wording: policy and major, subject, target.",
    },
    policy: text("Id of the policy."),
    title: text("What the policy wants, in one line."),
    help: address("The page of the policy; absent when the mesh names no address of its pages."),
    outcome: choice(["fail", "waived", "error"], "`error`: the policy could not be evaluated, which is never a pass."),
    level: choice(LEVELS, "How much it weighs; `block` stops the merge."),
    origin: choice(
      ["new", "existing", "policy"],
      "`new`: this change causes it. `existing`: it was there before. `policy`: only proposed policies see it; never counts.",
    ),
    subject: described(
      "What the finding is about.",
      record(
        {
          kind: choice(["product", "contract", "consumer", "mesh"], "Kind of the subject."),
          id: text("Id of the subject; with its version where there are several contracts of the id."),
          version: text("Version of a contract."),
        },
        ["version"],
      ),
    ),
    target: text("What inside the subject, `outputPorts[name=eod]`; empty for the subject itself."),
    message: text("What was found and what was expected, in one line."),
    remedy: text("What to do, in one line."),
    owners: list({ type: "string" }, "Who owns the subject: the teams to ask."),
    waiver: text("The waiver that excuses it."),
    waivedUntil: day("The first day on which the waiver no longer does."),
    grace: described(
      "Of what was there before a change: how long it is let be.",
      closed({
        until: day("The first day without grace."),
        over: { type: "boolean", description: "Whether that day has come and the change touches it: then it counts." },
      }),
    ),
    fix: described(
      "A change to the file of the finding that was tried: this finding goes, and none comes. At most twenty findings of a run have one.",
      FIX,
    ),
    location: described("Where to look.", ref("location")),
  },
  ["help", "waiver", "waivedUntil", "grace", "fix"],
);

const POLICY = record(
  {
    id: text("Id of the policy."),
    title: text("What the policy wants, in one line."),
    level: choice(LEVELS, "The highest level that any domain has it at."),
    help: address("The page of the policy."),
  },
  ["help"],
);

const RULE_CLASSES = ["tighten", "loosen", "mixed", "neutral", "unknown"];

const RULE_CHANGE = record(
  {
    policy: text("Id of the policy; absent when the guild changes its words or terms, or what is looked at."),
    domain: text("The domain whose form of it changes; absent when it concerns everybody."),
    class: choice(RULE_CLASSES, "Which way it moves the rules."),
    from: day("The first day on which it makes a difference."),
    message: text("What changes, in one line."),
    location: described("Where it is said.", ref("location")),
  },
  ["policy", "domain"],
);

const PRODUCT = record({
  id: text("Id of the product, as its descriptor says it."),
  name: text("Name of the product."),
  domain: text("Domain that governs it by its path; empty when none does."),
  version: text("Version as the descriptor says it."),
  change: choice(["added", "changed", "removed", "renamed", "unchanged"], "What this change does to it."),
});

const AFFECTED = record({
  id: text("Id of the product or consumer."),
  kind: choice(["product", "consumer"], "What it is."),
  distance: position(
    "Hops along the data flow; 1 is hit directly, and the others are reached through those that are hit.",
  ),
  domain: text("Domain that governs it; empty when none does."),
  owners: list({ type: "string" }, "Who owns it: the teams to ask."),
});

const GRAPH = record({
  edgesAdded: list(ref("edge"), "Who reads what since this change."),
  edgesRemoved: list(ref("edge"), "Who no longer reads what since this change."),
  affected: list(
    ref("affected"),
    "Products and consumers that read what the change takes away or gives otherwise, and those reached through them.",
  ),
  cycles: list({ type: "array", items: { type: "string" } }, "Ids that read each other in a circle."),
  dangling: list(
    closed({
      id: text("Product or consumer that reads."),
      input: text("Its input port."),
      contract: text("The contract that no product publishes."),
      location: described("Where it is read.", ref("location")),
    }),
    "Inputs that lead nowhere.",
  ),
  edges: list(
    ref("edge"),
    "Edges among the products that take something away and who is affected: the picture of the blast radius.",
  ),
});

const COMPATIBILITY = record({
  contract: text("Id of the contract, or of the product."),
  from: text("The version that it was; empty: none."),
  to: text("The version that it is to be; empty: none, or nothing is left of it."),
  enforced: {
    type: "boolean",
    description: "Whether it holds anybody up: what was a draft may change freely, and so may what stands beside it.",
  },
  baselines: list(
    closed({
      version: text("A version."),
      why: choice(
        ["base", "live", "pinned"],
        "`base`: it was this one. `live`: it is read, and its readers are led here. `pinned`: a reader names it.",
      ),
    }),
    "The versions that it was compared with.",
  ),
  sunsets: list(
    closed({
      kind: choice(
        ["missing", "early", "unreadable"],
        "`missing`: what is deprecated says no day; `early`: the notice is not over by then; `unreadable`: it is no day.",
      ),
      name: text("What ends, as readers name it; empty: the whole."),
      sunset: text("As it is written; empty: it is not."),
      least: day("The first day that would do."),
      message: text("What is wrong, in a sentence."),
      remedy: text("What to write, in a sentence."),
      location: described("Where it stands.", ref("location")),
    }),
    "What is wrong with the days on which it or a part of it ends.",
  ),
  ...COMPATIBILITY_MEMBERS,
});

/** JSON Schema (draft 2020-12) of `meshgate/report/v1`, what `check --format json` prints. Later releases may add members. */
export const REPORT_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/report/v1",
  title: "Meshgate report",
  description: "The verdict on a change to a data mesh: a function of the commits, the policies and the date.",
  ...record(
    {
      schema: { const: "meshgate/report/v1", description: "Name and version of this format." },
      verdict: choice(
        ["pass", "fail", "error"],
        "`error`: something could not be read or judged, which is never a pass.",
      ),
      asOf: day("The date judged for."),
      failOn: choice(["block", "warn", "never"], "From which level on a new finding fails the check."),
      base: described(
        "What the change is compared with; absent when the whole mesh was judged.",
        closed({ ref: text("As it was asked for."), commit: text("Full object id of the commit compared with.") }),
      ),
      head: HEAD,
      policySet: described(
        "The policies in force.",
        closed({
          digest: text("Digest over the policies in force."),
          policies: count("How many policies were in force."),
          inForce: list(ref("policy"), "These policies, by id."),
        }),
      ),
      products: list(ref("product"), "The products that were judged."),
      findings: list(ref("finding"), "Outcomes that are neither a pass nor not applicable."),
      fixed: list(ref("finding"), "Findings that base had and head has not, of what head still holds."),
      compatibility: list(
        ref("compatibility"),
        "What the change does to contracts and products, and to those who read them; empty without a base.",
      ),
      graph: described("What the change means for the mesh.", ref("graph")),
      approvals: described(
        "Who has to agree to this change.",
        record({
          required: list({ type: "object" }, "Approvals that this change needs."),
          satisfied: { type: "boolean", description: "Whether all of them are given." },
        }),
      ),
      counts: described(
        "Policy checks by outcome.",
        closed({
          pass: count("Policy checks that passed."),
          fail: count("Policy checks that failed, excused ones not counted."),
          waived: count("Policy checks that failed and are excused by a waiver."),
          notApplicable: count("Policy checks that did not apply."),
          error: count("Policy checks that could not be evaluated."),
        }),
      ),
      rules: described(
        "What the change does to the rules, once it is merged; absent when it does not touch them.",
        closed({
          class: choice(
            RULE_CLASSES,
            "Which way it moves them as a whole; `unknown`: nobody can tell for every descriptor that there could be.",
          ),
          changes: list(
            ref("change"),
            "What changes, policy by policy; then waivers, the guild, and what is looked at.",
          ),
        }),
      ),
      problems: list(ref("problem"), "Inputs that could not be read or relied on."),
    },
    ["base", "rules"],
  ),
  $defs: {
    location: LOCATION,
    compatibility: COMPATIBILITY,
    ...COMPATIBILITY_DEFS,
    edge: EDGE,
    finding: FINDING,
    policy: POLICY,
    change: RULE_CHANGE,
    problem: PROBLEM,
    product: PRODUCT,
    affected: AFFECTED,
    graph: GRAPH,
  },
} as const satisfies JsonObject;
