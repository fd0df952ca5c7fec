import type { Axis, AxisState } from "../../model/compatibility.ts";
import type { Found, Rule } from "../rule.ts";
import { verdictsOf } from "../rule.ts";
import type { PayloadFinding } from "./payload.ts";

/** A kind of change of a payload schema. What finds it are the adapters, so it has nothing to be asked. */
export type PayloadRule = Omit<Rule, "find" | "level"> & { readonly level: "payload" };

function payloadRule<Id extends string>(
  definition: Omit<PayloadRule, "id" | "row" | "level"> & { readonly id: Id },
): PayloadRule & { readonly id: Id } {
  return { ...definition, row: "payload", level: "payload" };
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
} as const;

export const PAYLOAD_RULES: readonly PayloadRule[] = Object.values(PAYLOAD);

/** What a rule says of a place in a payload schema. */
export function told(
  rule: PayloadRule,
  path: string,
  found: Found,
  kind: PayloadFinding["kind"] = "change",
): PayloadFinding {
  return {
    ruleId: rule.id,
    kind,
    facet: rule.facet,
    direction: found.direction ?? rule.direction,
    path,
    before: found.before,
    after: found.after,
    axes: verdictsOf(rule, found),
    class: found.class ?? rule.class,
    semver: found.semver ?? rule.semver,
    review: rule.review ?? [],
    message: found.message,
    remedy: found.remedy,
  };
}

/** The rule that tells of two verdicts of which at least one is not ok. */
export function ruleFor({ consumer, producer }: Readonly<Record<Axis, AxisState>>): PayloadRule {
  if (consumer === "broken") return producer === "broken" ? PAYLOAD.broken : PAYLOAD.readers;
  return producer === "broken" ? PAYLOAD.stored : PAYLOAD.undecided;
}
