import { CLASSES } from "../../model/compatibility.ts";
import type { Axis, AxisState } from "../../model/compatibility.ts";
import type { Difference } from "../difference.ts";
import type { Found } from "../rule.ts";

type Weight = Pick<Found, "consumer" | "producer" | "class" | "semver" | "reasons">;

/**
 * What it means that a port keeps another contract. A contract that nobody can show vouches for nothing, or it would be
 * a way round every break. Where the two fit, readers still have to name the new one in their input ports.
 */
export function weighed(contracts: readonly Difference[] | undefined): Weight {
  if (contracts === undefined) {
    const reason = "One of the two contracts is not known here, so nobody can tell how they differ.";
    return { class: "breaking", semver: "major", reasons: { consumer: reason, producer: reason } };
  }
  const isBreaking = contracts.some((difference) => difference.class === "breaking");
  const consumer = worstOf(contracts, "consumer");
  const producer = worstOf(contracts, "producer");
  return {
    consumer: consumer.state,
    producer: producer.state,
    class: isBreaking ? "breaking" : "risky",
    semver: isBreaking ? "major" : "minor",
    reasons: {
      consumer: consumer.reason ?? "The new contract promises what the old one did; readers have to name it.",
      producer: producer.reason ?? "What exists keeps the new contract as it kept the old one.",
    },
  };
}

/** The worst state of an axis, and why: the first change of the worst class that has it. */
function worstOf(
  contracts: readonly Difference[],
  axis: Axis,
): { readonly state: AxisState; readonly reason?: string } {
  for (const state of ["broken", "unknown"] as const) {
    const found = contracts.filter(({ axes }) => axes[axis].verdict === state);
    const [worst] = CLASSES.flatMap((name) => found.filter((difference) => difference.class === name));
    if (worst !== undefined) return { state, reason: `${worst.message} ${worst.axes[axis].reason}` };
  }
  return { state: "ok" };
}
