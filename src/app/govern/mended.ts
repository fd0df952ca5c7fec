import { weight } from "../../model/enforcement.ts";
import type { Finding } from "../../model/finding.ts";
import type { RepoPath } from "../../model/location.ts";
import type { BlobId } from "../../model/tree.ts";
import { judgeChange } from "./compare.ts";
import type { Recall, Terms } from "./judge.ts";
import type { Look } from "./look.ts";
import { planChange, planOf, subjectOf } from "./plan.ts";
import type { Plan, Subject } from "./plan.ts";
import { neighboursOf } from "./reach.ts";
import { termsOf } from "./terms.ts";

/** A file of head with other content, to be judged against head as it is. */
export interface Mending {
  readonly blobs: ReadonlySet<BlobId>;
  /**
   * Why the content is none to offer: it leaves the finding, or brings another. Undefined when it mends it. `known` is
   * what was found without it.
   */
  fault(finding: Finding, known: readonly Finding[]): string | undefined;
}

/**
 * Prepares to judge what another content of a file does to everything around it: as a change of its own, by every policy
 * about what stands; and as a part of the change from base, where it may also come to another pairing, or make count what
 * a grace had left alone.
 */
export function prepareMending(before: Look, after: Look, file: RepoPath, recall: Recall): Mending {
  const terms = termsOf({ ...before, recall }, before.rules);
  const standing: Terms = { ...terms, rulebook: (domain) => ({ ...terms.rulebook(domain), changes: [] }) };
  const own = planChange(standing, after.head, before.head, new Set([file]));
  const whole = planAround(terms, after, file);
  return {
    blobs: new Set([...own.blobs, ...whole.blobs]),
    fault(finding, known) {
      const stated = judgeChange(standing, after.head.world, before.head.world, own).findings;
      const caused = after.base ? judgeChange(terms, after.head.world, after.base.world, whole).findings : [];
      // Another file of the same id may have the same fault.
      const isIt = (other: Finding): boolean => isSameMatter(other, finding) && other.location.file === file;
      if ([...stated, ...caused].some(isIt)) return "it does not mend this";
      const isKnown = (other: Finding): boolean => known.some((one) => isSameMatter(one, other) && isAsBad(one, other));
      const brought = [
        ...stated.filter(({ origin }) => origin === "new"),
        ...caused.filter((other) => counts(other) && !isKnown(other)),
      ];
      const [first] = brought;
      return first && `it would bring a finding of ${first.policy} on ${first.subject.kind} ${first.subject.id}`;
    },
  };
}

/** The subjects that the change touches or removes, and that the file may be about or be a part of. */
function planAround(terms: Terms, { head, base, pairs, passages }: Look, file: RepoPath): Plan {
  if (base === undefined) return { subjects: [], blobs: new Set(), passages: [] };
  const inFile = head.survey.placed.filter((placed) => placed.file === file);
  const around = new Set(inFile.flatMap((placed) => [placed, ...neighboursOf(head.world, placed)]));
  const chosen = pairs().filter((pair) => terms.isFar || pair.head === undefined || around.has(pair.head));
  const subjects = chosen.map((pair): Subject => subjectOf(terms, head, base, pair, true));
  return planOf(subjects, head.world, base.world, passages());
}

function counts({ origin, grace }: Finding): boolean {
  return origin === "new" || grace?.over === true;
}

function isAsBad(one: Finding, other: Finding): boolean {
  return (
    counts(one) && weight(one.level) >= weight(other.level) && (other.outcome !== "error" || one.outcome === "error")
  );
}

function isSameMatter(one: Finding, other: Finding): boolean {
  return (
    one.policy === other.policy &&
    one.target === other.target &&
    one.subject.kind === other.subject.kind &&
    one.subject.id === other.subject.id
  );
}
