import type { ChangeClass, Profile, Weighing } from "../../model/compatibility.ts";
import type { Difference } from "../compare.ts";
import { CONFLUENT_SCALE } from "./confluent.ts";
import { DATACONTRACT_CLI_SCALE } from "./datacontract-cli.ts";
import { AXES_OF, DEFAULT_SCALE } from "./default.ts";
import { OMDS_SCALE } from "./omds.ts";
import { larger, milder, weightOf, worse } from "./scale.ts";
import type { BlockingMode, Scale, Weight } from "./scale.ts";

export const SCALES: Readonly<Record<Profile, Scale>> = {
  default: DEFAULT_SCALE,
  "datacontract-cli": DATACONTRACT_CLI_SCALE,
  omds: OMDS_SCALE,
  confluent: CONFLUENT_SCALE,
};

/**
 * What each change means under a profile and a mode. A change that nobody can tell stays at least risky. `none` takes
 * the milder of what `consumer` and `history` say, and nothing for more than risky. What a mesh says of a rule wins over
 * all that; it can raise the bump and never lowers it, because readers of the version do not know what was agreed.
 */
export function weigh(differences: readonly Difference[], weighing: Weighing): readonly Difference[] {
  return differences.map((difference) => ({ ...difference, ...weightUnder(difference, weighing) }));
}

function weightUnder(difference: Difference, { profile, mode, severity }: Weighing): Weight {
  const scale = SCALES[profile];
  const said = severity.get(difference.ruleId);
  const weight = mode === "none" ? unblocking(difference, scale) : blocking(difference, scale, mode);
  return said === undefined ? weight : overridden(weight, said);
}

function blocking(difference: Difference, scale: Scale, mode: BlockingMode): Weight {
  const weight = scale.weigh(difference, mode);
  return isUntold(difference, mode) ? { ...weight, class: worse(weight.class, "risky") } : weight;
}

function unblocking(difference: Difference, scale: Scale): Weight {
  const [one, other] = [blocking(difference, scale, "consumer"), blocking(difference, scale, "history")];
  const weight = milder(one.class, other.class) === one.class ? one : other;
  return { ...weight, class: milder(weight.class, "risky") };
}

/** Whether nobody can tell what the mode asks, or what the rule by itself takes for more than safe. */
function isUntold({ axes, class: usual }: Difference, mode: BlockingMode): boolean {
  if (AXES_OF[mode].some((axis) => axes[axis].verdict === "unknown")) return true;
  const isAny = axes.consumer.verdict === "unknown" || axes.producer.verdict === "unknown";
  return isAny && worse(usual, "risky") === usual;
}

function overridden(weight: Weight, said: ChangeClass): Weight {
  const isRaised = said !== weight.class && worse(said, weight.class) === said;
  return { class: said, semver: isRaised ? larger(weight.semver, weightOf(said).semver) : weight.semver };
}
