import type { AffectedReader, Change, ChangeClass, Deprecation, Mode } from "../../model/compatibility.ts";
import type { Difference } from "../compare.ts";
import type { ContractForm } from "../form/contract.ts";
import { effectsOn } from "./effect.ts";
import type { Effect, Told } from "./effect.ts";
import type { Use } from "./use.ts";

/** An input port that reads a contract, or a product's output port. */
export interface Reader extends Pick<
  AffectedReader,
  "consumer" | "kind" | "domain" | "input" | "port" | "pin" | "owners"
> {
  readonly use: Use;
  /** What it declared before a change that is not its own, where that was something else: the change cannot talk it out of that. */
  readonly former?: Use;
  /** A change that is not its own lets it read this no more; it still did before. */
  readonly isLeaving?: true;
  /** Several products publish what it names, so that nobody can tell which one it reads. */
  readonly isAmbiguous: boolean;
}

/** Which axes hold a change up, and whether a reader of whom nobody can tell counts as hit (`strict`). */
export interface Terms {
  readonly mode: Mode;
  readonly unknown: "strict" | "lenient";
}

/** A reader, and what changes do to it. */
export interface Asked {
  readonly reader: Reader;
  readonly effectOf: (change: Told) => Effect;
  /** The same by what it declares after the change; undefined: it reads this no more. Counts where the notice is over. */
  readonly effectAfter?: (change: Told) => Effect | undefined;
}

/** Asks a reader about the contract after the change; undefined: nothing is left of it. */
export function askedOf(reader: Reader, offered: ContractForm | undefined): Asked {
  const { use, former, isLeaving } = reader;
  const now = effectsOn(use, offered);
  const before = former && effectsOn(former, offered);
  if (isLeaving) {
    const leaving = (change: Told): Effect => {
      const effect = now(change);
      return effect.effect === "miss" ? effect : { ...effect, reason: `${effect.reason}, and stops with this change` };
    };
    return { reader, effectOf: leaving, effectAfter: () => undefined };
  }
  if (before === undefined) return { reader, effectOf: now };
  const worst = (change: Told): Effect => {
    const [own, then] = [now(change), before(change)];
    if (WEIGHT[own.effect] >= WEIGHT[then.effect]) return own;
    return { ...then, reason: `${then.reason} until this change, which says otherwise` };
  };
  return { reader, effectOf: worst, effectAfter: now };
}

const WEIGHT: Readonly<Record<Effect["effect"], number>> = { miss: 0, unknown: 1, hit: 2 };

/** A difference as it weighs in the end. */
export type Settled = Difference & Pick<Change, "byItself" | "eased" | "affected" | "deprecation">;

/**
 * What a change means for those who read: what breaks nobody that is known only asks, what was announced in time and
 * hits nobody passes, what a reader cannot stand breaks. Where nobody looked for readers all may be hit. The bump that it needs stays: a version speaks to everybody.
 */
export function settle(
  difference: Difference,
  readers: readonly Asked[] | undefined,
  removal: Deprecation | undefined,
  { mode, unknown }: Terms,
): Settled {
  const concerned = (readers ?? []).filter(({ reader }) => difference.ports?.includes(reader.port) ?? true);
  const isOver = removal?.isOver === true;
  const effects = concerned.flatMap(({ reader, effectOf, effectAfter }) => {
    const effect = isOver && effectAfter !== undefined ? effectAfter(difference) : effectOf(difference);
    return effect === undefined ? [] : [{ reader, effect: certain(reader, effect) }];
  });
  const { class: byItself, axes } = difference;
  const isHit = effects.some(
    ({ effect }) => effect.effect === "hit" || (unknown === "strict" && effect.effect === "unknown"),
  );
  // Who keeps the stored rows or runs the pipelines is not helped by readers who do without.
  const isForReaders = axes.consumer.verdict !== "ok" && (mode === "consumer" || axes.producer.verdict === "ok");
  const isEased = byItself === "breaking" && isForReaders && readers !== undefined && !isHit;
  const eased = isEased ? (isOver ? "announced" : "no-reader") : undefined;
  const raised: ChangeClass =
    byItself === "risky" && effects.some(({ effect }) => effect.breaks === true) ? "breaking" : byItself;
  return {
    ...difference,
    class: eased === undefined ? raised : eased === "announced" ? "safe" : "risky",
    byItself,
    ...(eased !== undefined && { eased }),
    affected: effects.map(({ reader, effect }) => affectedReader(reader, effect)),
    ...(removal !== undefined && { deprecation: removal }),
  };
}

/** Where several products publish the contract a hit is no more than a guess. A miss is one whoever publishes it. */
function certain({ isAmbiguous }: Reader, effect: Effect): Effect {
  if (!isAmbiguous || effect.effect !== "hit") return effect;
  return { ...effect, effect: "unknown", reason: "several products publish the contract that it names" };
}

function affectedReader(reader: Reader, { effect, evidence, reason }: Effect): AffectedReader {
  const { consumer, kind, domain, input, port, pin, owners } = reader;
  return { consumer, kind, domain, input, port, pin, owners, effect, evidence, reason, owner: owners[0] ?? "" };
}
