import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Pair, ParsedNode, YAMLMap, YAMLSeq } from "yaml";
import type { Json, JsonPath } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import { parseYaml } from "../../source/parse.ts";
import type { Hand, Quotes } from "./write.ts";
import { handOf, inline, isTall, pair, scalar, tall } from "./write.ts";

/** A change to one value of a document. */
export type Edit =
  | {
      readonly kind: "set";
      readonly path: JsonPath;
      readonly value: Json;
      /** Where a new key goes: behind those that stand before it here. */
      readonly order?: readonly string[];
    }
  | { readonly kind: "remove"; readonly path: JsonPath };

/** A stretch of a text and what takes its place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type Found = Splice | { readonly fault: string };

type Member = Pair<ParsedNode, ParsedNode | null>;

/** What holds a value: a key of an object, an element of a list, or nothing, for the root. */
type Holder =
  | { readonly kind: "member"; readonly map: YAMLMap.Parsed; readonly member: Member }
  | { readonly kind: "item"; readonly list: YAMLSeq.Parsed; readonly index: number };

interface Spot {
  readonly node: ParsedNode | null;
  readonly holder?: Holder;
}

interface Page {
  readonly text: string;
  readonly hand: Hand;
}

/** Finds the stretch of a text that makes the edit to its document at `index`. What stands around it stays as it is. */
export function spliceOf(text: string, index: number, edit: Edit): Found {
  const root = parseYaml(text).documents[index]?.contents;
  if (root === undefined || root === null) return { fault: "the file has no such document" };
  const page = { text, hand: handOf(text) };
  let [parent, spot]: readonly [Spot | undefined, Spot] = [undefined, { node: root }];
  for (const [depth, step] of edit.path.entries()) {
    if (isAlias(spot.node)) return { fault: "it stands behind an alias" };
    const next = child(spot.node, step);
    if (next === undefined) {
      if (edit.kind === "remove") return { fault: "there is nothing to remove" };
      return add(page, spot, edit.path.slice(depth), edit.value, edit.order ?? []);
    }
    [parent, spot] = [spot, next];
  }
  return edit.kind === "set" ? replace(page, spot, edit.value) : remove(page, spot, parent);
}

function child(node: ParsedNode | null, step: string | number): Spot | undefined {
  if (isMap(node)) {
    const member = node.items.find(({ key }) => isScalar(key) && key.value === step);
    return member && { node: member.value, holder: { kind: "member", map: node, member } };
  }
  if (!isSeq(node) || typeof step !== "number") return undefined;
  const item = node.items[step];
  return item && { node: item, holder: { kind: "item", list: node, index: step } };
}

function add(page: Page, spot: Spot, [step, ...rest]: JsonPath, value: Json, order: readonly string[]): Found {
  if (step === undefined || rest.some((one) => typeof one === "number")) return { fault: "there is no such place" };
  const whole = rest.reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
  const { node } = spot;
  if (isMap(node) && typeof step === "string")
    return addMember(page, node, step, whole, rest.length === 0 ? order : []);
  if (isSeq(node) && step === node.items.length) return addItem(page, node, whole);
  const isEmpty = node === null || (isScalar(node) && node.value === null);
  if (!isEmpty || typeof step !== "string") return { fault: "there is no such place" };
  return replace(page, spot, { [step]: whole });
}

function addMember(page: Page, map: YAMLMap.Parsed, key: string, value: Json, order: readonly string[]): Found {
  const before = new Set(order.slice(0, Math.max(0, order.indexOf(key))));
  const last = map.items.findLast((one) => isScalar(one.key) && before.has(String(one.key.value))) ?? map.items.at(-1);
  const { hand } = page;
  if (last === undefined) return insertFirst(map, inline({ [key]: value }, hand));
  const end = endOfMember(page, last);
  if (map.flow === true)
    return insertBehind(page, map.items[0]?.key, end, `${scalar(key, hand)}: ${inline(value, hand)}`);
  const column = columnOf(page.text, map.range[0]);
  return insertLine(page, end, " ".repeat(column) + pair(key, value, column, hand));
}

function addItem(page: Page, list: YAMLSeq.Parsed, value: Json): Found {
  const last = list.items.at(-1);
  if (last === undefined) return insertFirst(list, `[${inline(value, page.hand)}]`);
  if (list.flow === true) return insertBehind(page, list.items[0], endOf(page, last), inline(value, page.hand));
  const column = columnOf(page.text, list.range[0]);
  const isFlat = (isMap(last) || isSeq(last)) && last.flow === true;
  const text = isTall(value) && !isFlat ? tall(value, column + 2, page.hand) : inline(value, page.hand);
  return insertLine(page, endOf(page, last), `${" ".repeat(column)}- ${text}`);
}

/** An empty object or list is always written between brackets. */
function insertFirst({ range }: ParsedNode, text: string): Found {
  return { start: range[0], end: range[1], text };
}

/** Behind an element between brackets: on a line of its own where the first element has one. */
function insertBehind({ text, hand }: Page, first: ParsedNode | undefined, end: number, element: string): Found {
  const column = first === undefined ? undefined : ownColumn(text, first.range[0]);
  const space = column === undefined ? " " : hand.lineEnd + " ".repeat(column);
  return { start: end, end, text: `,${space}${element}` };
}

/** A line of its own below the one where the text before `end` ends. */
function insertLine({ text, hand: { lineEnd } }: Page, end: number, line: string): Found {
  if (end > 0 && text[end - 1] === "\n") return { start: end, end, text: line + lineEnd };
  const feed = text.indexOf("\n", end);
  const [start, added] = feed < 0 ? [text.length, lineEnd + line] : [feed + 1, line + lineEnd];
  return { start, end: start, text: added };
}

function replace(page: Page, { node, holder }: Spot, value: Json): Found {
  const { text, hand } = page;
  if (node === null || node.range[0] === node.range[1]) return fill(page, node, holder, value);
  const [start] = node.range;
  if (!isBlock(node)) {
    const end = isScalar(node) ? trimmed(text, start, node.range[1]) : node.range[1];
    return {
      start,
      end,
      text: isObject(value) || isList(value) ? inline(value, hand) : scalar(value, hand, quotesOf(node)),
    };
  }
  const end = trimmed(text, start, endOf(page, node));
  if (isTall(value)) return { start, end, text: tall(value, columnOf(text, start), hand) };
  if (holder?.kind !== "member") return { start, end, text: inline(value, hand) };
  const colon = behindColon(text, holder.member.key);
  if (colon === undefined || text.slice(colon, start).includes("#")) return { fault: "a comment stands in between" };
  return { start: colon, end, text: ` ${inline(value, hand)}` };
}

/** A key or a dash that has no value yet. */
function fill({ text, hand }: Page, node: ParsedNode | null, holder: Holder | undefined, value: Json): Found {
  if (holder?.kind !== "member") {
    const start = node?.range[0] ?? 0;
    return { start, end: start, text: ` ${inline(value, hand)}` };
  }
  const { member } = holder;
  const colon = behindColon(text, member.key);
  const start = colon ?? member.key.range[1];
  return { start, end: start, text: `${colon === undefined ? ":" : ""} ${inline(value, hand)}` };
}

function remove(page: Page, { holder }: Spot, above: Spot | undefined): Found {
  if (holder === undefined || above === undefined) return { fault: "there would be nothing left" };
  const { text } = page;
  const { parent, spans, index } = spansOf(page, holder);
  const [span, next] = [spans[index], spans[index + 1]];
  if (span === undefined) return { fault: "there is nothing to remove" };
  if (spans.length === 1) return replace(page, above, isMap(parent) ? {} : []);
  if (parent.flow === true) {
    const former = spans[index - 1];
    const [start, end] = former === undefined ? [span[0], next?.[0] ?? span[1]] : [former[1], span[1]];
    return text.slice(start, end).includes("#") ? { fault: "a comment stands beside it" } : { start, end, text: "" };
  }
  const line = lineStart(text, span[0]);
  if (text.slice(line, span[0]).trim() === "") return { start: line, end: lineEndBehind(text, span[1]), text: "" };
  // It shares its line with the dash of the list: the next member takes its place there.
  if (next === undefined || text.slice(span[1], next[0]).trim() !== "") return { fault: "a comment stands beside it" };
  return { start: span[0], end: next[0], text: "" };
}

type Span = readonly [start: number, end: number];

function spansOf(
  page: Page,
  holder: Holder,
): { readonly parent: YAMLMap.Parsed | YAMLSeq.Parsed; readonly spans: readonly Span[]; readonly index: number } {
  if (holder.kind === "member") {
    const { map, member } = holder;
    const spans = map.items.map((one): Span => [one.key.range[0], endOfMember(page, one)]);
    return { parent: map, spans, index: map.items.indexOf(member) };
  }
  const { list, index } = holder;
  const spans = list.items.map((item): Span => {
    const start = list.flow === true ? item.range[0] : dashOf(page.text, item, columnOf(page.text, list.range[0]));
    return [start, endOf(page, item)];
  });
  return { parent: list, spans, index };
}

/** An anchor or a comment may stand between the dash and its value. */
function dashOf(text: string, item: ParsedNode, column: number): number {
  let line = lineStart(text, item.range[0]);
  while (line > 0 && text[line + column] !== "-") line = lineStart(text, line - 1);
  return line + column;
}

function isBlock(node: ParsedNode): boolean {
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

/** Where the text of a value ends, without comments behind it. A block of text ends with its last line. */
function endOf(page: Page, node: ParsedNode): number {
  if (!isBlock(node)) return node.range[1];
  const last = isMap(node) ? node.items.at(-1) : isSeq(node) ? node.items.at(-1) : undefined;
  if (last === undefined) return node.range[1];
  return "key" in last ? endOfMember(page, last) : endOf(page, last);
}

function endOfMember(page: Page, { key, value }: Member): number {
  const isWritten = value !== null && value.range[1] > value.range[0];
  return isWritten ? endOf(page, value) : (behindColon(page.text, key) ?? key.range[1]);
}

function behindColon(text: string, key: ParsedNode): number | undefined {
  const end = key.range[1];
  const found = /^\s*:/.exec(text.slice(end));
  return found === null ? undefined : end + found[0].length;
}

function quotesOf(node: ParsedNode): Quotes {
  const type = isScalar(node) ? node.type : undefined;
  if (type === "QUOTE_SINGLE") return "single";
  return type === "QUOTE_DOUBLE" ? "double" : "plain";
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEndBehind(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === "\n") return offset;
  const feed = text.indexOf("\n", offset);
  return feed < 0 ? text.length : feed + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The column of what stands first on its line. */
function ownColumn(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  return text.slice(start, offset).trim() === "" ? offset - start : undefined;
}

function trimmed(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
