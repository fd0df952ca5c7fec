import type { AffectedReader, Change, Lanes, Party } from "../../model/compatibility.ts";
import { compareText } from "../../model/order.ts";

/** Whom the changes of one contract concern, each owner in one lane: who has to agree need not be told besides. */
export function lanesOf(changes: readonly Pick<Change, "class" | "ruleId" | "affected" | "fingerprint">[]): Lanes {
  const concerning = (wanted: (change: Pick<Change, "class" | "ruleId">) => boolean): readonly Concern[] =>
    changes
      .filter(wanted)
      .flatMap(({ affected, fingerprint }) =>
        affected.filter(({ effect }) => effect !== "miss").map((reader) => ({ reader, fingerprint })),
      );
  const signOff = partiesOf(concerning(({ class: weight }) => weight === "breaking"));
  const asked = new Set(signOff.map(({ owner }) => owner));
  const told = partiesOf(
    concerning((change) => change.class === "risky" || (change.class !== "breaking" && isAnnouncement(change))),
  );
  const touched = new Set([...signOff, ...told].flatMap(({ readers }) => readers));
  const all = new Set(changes.flatMap(({ affected }) => affected.map(({ consumer }) => consumer)));
  return {
    signOff,
    notify: told.filter(({ owner }) => owner === "" || !asked.has(owner)),
    safe: [...all].filter((id) => !touched.has(id)).sort(),
  };
}

/** Whether it says that something will end: whoever reads it should hear of that. */
export function isAnnouncement({ ruleId }: Pick<Change, "ruleId">): boolean {
  return /\.(?:deprecated\.added|sunset\.(?:announced|earlier))$/u.test(ruleId);
}

interface Concern {
  readonly reader: AffectedReader;
  readonly fingerprint: string;
}

function partiesOf(concerns: readonly Concern[]): readonly Party[] {
  const parties = new Map<string, { readers: Set<string>; changes: Set<string> }>();
  for (const { reader, fingerprint } of concerns) {
    for (const owner of reader.owners.length === 0 ? [""] : reader.owners) {
      const party = parties.get(owner) ?? { readers: new Set(), changes: new Set() };
      party.readers.add(reader.consumer);
      party.changes.add(fingerprint);
      parties.set(owner, party);
    }
  }
  return [...parties]
    .map(([owner, { readers, changes }]) => ({ owner, readers: [...readers].sort(), changes: [...changes].sort() }))
    .sort((one, other) => compareText(one.owner, other.owner));
}
