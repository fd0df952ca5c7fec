import type { Lanes, Party } from "../../model/compatibility.ts";
import type { AffectedNode, Report } from "../../model/report.ts";
import { terminalName } from "../escape/terminal.ts";
import { nameOf, reachOf } from "../reach.ts";
import { LANE_WORDS, counted, firstOf } from "../words.ts";
import type { Page } from "./page.ts";

/** At most so many readers and owners are named in one line. */
const FEW = 5;

/** Whom the change concerns, and who is reached through them. */
export function reachLines(report: Report, page: Page): readonly string[] {
  const reach = reachOf(report);
  if (reach === undefined) return [];
  const { nodes, lanes, unasked, further, owners } = reach;
  const sentence = (words: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${words}: ${firstOf(names.map(terminalName), FEW)}.`];
  const products = new Set([
    ...report.products.map(({ id }) => id),
    ...nodes.filter(({ kind }) => kind === "product").map(({ id }) => id),
  ]);
  const ids = (among: readonly AffectedNode[]): readonly string[] =>
    among.map((node) => nameOf(node, (id) => products.has(id)));
  const isFirst = lanes.signOff.length + lanes.notify.length === 0;
  const said = [
    ...sentence(
      isFirst ? reach.hits : unasked.length === 1 ? "Also reads what changed" : "Also read what changed",
      ids(unasked),
    ),
    ...sentence("Reached through them", ids(further)),
    ...sentence("People to ask", owners),
  ];
  return [...laneLines(lanes, page), ...(said.length === 0 ? [] : ["", ...page.lines(said.join(" "), 0)])];
}

/** Who must agree, who should hear of it, and whom nothing touches. */
export function laneLines({ signOff, notify, safe }: Lanes, page: Page): readonly string[] {
  return [
    ...titled(LANE_WORDS.signOff, signOff.map(partyWords), page),
    ...titled(LANE_WORDS.notify, notify.map(partyWords), page),
    ...titled(LANE_WORDS.safe, safe.length === 0 ? [] : [readersWords(safe)], page),
  ];
}

function titled(title: string, lines: readonly string[], page: Page): readonly string[] {
  if (lines.length === 0) return [];
  return ["", ...page.lines(title, 0, "bold"), ...lines.flatMap((line) => page.lines(line, 2))];
}

function partyWords({ owner, readers }: Party): string {
  return `${owner === "" ? "Nobody answers" : terminalName(owner)} for ${readersWords(readers)}`;
}

/** `a, b and c`; `8 readers: a, b, c, d, e and 3 more`. */
function readersWords(readers: readonly string[]): string {
  const count = readers.length > FEW ? `${counted(readers.length, "reader")}: ` : "";
  return `${count}${firstOf(readers.map(terminalName), FEW)}`;
}
