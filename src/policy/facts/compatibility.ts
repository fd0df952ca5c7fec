import type { AffectedReader, Change, ChangeClass, Compatibility, SunsetFault } from "../../model/compatibility.ts";
import type { OutputPort } from "../../model/descriptor.ts";
import type { Json } from "../../model/json.ts";
import { enumerate } from "../../source/words.ts";
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

/** `sunsets[*]` of a contract or product. */
export function sunsetValue({ kind, name, sunset, least, message, remedy }: SunsetFault): Json {
  return facts({ kind, name, sunset, least, message, remedy });
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
    impact: axes.consumer.verdict === "ok" ? "No reader is hit." : impactOf(ids(of("hit")), ids(of("unknown"))),
    owners: unique(concerned.flatMap(({ owners }) => owners)),
    domains: unique(concerned.map(({ domain }) => domain).filter((domain) => domain !== "")),
    review: [...review],
    announced: deprecation?.announced ?? undefined,
    removableFrom: deprecation?.removableFrom ?? undefined,
    noticeIsOver: deprecation?.isOver,
  });
}

/** The rules that tell of the end of an output port as readers name it. */
const PORT_ENDS: ReadonlySet<string> = new Set([
  "outputPort.removed",
  "outputPort.renamed",
  "outputPort.version.removed",
  "outputPort.version.replaced",
]);

/** What the end of an output port means for those who read it; undefined: nothing tells of it. */
export function endOf(
  { name, version }: Pick<OutputPort, "name" | "version">,
  changes: readonly Change[],
): ChangeClass | undefined {
  const label = version === undefined ? name : `${name}@${version}`;
  return changes.find(({ ruleId, ports }) => PORT_ENDS.has(ruleId) && ports?.includes(label))?.class;
}

/** More readers than this are counted: a message is short. */
const MAX_READERS = 5;

function impactOf(hits: readonly string[], unknowns: readonly string[]): string {
  const unsure = unknowns.filter((id) => !hits.includes(id));
  const sure = hits.length > 0 ? `hits ${someOf(hits)}` : "";
  const maybe = unsure.length > 0 ? `may hit ${someOf(unsure)}` : "";
  const said = [sure, maybe].filter((part) => part !== "").join(", and ");
  return said === "" ? "It hits nobody who is known." : `It ${said}.`;
}

function someOf(ids: readonly string[]): string {
  const more = ids.length - MAX_READERS;
  return enumerate(more > 0 ? [...ids.slice(0, MAX_READERS), `${more} more`] : ids, "and");
}
