import type { DocumentReading, Outline, Reading, Summary } from "../model/descriptor.ts";
import type { Json } from "../model/json.ts";
import { once } from "../model/once.ts";
import type { TextProblem } from "../model/problem.ts";
import type { Memo, MemoSpace } from "../ports/memo.ts";
import { digestOf } from "../policy/digest.ts";
import type { Judgement, Recall } from "./govern/judge.ts";

/** Where the memo keeps readings; begun ahead of need, it is read while git works. */
export function openReadings(memo: Memo): Promise<MemoSpace> {
  return memo.open("readings");
}

/** The head of a remembered reading: short, because every run has those of the whole mesh. */
type Head = readonly [problems: readonly TextProblem[], ...documents: DocumentHead[]];

type DocumentHead = readonly [
  index: number,
  format: string,
  formatVersion: string,
  problems: readonly TextProblem[],
  outline?: readonly [
    kind: Outline["kind"],
    id: string,
    version: string | null,
    reads: readonly string[],
    publishes: readonly string[],
  ],
];

/** A reading by its key, see `readingKey`; bound to this version of the program by the memo itself. */
export function recallReading(readings: MemoSpace, key: string): Reading | undefined {
  const found = readings.get(key);
  if (found === undefined) return undefined;
  const [problems, ...documents] = found.head as unknown as Head;
  const summaries = once(() => JSON.parse(found.rest()) as readonly Summary[]);
  return { problems, documents: documents.map((head, position) => recallDocument(head, position, summaries)) };
}

function recallDocument(
  [index, format, formatVersion, problems, outline]: DocumentHead,
  position: number,
  summaries: () => readonly Summary[],
): DocumentReading {
  if (outline === undefined) return { index, format, formatVersion, problems };
  const [kind, id, version, reads, publishes] = outline;
  const summary = (): Summary => {
    const known = summaries()[position];
    if (known === undefined) throw new Error(`no summary of ${id} was remembered`);
    return known;
  };
  const named = version === null ? { kind, id, reads, publishes } : { kind, id, version, reads, publishes };
  return { index, format, formatVersion, problems, described: { outline: named, summary } };
}

export function rememberReading(readings: MemoSpace, key: string, { problems, documents }: Reading): void {
  const head: Head = [problems, ...documents.map(headOf)];
  const summaries = documents.map(({ described }) => described?.summary() ?? null);
  readings.set(key, head as unknown as Json, JSON.stringify(summaries));
}

function headOf({ index, format, formatVersion, problems, described }: DocumentReading): DocumentHead {
  if (described === undefined) return [index, format, formatVersion, problems];
  const { kind, id, version, reads, publishes } = described.outline;
  return [index, format, formatVersion, problems, [kind, id, version ?? null, reads, publishes]];
}

/** Judgements by the digest of everything they depend on. */
export async function recallJudgements(memo: Memo): Promise<Recall> {
  const judgements = await memo.open("judgements");
  return {
    get(key) {
      const found = judgements.get(digestOf(key));
      return found === undefined ? undefined : (JSON.parse(found.rest()) as Judgement);
    },
    set(key, judgement) {
      judgements.set(digestOf(key), null, JSON.stringify(judgement));
    },
  };
}
