import type { Change } from "../../model/compatibility.ts";
import { CLASSES } from "../../model/compatibility.ts";
import type { Diff } from "../../model/diff.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import type { RenderOptions } from "../format.ts";
import { place } from "../subject.ts";
import { createPage } from "../text/page.ts";
import type { Page } from "../text/page.ts";

const COLOURS = { breaking: "red", risky: "yellow", safe: "green", docs: "gray", none: "green" } as const;

/** The verdict, then every change by class, the worst first, with what to do about it. */
export function diffText(diff: Diff, options: RenderOptions): string {
  const page = createPage(options);
  const { from, to } = diff;
  const title = `${terminalName(to.id)}  ${terminalName(from.version)} → ${terminalName(to.version)}`;
  const axes = `readers: ${diff.axes.consumer} · pipelines and stored rows: ${diff.axes.producer}`;
  const groups = CLASSES.flatMap((name) => {
    const changes = diff.changes.filter((change) => change.class === name);
    if (changes.length === 0) return [];
    const head = page.paint(`${name.toUpperCase()} · ${String(changes.length)}`, COLOURS[name]);
    return ["", head, ...changes.flatMap((change) => changeLines(change, page))];
  });
  const total = diff.class === "none" ? "The contracts say the same." : `${capital(diff.class)} · ${axes}`;
  return `${[page.paint(title, "bold"), ...groups, "", page.paint(total, COLOURS[diff.class]), versionLine(diff)].join("\n")}\n`;
}

function changeLines(change: Change, page: Page): readonly string[] {
  const broken = [
    ...(change.axes.consumer.verdict === "ok" ? [] : [`Readers: ${change.axes.consumer.reason}`]),
    ...(change.axes.producer.verdict === "ok" ? [] : [`Pipelines: ${change.axes.producer.reason}`]),
  ];
  const { witness } = change.axes.consumer.verdict === "ok" ? change.axes.producer : change.axes.consumer;
  const isPlain = change.class === "safe" || change.class === "docs";
  return [
    `  ${terminal(change.message)}  ${page.paint(`${terminal(place(change.location))}  ${change.ruleId}`, "dim")}`,
    ...broken.map((line) => `    ${terminal(line)}`),
    ...(witness === undefined ? [] : [`    Such a row: ${terminal(JSON.stringify(witness))}`]),
    ...(isPlain && broken.length === 0 ? [] : [`    Do: ${terminal(change.remedy)}`]),
  ];
}

function versionLine({ requiredBump, nextVersion, versionIsEnough, to, from }: Diff): string {
  if (requiredBump === "none") return "No new version is needed.";
  if (versionIsEnough) return `Version ${terminalName(to.version)} says so: at least a ${requiredBump} one is needed.`;
  if (nextVersion === null)
    return `This needs a ${requiredBump} version; ${terminalName(from.version)} is not semantic, so which one is yours to say.`;
  return `This needs a ${requiredBump} version: ${terminalName(nextVersion)}.`;
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
