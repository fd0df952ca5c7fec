import type { Axis, AxisState } from "../../model/compatibility.ts";
import type { JsonPath } from "../../model/json.ts";
import type { Difference } from "../difference.ts";
import { differenceOf } from "../difference.ts";
import type { Found, Pair, RuleTerms } from "../rule.ts";
import type { PayloadFinding } from "./payload.ts";

/** A kind of change of a payload schema. What finds it are the adapters, so it has nothing to be asked. */
export type PayloadRule = RuleTerms;

function payloadRule(terms: Omit<PayloadRule, "row">): PayloadRule {
  return { ...terms, row: "payload" };
}

/** By the part they play. */
export const PAYLOAD = {
  added: payloadRule({
    id: "payload.added",
    facet: "type",
    direction: "strengthen",
    title: "A payload schema is named",
    consumer: "ok",
    producer: "unknown",
    class: "safe",
    semver: "minor",
    mirror: "payload.removed",
  }),
  removed: payloadRule({
    id: "payload.removed",
    facet: "type",
    direction: "weaken",
    title: "A payload schema is no longer named",
    consumer: "unknown",
    producer: "ok",
    class: "risky",
    semver: "minor",
    mirror: "payload.added",
  }),
  rewritten: payloadRule({
    id: "payload.rewritten",
    facet: "docs",
    direction: "annotation",
    title: "A payload schema says the same in other words",
    consumer: "ok",
    producer: "ok",
    class: "docs",
    semver: "patch",
    mirror: "payload.rewritten",
  }),
  compatible: payloadRule({
    id: "payload.compatible",
    facet: "type",
    direction: "additive",
    title: "A payload schema changes, and each side reads what the other wrote",
    consumer: "ok",
    producer: "ok",
    class: "safe",
    semver: "minor",
    mirror: "payload.compatible",
  }),
  readers: payloadRule({
    id: "payload.broken.readers",
    facet: "type",
    direction: "weaken",
    title: "A reader with the old payload schema cannot read new data",
    consumer: "broken",
    producer: "ok",
    class: "breaking",
    semver: "major",
    mirror: "payload.broken.stored",
  }),
  stored: payloadRule({
    id: "payload.broken.stored",
    facet: "type",
    direction: "strengthen",
    title: "A reader with the new payload schema cannot read stored data",
    consumer: "ok",
    producer: "broken",
    class: "risky",
    semver: "minor",
    mirror: "payload.broken.readers",
  }),
  broken: payloadRule({
    id: "payload.broken",
    facet: "type",
    direction: "incomparable",
    title: "Neither payload schema reads what was written with the other",
    consumer: "broken",
    producer: "broken",
    class: "breaking",
    semver: "major",
    mirror: "payload.broken",
  }),
  undecided: payloadRule({
    id: "payload.undecided",
    facet: "type",
    direction: "incomparable",
    title: "A payload schema changes in a way that cannot be compared",
    consumer: "unknown",
    producer: "unknown",
    class: "risky",
    semver: "minor",
    mirror: "payload.undecided",
  }),
  unreadable: payloadRule({
    id: "payload.unreadable",
    facet: "type",
    direction: "incomparable",
    title: "A payload schema cannot be read",
    consumer: "unknown",
    producer: "unknown",
    class: "risky",
    semver: "minor",
    mirror: "payload.unreadable",
  }),
};

export const PAYLOAD_RULES: readonly PayloadRule[] = Object.values(PAYLOAD);

/** What a rule says of a place in a payload schema. */
export function told(
  rule: PayloadRule,
  path: string,
  found: Found,
  pair: Pair<{ readonly place: JsonPath }> = CHANGED,
): PayloadFinding {
  return withoutPlace(differenceOf(rule, found, pair, { steps: path === "" ? [] : [path], fields: [] }));
}

const NOWHERE = { place: [] };
const CHANGED = { before: NOWHERE, after: NOWHERE };

export function withoutPlace({ place: _place, fields: _fields, ...finding }: Difference): PayloadFinding {
  return finding;
}

/** The rule that tells of two verdicts of which at least one is not ok. */
export function ruleFor({ consumer, producer }: Readonly<Record<Axis, AxisState>>): PayloadRule {
  if (consumer === "broken") return producer === "broken" ? PAYLOAD.broken : PAYLOAD.readers;
  return producer === "broken" ? PAYLOAD.stored : PAYLOAD.undecided;
}
