import { AXIS_STATES, BUMPS, CLASSES, DIRECTIONS, FACETS, MODES, PROFILES } from "../../model/compatibility.ts";
import type { JsonObject } from "../../model/json.ts";
import { choice, closed, day, described, list, record, ref, text } from "./words.ts";

const FINGERPRINT = "^[0-9a-f]{16}$";
const CHANGE_CLASS = choice(CLASSES, "`breaking` blocks, `risky` needs somebody who knows, `safe` and `docs` nobody.");

/** Any JSON value. */
const value = (description: string): JsonObject => ({ description });
const flag = (description: string): JsonObject => ({ type: "boolean", description });
const dayOrNull = (description: string): JsonObject => ({ anyOf: [day("YYYY-MM-DD."), { type: "null" }], description });

const axes = (one: JsonObject): JsonObject =>
  closed({
    consumer: described("Does what arrives tomorrow satisfy what readers were promised (Confluent: FORWARD)?", one),
    producer: described("Does what exists satisfy the new contract (Confluent: BACKWARD)?", one),
  });

const AXIS_VERDICT = closed(
  {
    verdict: choice(AXIS_STATES, "`unknown`: nobody can tell, which is never ok."),
    reason: text("Why, in one line."),
    witness: value("A row that is valid on one side and not on the other, where the change is about records."),
  },
  ["witness"],
);

const AFFECTED_READER = record({
  consumer: text("Id of the product or consumer that reads."),
  kind: choice(["product", "consumer"], "What reads."),
  domain: text("Its domain; empty when none is known."),
  input: text("The input port that it reads by."),
  port: text("The output port that it reads, `name@version`; empty when no product is known to publish the contract."),
  pin: text("The version that it names, as written; empty: none."),
  effect: choice(["hit", "miss", "unknown"], "`miss`: it is known not to read what changes. `unknown`: it may."),
  evidence: choice(
    ["expectation", "uses", "derived", "none"],
    "From what that is known: a contract of its own, a list of fields, its own lineage, nothing.",
  ),
  reason: text("Why, in a few words."),
  owner: text("The first of `owners`; empty when nobody answers for it."),
  owners: list({ type: "string" }, "The teams to ask."),
});

const DEPRECATION = closed({
  announced: dayOrNull("The day on which the announcement landed on the default branch; null: it has not."),
  removableFrom: dayOrNull("The first day on which it may go; null: nothing was announced."),
  core: flag("Whether the longer notice of what is critical counts."),
  isOver: flag("Whether the notice is over: it may go now."),
});

const CONTRACT_CHANGE = record(
  {
    ruleId: text("Id of the rule that tells of it, such as `field.required.dropped`."),
    kind: choice(["add", "remove", "change", "rename"], "What happens."),
    facet: choice(FACETS, "What of the contract it is about."),
    direction: choice(
      DIRECTIONS,
      "Whether the promise gets weaker, stronger, another one, more, or nothing but words change.",
    ),
    path: text("What changes, by names: `/schema[orders]/properties[email]/required`."),
    fields: list(
      { type: "string" },
      "The fields that it is about, as readers name them: `orders.email`; empty: the contract as a whole.",
    ),
    ports: list(
      { type: "string" },
      "Output ports that it is about, `name@version` as it was before; absent: all of them.",
    ),
    before: value("What stood there; null: nothing."),
    after: value("What stands there; null: nothing."),
    class: described("What it means in the end, for those who read.", CHANGE_CLASS),
    byItself: described("What it would mean if nobody knew who reads, and nothing had been announced.", CHANGE_CLASS),
    eased: choice(
      ["no-reader", "announced"],
      "Why it weighs less than by itself: it hits no reader that is known; its end was announced in time.",
    ),
    semver: choice(BUMPS, "The bump that it asks for by itself."),
    message: text("What changes, in one line."),
    remedy: text("What to do instead, in one line."),
    fingerprint: { type: "string", pattern: FINGERPRINT, description: "Stable over line, file, order and wording." },
    location: described("Where it stands after the change, or where it stood when nothing is left.", ref("location")),
    against: text("The version that it was compared with: the newest that shows the change."),
    axes: described("What it does to readers, and to pipelines and stored rows.", axes(ref("axisVerdict"))),
    affected: list(ref("affectedReader"), "Every reader that was asked about, those that it misses too."),
    deprecation: described("How far its end was announced; absent where nobody looked.", DEPRECATION),
    review: list({ type: "string" }, "Who has to look at it besides: `privacy`, `legal`."),
  },
  ["ports", "eased", "deprecation"],
);

const PARTY = closed({
  owner: text("The team; empty: nobody answers for these readers."),
  readers: list({ type: "string" }, "Ids of the readers that they answer for."),
  changes: list({ type: "string", pattern: FINGERPRINT }, "Fingerprints of the changes."),
});

/** What the schemas of documents that tell of compatibility share: their `$defs`, beside `location`. */
export const COMPATIBILITY_DEFS = {
  contractChange: CONTRACT_CHANGE,
  axisVerdict: AXIS_VERDICT,
  affectedReader: AFFECTED_READER,
  party: PARTY,
} as const satisfies JsonObject;

/** What is said of one comparison, in `diff` and in a report. */
export const COMPATIBILITY_MEMBERS = {
  subject: choice(["contract", "product"], "What is compared."),
  profile: choice(PROFILES, "Whose severities the classes come from."),
  mode: choice(MODES, "Which axes hold a change up: what arrives, what exists, both, neither."),
  class: choice([...CLASSES, "none"], "The worst of all changes; `none`: both say the same."),
  axes: described(
    "`broken` where any change breaks it, else `unknown` where any cannot be told.",
    axes({ enum: AXIS_STATES }),
  ),
  declaredBump: choice([...BUMPS, "lowered", "unknown"], "What the change of version amounts to."),
  requiredBump: choice(BUMPS, "What the changes ask for; below 1.0.0 a break is a minor one."),
  nextVersion: {
    type: ["string", "null"],
    description: "The version to write; null where the one before is not semantic.",
  },
  versionIsEnough: flag("Whether the declared version does what the changes ask for."),
  changes: list(ref("contractChange"), "Every change, the worst first."),
  lanes: described(
    "Whom it concerns.",
    closed({
      signOff: list(ref("party"), "Who must agree before it lands."),
      notify: list(ref("party"), "Who should hear of it."),
      safe: list({ type: "string" }, "Readers that no change touches."),
    }),
  ),
} as const satisfies JsonObject;
