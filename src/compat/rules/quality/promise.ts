import type { Json } from "../../../model/json.ts";
import { canonical, isList, isObject, own } from "../../../model/json.ts";
import type { Bound, FieldForm, PromiseForm } from "../../form/contract.ts";
import type { Comparison } from "../../form/domain.ts";
import { compareBounds } from "../../form/domain.ts";
import type { Both, Found, Surroundings } from "../../rule.ts";
import { missing } from "../value/listed.ts";
import { isWithin } from "../../allows.ts";

/** Severities from the weakest; what is not said is an error. Only an error keeps data from readers. */
const SEVERITIES = ["info", "warning", "error"];

export function severityOf({ severity }: PromiseForm): number {
  return severity === "" ? SEVERITIES.indexOf("error") : SEVERITIES.indexOf(severity.toLowerCase());
}

/** Whether data that breaks the rule does not reach readers. Severities that nobody knows are taken for errors. */
export function isEnforced(promise: PromiseForm): boolean {
  const severity = severityOf(promise);
  return severity === -1 || severity === SEVERITIES.indexOf("error");
}

/** What a rule means that only warns: nothing is promised by it, so nothing is lost. */
export const A_WISH = {
  consumer: "ok",
  producer: "ok",
  class: "safe",
  reasons: {
    consumer: "A rule that only warns keeps nothing away from readers.",
    producer: "A rule that only warns holds nothing back.",
  },
} as const satisfies Partial<Found>;

/** Readers lose what the old rule kept away, and rows are held back by the new one: of either only if it is enforced. */
export function withWish({ before, after }: Both<PromiseForm>, reasons: Found["reasons"]): Pick<Found, "reasons"> {
  const [then, now] = [isEnforced(before), isEnforced(after)];
  if (!then && !now) return A_WISH;
  return {
    ...(!then && { consumer: "ok" }),
    ...(!now && { producer: "ok" }),
    reasons: {
      consumer: then ? reasons.consumer : A_WISH.reasons.consumer,
      producer: now ? reasons.producer : A_WISH.reasons.producer,
    },
  };
}

/** Whether the two measure the same in the same way, so that their limits can be compared. */
export function isSameMeasure({ before, after }: Both<PromiseForm>): boolean {
  return measureText(before) === measureText(after);
}

function measureText({ type, metric, how, arguments: given }: PromiseForm): string {
  const read = JSON.parse(given) as Json;
  const rest = isObject(read) ? Object.entries(read).filter(([key]) => key !== "validValues") : [];
  return canonical([type, metric, how, Object.fromEntries(rest)]);
}

export function compareLimits({ before, after }: Both<PromiseForm>): Comparison {
  return compareBounds(before.allowed, after.allowed);
}

/** Valid values that a rule lists, as canonical texts; undefined: it lists none. */
export function validValues({ arguments: given }: PromiseForm): readonly string[] | undefined {
  const values = own(JSON.parse(given) as Json, "validValues");
  return isList(values) ? values.map(canonical) : undefined;
}

/** `at least 1 and below 5`; `anything`. */
export function limitText({ least, most }: Bound = {}): string {
  if (least !== undefined && least.value === most?.value) return `exactly ${least.value}`;
  const low = least === undefined ? [] : [`${least.open ? "above" : "at least"} ${least.value}`];
  const high = most === undefined ? [] : [`${most.open ? "below" : "at most"} ${most.value}`];
  return [...low, ...high].join(" and ") || "anything";
}

/** Whether a field promises at least as much by a key of its own, such as `required`: then the rule adds nothing to it. */
export function isImplied(promise: PromiseForm, field: FieldForm | undefined): boolean {
  const { type, metric, allowed, arguments: given } = promise;
  if (field === undefined || type !== "library" || !isWithin(allowed, 0)) return false;
  if (metric === "nullValues" && given === "null") return field.required;
  if (metric === "duplicateValues" && given === "null") return field.unique;
  const [values, listed] = [validValues(promise), field.domain.values];
  return (
    metric === "invalidValues" && listed !== undefined && values !== undefined && missing(listed, values).length === 0
  );
}

/** The limit, as it is written down in a change. */
export function limitValue(bound: Bound | undefined): Json {
  return bound === undefined ? null : limitText(bound);
}

/** `the rule "few nulls" of orders.email`. */
export function ruleText(promise: PromiseForm, { object, field }: Surroundings): string {
  const name = promise.name || promise.metric || promise.type;
  return `the rule "${name}" of ${field?.after.path ?? object?.after.name ?? ""}`;
}
