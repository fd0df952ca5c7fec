import { lanesOf } from "../../src/compat/readers/lanes.ts";
import { CLASSES } from "../../src/model/compatibility.ts";
import type { Compatibility } from "../../src/model/compatibility.ts";

/** What a change does to the contract `tracks`; class and lanes are those of the changes. */
export function compatibility(over: Partial<Compatibility> = {}): Compatibility {
  const changes = over.changes ?? [];
  return {
    subject: "contract",
    contract: "tracks",
    from: "3.4.0",
    to: "3.5.0",
    profile: "default",
    mode: "consumer",
    class: CLASSES.find((name) => changes.some((change) => change.class === name)) ?? "none",
    enforced: true,
    axes: {
      consumer: changes.some(({ axes }) => axes.consumer.verdict === "broken") ? "broken" : "ok",
      producer: changes.some(({ axes }) => axes.producer.verdict === "broken") ? "broken" : "ok",
    },
    declaredBump: "minor",
    requiredBump: "minor",
    nextVersion: "3.5.0",
    versionIsEnough: true,
    baselines: [{ version: over.from ?? "3.4.0", why: "base" }],
    lanes: lanesOf(changes),
    sunsets: [],
    ...over,
    changes,
  };
}
