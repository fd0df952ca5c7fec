import { CLASSES } from "../model/compatibility.ts";
import type { Change, Compatibility } from "../model/compatibility.ts";
import type { Finding } from "../model/finding.ts";
import { compareText } from "../model/order.ts";
import type { Report } from "../model/report.ts";
import { LEVEL_MARKS, counted, listed } from "./words.ts";

/** A change that is shown, and the finding that tells of it already. */
export interface ShownChange {
  readonly change: Change;
  readonly finding?: Finding;
}

/** What a report tells of one contract or product. */
export interface Entry {
  readonly compatibility: Compatibility;
  /** Those that somebody has to look at, the worst first; of what holds nobody up: none. */
  readonly shown: readonly ShownChange[];
  /** The others: safe ones, and those of which only words change. */
  readonly others: readonly Change[];
}

/** Contracts and products of which more changes than words, the worst first. */
export function entriesOf(report: Report): readonly Entry[] {
  return report.compatibility
    .filter(({ class: worst }) => worst !== "none" && worst !== "docs")
    .map((compatibility) => entryOf(compatibility, report.findings))
    .sort(byWeight);
}

/** Whether nobody needs to look at any of it. */
export function isHarmless({ compatibility, shown }: Entry): boolean {
  const { enforced, axes } = compatibility;
  return enforced && shown.length === 0 && axes.consumer === "ok";
}

function entryOf(compatibility: Compatibility, findings: readonly Finding[]): Entry {
  const { changes, enforced, lanes } = compatibility;
  const announced = new Set([...lanes.signOff, ...lanes.notify].flatMap((party) => party.changes));
  const isShown = ({ class: weight, eased, fingerprint }: Change): boolean =>
    enforced && (weight === "breaking" || weight === "risky" || eased !== undefined || announced.has(fingerprint));
  const about = findings.filter((finding) => isAbout(finding, compatibility));
  return {
    compatibility,
    shown: changes.filter(isShown).map((change) => {
      const finding = about.find(({ message }) => ` ${message}`.includes(` ${change.message}`));
      return { change, ...(finding && { finding }) };
    }),
    others: changes.filter((change) => !isShown(change)),
  };
}

/** Whether a finding is about one of the changes of a contract or product, as policies see them. */
function isAbout(
  { subject, target, origin, level }: Finding,
  { subject: kind, contract, from, to }: Compatibility,
): boolean {
  const { id, version = to } = subject;
  const isSame = subject.kind === kind && (id === contract || id === `${contract}@${version}`);
  return (
    isSame &&
    [from, to].includes(version) &&
    LEVEL_MARKS[level].shown &&
    origin === "new" &&
    target.startsWith("changes[")
  );
}

function byWeight(one: Entry, other: Entry): number {
  const [a, b] = [one.compatibility, other.compatibility];
  return (
    Number(b.enforced) - Number(a.enforced) ||
    rank(a) - rank(b) ||
    compareText(a.subject, b.subject) ||
    compareText(a.contract, b.contract) ||
    compareText(a.to, b.to)
  );
}

function rank({ class: worst }: Compatibility): number {
  return worst === "none" ? CLASSES.length : CLASSES.indexOf(worst);
}

/** `2 breaking, 1 risky, 3 safe`. */
export function countsOf(changes: readonly Pick<Change, "class">[]): string {
  return CLASSES.flatMap((name) => {
    const count = changes.filter((change) => change.class === name).length;
    return count === 0 ? [] : [`${String(count)} ${name}`];
  }).join(", ");
}

/** `breaking, needs 4.0.0`; `safe, 2 changes`; `version` shows a number. */
export function weightWords({ compatibility, shown }: Entry, version: (text: string) => string): string {
  const { subject, enforced, class: worst, from, changes } = compatibility;
  if (!enforced) {
    const former = from === "" ? "it" : version(from);
    const why = subject === "product" ? "it was a draft" : `${former} was a draft or stays beside it`;
    return `${countsOf(changes)}; holds nobody up, since ${why}`;
  }
  const needs = needWords(compatibility, version);
  const count = shown.length === 0 ? counted(changes.length, "change") : "";
  return [worst, needs, count].filter((words) => words !== "").join(", ");
}

/** What is gone has no version any more that could be wrong. */
function needWords(
  { to, versionIsEnough, requiredBump, nextVersion }: Compatibility,
  version: (text: string) => string,
): string {
  if (versionIsEnough || to === "") return "";
  return `needs ${nextVersion === null ? `a ${requiredBump} version` : version(nextVersion)}`;
}

/** Everything that changes is safe, in one sentence. */
export function harmlessWords(entries: readonly Entry[]): string {
  const count = (kind: Compatibility["subject"]): number =>
    entries.filter(({ compatibility }) => compatibility.subject === kind).length;
  const who = [
    ...(count("contract") === 0 ? [] : [counted(count("contract"), "contract")]),
    ...(count("product") === 0 ? [] : [counted(count("product"), "product")]),
  ];
  return `What changes in ${listed(who)} is safe for everybody who reads`;
}
