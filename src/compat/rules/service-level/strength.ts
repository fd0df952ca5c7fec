import type { ServiceLevelForm } from "../../form/contract.ts";
import { entryOf } from "../../form/text.ts";

/** Which of two values promises more, and in which unit they have to be; none: any, if both are the same. */
interface Measure {
  readonly better: "more" | "less";
  readonly unit?: string;
}

const MEASURES: Readonly<Record<string, Measure>> = {
  availability: { better: "more", unit: "share" },
  throughput: { better: "more" },
  retention: { better: "more", unit: "second" },
  endOfSupport: { better: "more", unit: "moment" },
  endOfLife: { better: "more", unit: "moment" },
  errorRate: { better: "less" },
  generalAvailability: { better: "less", unit: "moment" },
  // How long readers wait: frequency is the time between two deliveries, not their number.
  frequency: { better: "less", unit: "second" },
  latency: { better: "less", unit: "second" },
  freshness: { better: "less", unit: "second" },
  timeToDetect: { better: "less", unit: "second" },
  timeToNotify: { better: "less", unit: "second" },
  timeToRepair: { better: "less", unit: "second" },
  timeOfAvailability: { better: "less" },
};

export type Strength = "equal" | "weaker" | "stronger" | "unknown";

/** What a service level promises after a change, against what it promised before. */
export function strengthOf(before: ServiceLevelForm, after: ServiceLevelForm): Strength {
  if (before.extension !== after.extension) return "unknown";
  const [then, now] = [before.value, after.value];
  if (then === undefined || now === undefined) return before.written === after.written ? "equal" : "unknown";
  if (before.unit !== after.unit) return "unknown";
  // Units are converted by multiplication, which rounds.
  if (now === then || Math.abs(now - then) <= 1e-12 * Math.abs(then)) return "equal";
  const measure = entryOf(MEASURES, after.property);
  if (measure === undefined || (measure.unit ?? after.unit) !== after.unit) return "unknown";
  return now > then === (measure.better === "more") ? "stronger" : "weaker";
}

/** Whether another of some service levels promises as much for the same data: an element left out stands for all. */
export function isCovered(level: ServiceLevelForm, by: readonly ServiceLevelForm[]): boolean {
  return by.some(
    (other) =>
      other.property === level.property &&
      (other.element === level.element || other.element === "") &&
      ["equal", "stronger"].includes(strengthOf(level, other)),
  );
}

/** Days after which nothing more is promised: they end the promise of others, and are no promise of their own. */
export function isEnd({ property }: ServiceLevelForm): boolean {
  return property === "endOfSupport" || property === "endOfLife";
}

/** `retention of orders.id`, `availability`. */
export function levelText({ property, element }: ServiceLevelForm): string {
  return element === "" ? property : `${property} of ${element}`;
}
