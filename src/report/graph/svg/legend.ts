import type { GraphMark } from "../../../model/graph-view.ts";
import type { Block } from "./block.ts";
import { box, label, tag } from "./markup.ts";
import type { Picture } from "./picture.ts";

interface Entry {
  readonly text: string;
  readonly sign: string;
}

const GAP = 26;
const MARK_WORDS: Readonly<Record<GraphMark, string>> = {
  changed: "changed here",
  affected: "reads something changed",
  broken: "a finding stands on it",
  focus: "asked for",
};

/** Only what the picture really shows. */
export function legendBlock(picture: Picture): Block {
  const { nodes } = picture.view;
  const marks = (Object.keys(MARK_WORDS) as GraphMark[]).filter((mark) =>
    nodes.some((node) => node.marks.includes(mark)),
  );
  const drawsCards = picture.detail !== "matrix";
  const entries = [
    ...(drawsCards && picture.arrows.length > 0 ? lineEntries(picture) : []),
    ...(drawsCards ? stateEntries(picture) : []),
    ...(picture.detail === "panels" ? [{ text: "product of another domain", sign: box(sign(22, 14), "stub", 7) }] : []),
    ...marks.map((mark) => ({ text: MARK_WORDS[mark], sign: box(sign(22, 14), `mark box ${mark}`, 4) })),
  ];
  let x = 0;
  const drawn = entries.map((entry) => {
    const here = x;
    x += 34 + entry.text.length * 6.6 + GAP;
    return tag("g", { transform: `translate(${here} 0)` }, entry.sign, label(entry.text, 32, 15, "faint"));
  });
  return { width: Math.max(0, x - GAP), height: entries.length === 0 ? 0 : 22, markup: drawn.join("\n") };
}

function lineEntries({ arrows }: Picture): readonly Entry[] {
  const sample = (style: string): string => tag("path", { class: `arrow ${style}`, d: "M0 11H26" });
  const entries = [
    { text: "read by, versions match", sign: sample("lined exact"), shown: true },
    {
      text: "same major version",
      sign: sample("lined same-major"),
      shown: arrows.some((arrow) => arrow.tier === "same-major"),
    },
    {
      text: "matched by id only",
      sign: sample("lined id-only"),
      shown: arrows.some((arrow) => arrow.tier === "id-only"),
    },
    {
      text: "cycle or ambiguous",
      sign: sample("l-bad"),
      shown: arrows.some((arrow) => arrow.cycle || arrow.ambiguous),
    },
  ];
  return entries.filter((entry) => entry.shown);
}

function stateEntries({ view }: Picture): readonly Entry[] {
  const states = [
    { text: "active", style: "good" },
    { text: "deprecated", style: "warning" },
    { text: "retired", style: "bad" },
  ];
  return states
    .filter(({ text }) => view.nodes.some((node) => node.status === text))
    .map(({ text, style }) => ({ text, sign: tag("circle", { cx: 20, cy: 11, r: 4, class: style }) }));
}

function sign(
  width: number,
  height: number,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  return { x: 4, y: 11 - height / 2, width, height };
}
