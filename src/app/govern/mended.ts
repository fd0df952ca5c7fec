import { hasCome } from "../../model/day.ts";
import { weight } from "../../model/enforcement.ts";
import type { Finding } from "../../model/finding.ts";
import type { RepoPath } from "../../model/location.ts";
import type { BlobId } from "../../model/tree.ts";
import { judgeChange } from "./compare.ts";
import type { PolicySet } from "./in-force.ts";
import type { Recall, Terms } from "./judge.ts";
import type { Look } from "./look.ts";
import { planChange, subjectOf } from "./plan.ts";
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
 * Prepares to judge what another content of a file does: every policy about what stands, on the file's subjects and
 * everything around them, before and after; and every policy about changes, on those of them that the change touches.
 *
 * @param isTouched the change touches the file already, or another fix does
 */
export function prepareMending(
  before: Look,
  after: Look,
  file: RepoPath,
  { recall, isTouched }: { readonly recall: Recall; readonly isTouched: boolean },
): Mending {
  const terms = termsOf({ ...before, recall }, before.rules);
  const standing = withSets(terms, (set) => ({ ...set, changes: [] }));
  const changing = withSets(terms, (set) => ({ ...set, parts: [] }));
  const states = planChange(standing, after.head, before.head, new Set([file]));
  const changes = planCaused(changing, after, file);
  return {
    blobs: new Set([...states.blobs, ...changes.blobs]),
    fault(finding, known) {
      const stated = judgeChange(standing, after.head.world, before.head.world, states).findings;
      const caused = after.base ? judgeChange(changing, after.head.world, after.base.world, changes).findings : [];
      if ([...stated, ...caused].some((other) => isSameMatter(other, finding))) return "it does not mend this";
      const isKnown = (other: Finding): boolean => known.some((one) => isSameMatter(one, other) && isAsBad(one, other));
      const brought = [
        ...stated.filter(({ origin }) => origin === "new"),
        ...caused.filter((other) => !isKnown(other)),
        ...(isTouched ? [] : stated.filter((other) => isUncovered(other, file, before) && !isKnown(other))),
      ];
      const [first] = brought;
      return first && `it would bring a finding of ${first.policy} on ${first.subject.kind} ${first.subject.id}`;
    },
  };
}

function withSets(terms: Terms, part: (set: PolicySet) => PolicySet): Terms {
  return { ...terms, rulebook: (domain) => part(terms.rulebook(domain)) };
}

/** The subjects that the change touches and whose facts the file may be a part of. */
function planCaused(terms: Terms, after: Look, file: RepoPath): Plan {
  const { head, base } = after;
  if (base === undefined) return { subjects: [], blobs: new Set() };
  const inFile = head.survey.placed.filter((placed) => placed.file === file);
  const around = new Set(inFile.flatMap((placed) => [placed, ...neighboursOf(head.world, placed)]));
  const pairs = after.pairs().filter((pair) => terms.isFar || (pair.head !== undefined && around.has(pair.head)));
  const subjects = pairs.map((pair): Subject => subjectOf(terms, head, base, pair, true));
  const opened = subjects.flatMap((subject) => [subject.head, subject.base].flatMap((side) => side?.opened ?? []));
  return { subjects, blobs: new Set(opened.map(({ blob }) => blob)) };
}

/** What was there before counts in a file that is touched, once its grace is over; so the fix would make it count. */
function isUncovered({ policy, location }: Finding, file: RepoPath, { rules, asOf }: Look): boolean {
  return (
    location.file === file &&
    rules.policies.some(({ id, existing }) => id === policy && existing !== undefined && hasCome(existing.until, asOf))
  );
}

function isAsBad(one: Finding, other: Finding): boolean {
  const counts = one.origin === "new" || one.grace?.over === true;
  return counts && weight(one.level) >= weight(other.level) && (other.outcome !== "error" || one.outcome === "error");
}

function isSameMatter(one: Finding, other: Finding): boolean {
  return (
    one.policy === other.policy &&
    one.target === other.target &&
    one.subject.kind === other.subject.kind &&
    one.subject.id === other.subject.id
  );
}
