import type { DirectReader, Effect, Impact } from "../../model/impact.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import type { RenderOptions } from "../format.ts";
import { createPage } from "../text/page.ts";
import type { Page, Style } from "../text/page.ts";
import { counted } from "../words.ts";

const EFFECTS: Record<Effect, { readonly word: string; readonly style: Style }> = {
  hit: { word: "hit", style: "red" },
  unknown: { word: "maybe", style: "yellow" },
  miss: { word: "not hit", style: "green" },
};

/** Who is hit first, then who is reached through them, then who to ask. */
export function impactText(impact: Impact, options: RenderOptions): string {
  const page = createPage(options);
  const { target, direct, affected, ask, unowned } = impact;
  const further = affected.filter(({ distance }) => distance > 1);
  const name = [target.product, ...(target.path === undefined ? [] : [target.path])].map(terminalName).join(" ");
  const hit = affected.length - further.length;
  const lines = [
    ...page.lines(
      `${name}: ${hit === 0 ? "nobody declared in this mesh is hit" : `${counted(hit, "reader")} hit directly, ${String(further.length)} further on`}.`,
      0,
      "bold",
    ),
    ...page.lines(`Output ports meant: ${target.ports.map(terminalName).join(", ") || "none"}.`, 0, "dim"),
    ...direct.flatMap((reader) => readerLines(reader, page)),
    ...(further.length === 0 ? [] : ["", ...page.lines("Reached through them", 0, "bold")]),
    ...further.map(
      ({ id, kind, distance, domain }) =>
        `  ${facts([terminalName(id), kind, terminalName(domain), counted(distance, "hop")], page)}`,
    ),
    ...(ask.length === 0 ? [] : ["", ...page.lines("People to ask", 0, "bold")]),
    ...ask.map(({ owner, owns }) => `  ${terminalName(owner)}  for ${owns.map(terminalName).join(", ")}`),
    ...(unowned.length === 0
      ? []
      : page.lines(`Nobody answers for ${unowned.map(terminalName).join(", ")}.`, 2, "yellow")),
  ];
  return `${lines.join("\n")}\n`;
}

function readerLines({ id, kind, domain, port, effect, evidence }: DirectReader, page: Page): readonly string[] {
  const { word, style } = EFFECTS[effect];
  const who = facts([terminalName(id), kind, terminalName(domain), `reads ${terminalName(port)}`], page);
  return [`  ${page.paint(word.padEnd(7), style)}  ${who}`, ...page.lines(terminal(evidence), 11, "dim")];
}

/** What is known, in one line: a node may have no domain. */
function facts(words: readonly string[], page: Page): string {
  return words.filter((word) => word !== "").join(page.dot);
}
