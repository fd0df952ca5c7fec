import type {
  Enforced,
  Explained,
  ExplainedParameter,
  ExplainedStep,
  ExplainedTarget,
  Explanation,
  ReadFact,
  SetBy,
} from "../../model/explanation.ts";
import type { Origin, Outcome } from "../../model/finding.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import type { RenderOptions } from "../format.ts";
import { place } from "../subject.ts";
import { createPage } from "../text/page.ts";
import type { Page } from "../text/page.ts";
import { LEVEL_MARKS, ORIGIN_WORDS, OUTCOME_MARKS, SUBJECT_WORDS, counted, listed } from "../words.ts";
import { diffLines } from "./diff.ts";
import { readsIn, treeLines } from "./tree.ts";

/** So many targets that pass are shown with their rule; the others are counted. */
const MAX_PASSING = 3;
const MAX_READS = 12;

/** In words what is wrong and why, then the rule with its values, then who has set what. */
export function explanationText({ explained, asOf, head, base }: Explanation, options: RenderOptions): string {
  const page = createPage(options);
  const against = base === undefined ? "" : ` against ${terminalName(base.ref)}`;
  const lines = explained.flatMap((one) => [...explainedLines(one, page), ""]);
  return `${[...lines, page.paint(`${terminalName(head.ref)}${against}, as of ${asOf}`, "dim")].join("\n")}\n`;
}

function explainedLines(explained: Explained, page: Page): readonly string[] {
  const { policy, enforcement, parameters, targets } = explained;
  const told = targets.filter(({ outcome }) => outcome !== "pass" && outcome !== "not-applicable");
  const others = targets.filter((target) => !told.includes(target));
  const shown = told.length > 0 ? told : others.slice(0, MAX_PASSING);
  const rest = told.length > 0 ? others : others.slice(MAX_PASSING);
  return [
    ...titleLines(explained, page),
    ...shown.flatMap((target) => targetLines(target, explained, page)),
    ...(rest.length === 0 ? [] : ["", ...page.lines(restWords(rest), 2, "dim")]),
    "",
    ...page.lines("Why the policy is there", 2, "bold"),
    ...page.lines(terminal(policy.rationale), 4),
    "",
    ...page.lines("What it weighs", 2, "bold"),
    ...enforcementLines(enforcement, page),
    ...parameterLines(parameters, page),
  ];
}

const WORST: readonly Outcome[] = ["error", "fail", "waived", "pass", "not-applicable"];

function titleLines({ policy, subject, targets }: Explained, page: Page): readonly string[] {
  const worst = WORST.find((outcome) => targets.some((target) => target.outcome === outcome)) ?? "not-applicable";
  const mark = OUTCOME_MARKS[worst];
  const name =
    subject.kind === "mesh" ? "The mesh as a whole" : `${SUBJECT_WORDS[subject.kind]} ${terminalName(subject.id)}`;
  const id = terminalName(policy.id);
  const failing = targets.filter(({ outcome }) => outcome === worst).length;
  const share = targets.length > 1 ? ` at ${failing} of ${counted(targets.length, "target")}` : "";
  const words = {
    error: `${name}: ${id} could not be judged${share}`,
    fail: `${name} fails ${id}${share}`,
    waived: `${name} fails ${id}, which is waived${share}`,
    pass: `${name} passes ${id}${share}`,
    "not-applicable": `${name}: ${id} does not apply`,
  }[worst];
  return [
    ...page.lines(`${page.sign(mark)} ${words}`, 0, mark.colour, "bold"),
    ...page.lines(terminal(policy.title), 2, "dim"),
  ];
}

function restWords(rest: readonly ExplainedTarget[]): string {
  const passing = rest.filter(({ outcome }) => outcome === "pass").length;
  const words = [
    ...(passing > 0 ? [`${counted(passing, "more target")} ${passing === 1 ? "passes" : "pass"}`] : []),
    ...(rest.length > passing ? [`it does not apply to ${counted(rest.length - passing, "more target")}`] : []),
  ];
  return `${listed(words)}; --target and --format json show them.`;
}

function targetLines(target: ExplainedTarget, { policy }: Explained, page: Page): readonly string[] {
  const { outcome, message, remedy, location, applies, rule, faults } = target;
  const mark = OUTCOME_MARKS[outcome];
  const said = message === "" ? `${mark.word.charAt(0).toUpperCase()}${mark.word.slice(1)}.` : message;
  return [
    "",
    ...(target.target === "" ? [] : page.lines(terminal(target.target), 2, "bold")),
    ...page.lines(terminal(said), 2),
    ...becauseLines(target.because, outcome, page),
    ...(remedy === "" ? [] : page.lines(`Fix: ${terminal(remedy)}`, 2, "cyan")),
    ...page.lines(terminal(place(location)), 2),
    ...page.lines(statusWords(target), 2, "dim"),
    ...waiverLines(target, page),
    ...(applies === undefined
      ? []
      : sectionLines(`Applies when (${terminal(place(applies.location))})`, applies, page)),
    ...(applies?.state === "missing"
      ? page.lines("What is not set cannot switch a policy off, so it applies.", 4, "dim")
      : []),
    ...(rule === undefined ? [] : sectionLines(`Rule (${terminal(place(rule.location))})`, rule, page)),
    ...faultLines(faults, terminal(place(policy.location)), page),
    ...readLines(
      [applies, rule].flatMap((step) => (step === undefined ? [] : readsIn(step))),
      page,
    ),
    ...(target.fix === undefined ? [] : diffLines(target.fix, page)),
  ];
}

function becauseLines(because: readonly ReadFact[], outcome: Outcome, page: Page): readonly string[] {
  if (because.length === 0 || outcome === "pass") return [];
  const words = because.map(({ name, value }) => `${name} is ${value ?? "not set"}`);
  return page.lines(terminal(`Because ${listed(words)}.`), 2);
}

const ORIGINS: Readonly<Record<Origin, string>> = { ...ORIGIN_WORDS, new: "new with this change" };

function statusWords({ outcome, level, origin, fingerprint }: ExplainedTarget): string {
  const isFinding = outcome === "fail" || outcome === "waived" || outcome === "error";
  const parts = isFinding ? [LEVEL_MARKS[level].word, ...(origin === undefined ? [] : [ORIGINS[origin]])] : [];
  return [...parts, `fingerprint ${fingerprint}`].join(", ");
}

function waiverLines({ waivers }: ExplainedTarget, page: Page): readonly string[] {
  return waivers.flatMap(({ id, covers, reason, location }) =>
    page.lines(
      `Waiver ${terminalName(id)}: ${covers ? "" : "no, "}${terminal(reason)} (${terminal(place(location))})`,
      2,
      covers ? "green" : "yellow",
    ),
  );
}

function sectionLines(title: string, step: ExplainedStep, page: Page): readonly string[] {
  return ["", ...page.lines(title, 4, "bold"), ...treeLines(step, 6, page)];
}

function faultLines(faults: ExplainedTarget["faults"], policy: string, page: Page): readonly string[] {
  if (faults.length === 0) return [];
  return [
    "",
    ...page.lines(`Does not fit the schema (${policy})`, 4, "bold"),
    ...faults.flatMap(({ message, location }) => [
      ...page.lines(`${page.sign(OUTCOME_MARKS.fail)} ${terminal(message)}`, 4, "red"),
      ...page.lines(terminal(place(location)), 6),
    ]),
  ];
}

/** Where the policy reads each fact, and where that stands in the descriptor. */
function readLines(reads: readonly ExplainedStep[], page: Page): readonly string[] {
  const unique = new Map(
    reads.map((read) => [`${read.text} ${read.fact === undefined ? "" : place(read.fact)}`, read]),
  );
  if (unique.size === 0) return [];
  const lines = [...unique.values()].slice(0, MAX_READS).flatMap(({ text, fact, location, state }) => {
    const where = fact === undefined ? originOf(text) : terminal(place(fact));
    return [
      ...page.lines(`${terminal(text)}, read in ${terminal(place(location))}`, 6),
      ...page.lines(state === "missing" && fact !== undefined ? `would stand in ${where}` : where, 8, "dim"),
    ];
  });
  const more = unique.size - MAX_READS;
  return [
    "",
    ...page.lines("What it read", 4, "bold"),
    ...lines,
    ...(more > 0 ? page.lines(`and ${more} more`, 6, "dim") : []),
  ];
}

/** Where a fact comes from that is not written in the descriptor. */
function originOf(name: string): string {
  if (name.startsWith("before.")) return "as it was at base";
  if (name.startsWith("guild.")) return "guild.yaml";
  return name === "asOf" ? "the day that is judged for" : "worked out";
}

function enforcementLines({ level, since, next, setBy, grace, waivers }: Enforced, page: Page): readonly string[] {
  const now = `${LEVEL_MARKS[level].word}${since === undefined ? "" : ` since ${since}`}`;
  const later = next === undefined ? "" : `; ${LEVEL_MARKS[next.level].word} from ${next.from} on`;
  return [
    ...page.lines(`Level: ${now}${later} (${by(setBy)})`, 4),
    ...(grace === undefined ? [] : page.lines(graceWords(grace), 4)),
    ...page.lines(waiverTerms(waivers), 4),
  ];
}

function waiverTerms({ allowed, maxDays, setBy }: Enforced["waivers"]): string {
  const terms = allowed ? `for ${counted(maxDays, "day")} at most` : "none are allowed";
  return `Waivers: ${terms} (${setBy === undefined ? "the usual terms" : by(setBy)})`;
}

function graceWords({ level, until, over, setBy }: NonNullable<Enforced["grace"]>): string {
  const words = over
    ? `over since ${until}: what was there before counts where a change touches its file`
    : `what was there before a change weighs ${LEVEL_MARKS[level].word} at most until ${until}`;
  return `Grace: ${words} (${by(setBy)})`;
}

function by({ layer, location }: SetBy): string {
  return `set by ${terminalName(layer)}, ${terminal(place(location))}`;
}

function parameterLines(parameters: readonly ExplainedParameter[], page: Page): readonly string[] {
  if (parameters.length === 0) return [];
  const lines = parameters.flatMap(({ name, value, setBy, instead }) => {
    const other = instead === undefined ? "" : `, instead of ${instead.value} in ${place(instead.location)}`;
    return page.lines(`${terminalName(name)} = ${terminal(value)} (${by(setBy)}${terminal(other)})`, 4);
  });
  return ["", ...page.lines("Parameters in force", 2, "bold"), ...lines];
}
