import type { ExplainedStep } from "../../model/explanation.ts";
import { terminal } from "../escape/terminal.ts";
import type { Page, Style } from "../text/page.ts";
import type { Mark } from "../words.ts";

/** Between an operation and what it came to. */
const ARROW: Mark = { word: "comes to", sign: { unicode: "→", ascii: "->" }, emoji: "", colour: "gray" };

/** Deeper rules are not indented any further. */
const MAX_DEPTH = 12;

/** A rule as an indented expression with the values that it came to. What decided has a mark in the margin. */
export function treeLines(step: ExplainedStep, indent: number, page: Page): readonly string[] {
  return stepLines(step, indent, 0, page);
}

function stepLines(step: ExplainedStep, indent: number, depth: number, page: Page): readonly string[] {
  const isFlat = step.state === "skipped" || step.steps.every(isLeaf);
  const text = isFlat ? flat(step, page) : `${roleOf(step)}${step.text}${resultOf(step, page)}`;
  const own = entry(step, text, indent + 2 * Math.min(depth, MAX_DEPTH), page);
  if (isFlat) return own;
  return [...own, ...step.steps.flatMap((inner) => stepLines(inner, indent, depth + 1, page))];
}

/** Whether a part is short enough to stand in the line of its operator. */
function isLeaf({ kind, role, state, steps, value }: ExplainedStep): boolean {
  if (role !== "" || kind === "more") return false;
  if (kind !== "call") return true;
  return state === "value" && !isTruth(value) && steps.every((step) => step.kind === "read" || step.kind === "literal");
}

function isTruth(value: string | undefined): boolean {
  return value === "true" || value === "false";
}

function entry(step: ExplainedStep, text: string, indent: number, page: Page): readonly string[] {
  // What does not fit into a line goes on further in.
  const [first = "", ...rest] = page.lines(terminal(text), indent + 4, ...stylesOf(step));
  return [(step.decides ? ">" : "").padEnd(indent) + first.slice(indent + 4), ...rest];
}

function stylesOf({ kind, state, value, decides }: ExplainedStep): readonly Style[] {
  if (state === "skipped" || kind === "more") return ["dim"];
  const weight: readonly Style[] = decides ? ["bold"] : [];
  if (state === "error") return ["magenta", ...weight];
  if (kind !== "call") return weight;
  if (state === "missing" || value === "false") return ["red", ...weight];
  return value === "true" ? ["green", ...weight] : weight;
}

/** A part in one line: `neq: it.status = "deprecated", "deprecated"`. */
function flat(step: ExplainedStep, page: Page): string {
  const { kind, state, text, steps, value } = step;
  const role = roleOf(step);
  if (state === "skipped") return `${role}${outline(step)} (not evaluated)`;
  if (kind === "literal" || kind === "more") return role + text;
  if (kind === "read") return `${role}${text}${readResult(state, value)}`;
  const parts = steps.map((inner) => flat(inner, page)).join(", ");
  return `${role}${text}${parts === "" ? "" : `: ${parts}`}${resultOf(step, page)}`;
}

function readResult(state: ExplainedStep["state"], value: string | undefined): string {
  if (state === "missing") return " (not set)";
  return state === "error" ? ` (${value ?? "no value"})` : ` = ${value ?? ""}`;
}

function resultOf({ kind, state, value = "" }: ExplainedStep, page: Page): string {
  if (kind !== "call") return "";
  if (state === "value") return ` ${page.sign(ARROW)} ${value}`;
  return state === "missing" ? ` (${value} is not set)` : ` (${value})`;
}

/** What was not evaluated has no values. */
function outline({ text, steps }: ExplainedStep): string {
  return steps.length === 0 ? text : `${text}: ${steps.map(inside).join(", ")}`;
}

function inside(step: ExplainedStep): string {
  return step.steps.length === 0 ? step.text : `(${outline(step)})`;
}

function roleOf({ role }: ExplainedStep): string {
  if (role === "") return "";
  return role.startsWith("item") || role === "each" ? `${role}: ` : `${role} `;
}

/** Every fact that was read, in the order of the rule. */
export function readsIn(step: ExplainedStep): readonly ExplainedStep[] {
  const isFact = step.kind === "read" && !step.text.startsWith("params.");
  const own = isFact && step.state !== "skipped" ? [step] : [];
  return [...own, ...step.steps.flatMap(readsIn)];
}
