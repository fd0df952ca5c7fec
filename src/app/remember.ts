import type { DocumentReading, Outline, Reading, Summary } from "../model/descriptor.ts";
import type { Json } from "../model/json.ts";
import { once } from "../model/once.ts";
import type { TextProblem } from "../model/problem.ts";
import type { BlobId } from "../model/tree.ts";
import type { Memo, MemoSpace } from "../ports/memo.ts";
import { readSource } from "../source/read.ts";
import { contentOf, recallSource } from "../source/recall.ts";
import type { Read } from "./govern/ground.ts";
import type { Judgement, Recall } from "./govern/judge.ts";

/** Where the memo keeps readings; begun ahead of need, it is read while git works. */
export function openReadings(memo: Memo): Promise<MemoSpace> {
  return memo.open("readings");
}

/** The head of a remembered reading. Every run has those of the whole mesh, so names and empty lists are left out. */
type Head = readonly [documents: readonly DocumentHead[], problems?: Problems, ifPromised?: Problems];
type DocumentHead = readonly [
  index: number,
  format: string,
  formatVersion: string,
  outline: OutlineHead | null,
  problems?: Problems,
];
type OutlineHead = readonly [
  kind: Outline["kind"],
  id: string,
  version: string | null,
  reads?: readonly string[],
  publishes?: readonly string[],
  expects?: readonly string[],
  payloads?: readonly string[],
];
type Problems = readonly TextProblem[];

/** A reading by its blob; bound to this version of the program by the memo itself. */
export function recallReading(readings: MemoSpace, blob: BlobId): Reading | undefined {
  const head = readings.head(blob) as Head | undefined;
  if (head === undefined) return undefined;
  const [documents, problems = NONE, ifPromised = NONE] = head;
  const summaries = once(() => JSON.parse(readings.rest(blob) ?? "[]") as readonly (Summary | null)[]);
  return {
    documents: documents.map((one, position) => recallDocument(one, position, summaries)),
    problems,
    ifPromised,
  };
}

const NONE: readonly never[] = [];

function recallDocument(
  [index, format, formatVersion, outline, problems = NONE]: DocumentHead,
  position: number,
  summaries: () => readonly (Summary | null)[],
): DocumentReading {
  if (outline === null) return { index, format, formatVersion, problems };
  const [kind, id, version, reads = NONE, publishes = NONE, expects = NONE, payloads] = outline;
  const summary = (): Summary => {
    const known = summaries()[position];
    if (known) return known;
    throw new Error(`no summary of ${id} was remembered`);
  };
  const own = { ...(expects.length > 0 && { expects }), ...(payloads && { payloads }) };
  const ties = { reads, publishes, ...own };
  const named = version === null ? { kind, id, ...ties } : { kind, id, version, ...ties };
  return { index, format, formatVersion, problems, described: { outline: named, summary } };
}

export function rememberReading(readings: MemoSpace, blob: BlobId, reading: Reading): void {
  const summaries = reading.documents.map(({ described }) => described?.summary() ?? null);
  // Through JSON, because a string that was cut out of a text keeps all of the text in memory.
  readings.set(blob, JSON.parse(JSON.stringify(headOf(reading))) as Json, JSON.stringify(summaries));
}

function headOf({ documents, problems, ifPromised }: Reading): Head {
  const heads = documents.map(documentHead);
  if (ifPromised.length > 0) return [heads, problems, ifPromised];
  return problems.length > 0 ? [heads, problems] : [heads];
}

function documentHead({ index, format, formatVersion, described, problems }: DocumentReading): DocumentHead {
  const outline = described ? outlineHead(described.outline) : null;
  return problems.length > 0
    ? [index, format, formatVersion, outline, problems]
    : [index, format, formatVersion, outline];
}

function outlineHead({ kind, id, version, reads, publishes, expects, payloads }: Outline): OutlineHead {
  if (payloads !== undefined) return [kind, id, version ?? null, reads, publishes, [], payloads];
  if (expects !== undefined) return [kind, id, version ?? null, reads, publishes, expects];
  if (publishes.length > 0) return [kind, id, version ?? null, reads, publishes];
  return reads.length > 0 ? [kind, id, version ?? null, reads] : [kind, id, version ?? null];
}

/** Judgements by everything they depend on. */
export async function recallJudgements(memo: Memo): Promise<Recall> {
  const judgements = await memo.open("judgements");
  return {
    get(key) {
      const text = judgements.rest(key);
      return text === undefined ? undefined : (JSON.parse(text) as Judgement);
    },
    set(key, judgement) {
      judgements.set(key, null, JSON.stringify(judgement));
    },
  };
}

const BYTES = new TextDecoder("latin1");

/** Reads texts as `readSource` does, and recalls what those hold in which it found no fault. */
export async function recallTexts(memo: Memo): Promise<Read> {
  const texts = await memo.open("rules");
  return (bytes) => {
    const key = BYTES.decode(bytes);
    const known = texts.rest(key);
    if (known !== undefined) return { documents: recallSource(known, bytes), problems: [] };
    const text = readSource(bytes);
    if (text.problems.length === 0) texts.set(key, null, contentOf(text));
    return text;
  };
}
