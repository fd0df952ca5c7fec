import type { Change } from "../../model/compatibility.ts";
import { CLASSES } from "../../model/compatibility.ts";
import type { Diff } from "../../model/diff.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import type { RenderOptions } from "../format.ts";
import { createPage } from "../text/page.ts";
import type { Page } from "../text/page.ts";
import { laneLines } from "../text/reach.ts";
import { counted } from "../words.ts";
import { changeLines } from "./change.ts";
import { CLASS_MARKS, STATE_WORDS, modeWords, versionWords } from "./words.ts";

/** More changes than so many of a class are counted instead of listed. */
const FEW = { breaking: Infinity, risky: Infinity, safe: 20, docs: 3 } as const;

/** What is compared, every change by class, the worst first, then whom to ask and which version it needs. */
export function diffText(diff: Diff, options: RenderOptions): string {
  const page = createPage(options);
  const lines = [
    ...titleLines(diff, page),
    ...CLASSES.flatMap((name) => groupLines(name, diff, page)),
    ...(diff.asked === null ? [] : laneLines(diff.lanes, page)),
    "",
    ...verdictLines(diff, page),
  ];
  return `${lines.join("\n")}\n`;
}

/** `tracks 3.4.0 → 3.5.0 ✗ needs 4.0.0`, and what the classes rest on. */
function titleLines(diff: Diff, page: Page): readonly string[] {
  const { from, to, notes, versionIsEnough, nextVersion } = diff;
  const [was, is] = [from, to].map(({ id, version }) => `${terminalName(id)} ${terminalName(version)}`);
  const ends = [was, from.id === to.id ? terminalName(to.version) : is].join(` ${page.arrow} `);
  const needs =
    versionIsEnough || nextVersion === null
      ? ""
      : ` ${page.sign(CLASS_MARKS.breaking)} needs ${terminalName(nextVersion)}`;
  return [
    ...page.lines(`${ends}${needs}`, 0, "bold"),
    ...(diff.class === "none" ? [] : page.lines(modeWords(diff), 0, "dim")),
    ...notes.flatMap((note) => page.lines(`${page.sign(CLASS_MARKS.risky)} ${terminal(note)}`, 0, "yellow")),
  ];
}

function groupLines(name: Change["class"], { changes }: Diff, page: Page): readonly string[] {
  const group = changes.filter((change) => change.class === name);
  if (group.length === 0) return [];
  const head = page.lines(`${name.toUpperCase()}${page.dot}${group.length}`, 0, CLASS_MARKS[name].colour, "bold");
  const few = FEW[name];
  if (name === "docs" && group.length > few)
    return ["", ...head, ...page.lines("Only words change, listed by --format json.", 2, "dim")];
  const more = group.length - few;
  return [
    "",
    ...head,
    ...group.slice(0, few).flatMap((change) => changeLines(change, page)),
    ...(more > 0 ? page.lines(`Also ${counted(more, "other change")}, listed by --format json.`, 2, "dim") : []),
  ];
}

function verdictLines(diff: Diff, page: Page): readonly string[] {
  const { axes, changes, from, to, versionIsEnough, nextVersion, asked } = diff;
  const words = versionWords(
    diff,
    terminalName(from.version),
    terminalName(to.version),
    terminalName(nextVersion ?? ""),
  );
  const version = page.lines(words, 0, versionIsEnough ? "green" : "yellow");
  if (diff.class === "none")
    return [...page.lines(`Both ${diff.subject}s say the same.`, 0, "green"), ...(versionIsEnough ? [] : version)];
  const mark = CLASS_MARKS[diff.class];
  const counts = CLASSES.flatMap((name) => {
    const count = changes.filter((change) => change.class === name).length;
    return count === 0 ? [] : `${count} ${name}`;
  });
  const states = `readers ${STATE_WORDS[axes.consumer]}, pipelines and stored rows ${STATE_WORDS[axes.producer]}`;
  return [
    ...page.lines(`${page.sign(mark)} ${counts.join(", ")}${page.dot}${states}`, 0, mark.colour, "bold"),
    ...version,
    // Nobody is looked for who reads a product.
    ...(diff.class === "breaking" && diff.subject === "contract" && asked === null
      ? page.lines("To see who is hit, name a folder of readers with --consumers.", 0, "dim")
      : []),
  ];
}
