import type { Axis } from "../../model/compatibility.ts";
import type { Difference } from "../compare.ts";
import { larger, weightOf, worse } from "./scale.ts";
import type { BlockingMode, Scale, Weight } from "./scale.ts";

/** The axes that a mode holds a change up for. */
export const AXES_OF: Readonly<Record<BlockingMode, readonly Axis[]>> = {
  consumer: ["consumer"],
  history: ["producer"],
  full: ["consumer", "producer"],
};

export const DEFAULT_SCALE: Scale = {
  id: "default",
  title: "Meshgate",
  about: "What the rules say themselves. In the mode `consumer` nothing else counts.",
  weigh(difference, mode) {
    if (mode === "consumer") return difference;
    const name = classIn(difference, mode);
    // The version speaks to readers, who know of no mode: it may have to say more, and never less.
    return { class: name, semver: larger(difference.semver, weightOf(name).semver) };
  },
};

function classIn({ axes, class: usual }: Difference, mode: BlockingMode): Weight["class"] {
  if (AXES_OF[mode].some((axis) => axes[axis].verdict === "broken")) return "breaking";
  const isUnharmed = axes.consumer.verdict === "ok" && axes.producer.verdict === "ok";
  if (mode === "full") return isUnharmed ? usual : worse(usual, "risky");
  // What breaks readers alone, or what nobody can tell, is somebody's to know.
  return isUnharmed ? usual : "risky";
}
