import type { RepoPath } from "../../model/location.ts";

/** Lines of one text that others take the place of. Positions count from 0; the end is exclusive. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  /** Where the new lines stand in the other text. */
  readonly other: number;
  readonly lines: readonly string[];
}

/** Lines with their ends, so that joined they are the text. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** More changed lines than these are given as one block. */
const MAX_CHANGES = 400;

/** What tells two lists of lines apart, by the fewest lines (Myers, "An O(ND) Difference Algorithm"). */
export function hunksBetween(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  const [one, other] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const kept = keptLines(one, other) ?? [];
  const hunks: Hunk[] = [];
  let [from, to] = [0, 0];
  for (const [x, y] of [...kept, [one.length, other.length] as const]) {
    if (x > from || y > to)
      hunks.push({ start: start + from, end: start + x, other: start + to, lines: other.slice(to, y) });
    [from, to] = [x + 1, y + 1];
  }
  return hunks;
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const found = one.findIndex((line, index) => line !== other[index]);
  return found < 0 ? one.length : found;
}

function commonEnd(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}

type Step = readonly [x: number, y: number];

/** Positions of the lines that both keep; undefined when too many differ. */
function keptLines(one: readonly string[], other: readonly string[]): readonly Step[] | undefined {
  const furthest = new Map<number, number>([[1, 0]]);
  const history: ReadonlyMap<number, number>[] = [];
  for (let changes = 0; changes <= MAX_CHANGES; changes += 1) {
    history.push(new Map(furthest));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = reached(furthest, diagonal, changes);
      while (x < one.length && x - diagonal < other.length && one[x] === other[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= one.length && x - diagonal >= other.length) return wayBack(history, one.length, other.length);
    }
  }
  return undefined;
}

/** How far a diagonal is reached with one more change than the neighbours. */
function reached(furthest: ReadonlyMap<number, number>, diagonal: number, changes: number): number {
  const [below, above] = [furthest.get(diagonal - 1) ?? -1, furthest.get(diagonal + 1) ?? -1];
  return diagonal === -changes || (diagonal !== changes && below < above) ? above : below + 1;
}

function wayBack(history: readonly ReadonlyMap<number, number>[], width: number, height: number): readonly Step[] {
  const kept: Step[] = [];
  let [x, y] = [width, height];
  for (let changes = history.length - 1; changes >= 0; changes -= 1) {
    const furthest = history[changes] ?? new Map<number, number>();
    const diagonal = x - y;
    const start = reached(furthest, diagonal, changes);
    while (x > start) kept.push([--x, --y]);
    if (changes === 0) break;
    const [below, above] = [furthest.get(diagonal - 1) ?? -1, furthest.get(diagonal + 1) ?? -1];
    const isDown = diagonal === -changes || (diagonal !== changes && below < above);
    if (isDown) y -= 1;
    else x -= 1;
  }
  return kept.reverse();
}

const CONTEXT = 3;

/** A unified diff, as `git apply` takes it. */
export function unifiedDiff(file: RepoPath, before: string, after: string): string {
  const [one, other] = [linesOf(before), linesOf(after)];
  const blocks = grouped(hunksBetween(one, other)).map((hunks) => blockText(one, other, hunks));
  return blocks.length === 0 ? "" : [`--- ${name(`a/${file}`)}\n`, `+++ ${name(`b/${file}`)}\n`, ...blocks].join("");
}

/** A name that could be taken for more than a name is quoted. */
function name(path: string): string {
  return /[\p{Cc}"\\]/u.test(path) ? JSON.stringify(path) : path;
}

/** Hunks that stand so near to each other that they share their context. */
function grouped(hunks: readonly Hunk[]): readonly (readonly Hunk[])[] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && hunk.start - last.end <= 2 * CONTEXT) groups.at(-1)?.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

function blockText(one: readonly string[], other: readonly string[], hunks: readonly Hunk[]): string {
  const [first, last] = [hunks[0], hunks.at(-1)];
  if (first === undefined || last === undefined) return "";
  const from = Math.max(0, first.start - CONTEXT);
  const to = Math.min(one.length, last.end + CONTEXT);
  const lines: string[] = [];
  let at = from;
  for (const { start, end, lines: added } of hunks) {
    lines.push(...marked(" ", one.slice(at, start)), ...marked("-", one.slice(start, end)), ...marked("+", added));
    at = end;
  }
  lines.push(...marked(" ", one.slice(at, to)));
  const otherFrom = first.other - (first.start - from);
  const otherTo = last.other + last.lines.length + (to - last.end);
  const head = `@@ -${stretch(from, to - from)} +${stretch(otherFrom, otherTo - otherFrom)} @@\n`;
  return head + lines.join("");
}

function stretch(start: number, length: number): string {
  const line = length === 0 ? start : start + 1;
  return length === 1 ? String(line) : `${line},${length}`;
}

function marked(mark: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line.endsWith("\n") ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`));
}
