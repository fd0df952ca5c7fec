import type { AffectedReader, Change, Compatibility } from "../../model/compatibility.ts";
import type { Json } from "../../model/json.ts";
import { facts } from "./custom.ts";
import { unique } from "./readers.ts";

/** `change.compatibility`: what the change as a whole does to a contract or product. */
export function compatibilityValue({
  class: worst,
  enforced,
  axes,
  requiredBump,
  nextVersion,
  versionIsEnough,
}: Compatibility): Json {
  return facts({
    class: worst,
    enforced,
    consumer: axes.consumer,
    producer: axes.producer,
    requiredBump,
    nextVersion: nextVersion ?? undefined,
    versionIsEnough,
  });
}

/** `changes[*]` of a contract or product: one for every atomic change. */
export function changeValue(change: Change, enforced: boolean): Json {
  const { ruleId, path, kind, facet, direction, byItself, eased, semver, against, message, remedy, axes } = change;
  const { affected, deprecation, review } = change;
  const of = (effect: AffectedReader["effect"]): readonly AffectedReader[] =>
    affected.filter((reader) => reader.effect === effect);
  const ids = (readers: readonly AffectedReader[]): string[] => unique(readers.map(({ consumer }) => consumer));
  const concerned = [...of("hit"), ...of("unknown")];
  return facts({
    rule: ruleId,
    path,
    kind,
    facet,
    direction,
    class: change.class,
    byItself,
    eased,
    enforced,
    bump: semver,
    against,
    message,
    remedy,
    consumer: axes.consumer.verdict,
    producer: axes.producer.verdict,
    hits: ids(of("hit")),
    unknowns: ids(of("unknown")),
    misses: ids(of("miss")),
    owners: unique(concerned.flatMap(({ owners }) => owners)),
    domains: unique(concerned.map(({ domain }) => domain).filter((domain) => domain !== "")),
    review: [...review],
    announced: deprecation?.announced ?? undefined,
    removableFrom: deprecation?.removableFrom ?? undefined,
    noticeIsOver: deprecation?.isOver,
  });
}
