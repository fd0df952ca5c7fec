import { plain } from "../../escape/plain.ts";
import { xml } from "../../escape/xml.ts";
import { sizeWords } from "../words.ts";
import type { Block } from "./block.ts";
import { label, moved, number, tag } from "./markup.ts";
import type { Picture } from "./picture.ts";
import { styleSheet } from "./theme.ts";

const MARGIN = 32;
const HEAD = 76;
const GAP = 28;

const NOTES: Readonly<Record<Picture["detail"], string>> = {
  whole: "",
  panels: "Each panel shows a domain and what it reads from others. Point at a card to see its links.",
  matrix: "Too many products to draw one by one; ask for the neighbourhood of a product to see them.",
};

/** The document: title, legend, and the blocks in columns. */
export function page(picture: Picture, legend: Block, blocks: readonly Block[]): string {
  const top = MARGIN + HEAD + (legend.height === 0 ? 0 : legend.height + GAP);
  const body = inColumns(blocks);
  const size = sizeWords(picture.view).join(" · ");
  const widest = Math.max(640, legend.width, body.width);
  const width = widest + 2 * MARGIN;
  const height = top + body.height + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}" role="img" aria-labelledby="title size">`,
    `<title id="title">${xml(plain(picture.title))}</title>`,
    `<desc id="size">${xml(size)}</desc>`,
    `<style>${styleSheet()}${focusRules(picture)}</style>`,
    tag("rect", { width, height, class: "page" }),
    label(picture.title, MARGIN, MARGIN + 24, "title", widest / 2),
    label([size, NOTES[picture.detail]].filter((part) => part !== "").join(" · "), MARGIN, MARGIN + 50, "faint"),
    moved(MARGIN, MARGIN + HEAD, legend.markup),
    moved(MARGIN, top, body.markup),
    "</svg>",
    "",
  ].join("\n");
}

/** Pointing at a card leaves its own links and dims all others. Viewers without `:has` ignore the rules. */
function focusRules({ nodes, detail }: Picture): string {
  if (detail === "matrix") return "";
  const own = [...nodes.values()].map(({ name }) => `svg:has(#${name}:hover) .${name}`);
  return own.length === 0 ? "" : `svg:has(.card:hover) .link{opacity:.12}\n${own.join(",")}{opacity:1}\n`;
}

/** Blocks in columns, each block in the column that is the shortest so far, about as wide as high in all. */
function inColumns(blocks: readonly Block[]): Block {
  const area = blocks.reduce((sum, block) => sum + (block.width + GAP) * (block.height + GAP), 0);
  const widest = Math.max(1, ...blocks.map((block) => block.width + GAP));
  const columns = Array.from(
    { length: Math.max(1, Math.min(blocks.length, Math.round(Math.sqrt(area * 1.3) / widest))) },
    () => ({
      width: 0,
      height: 0,
      blocks: [] as { block: Block; y: number }[],
    }),
  );
  for (const block of blocks) {
    const column = columns.reduce((shortest, other) => (other.height < shortest.height ? other : shortest));
    column.blocks.push({ block, y: column.height });
    column.width = Math.max(column.width, block.width + GAP);
    column.height += block.height + GAP;
  }
  let x = 0;
  const markup = columns.flatMap((column) => {
    const left = x;
    x += column.width;
    return column.blocks.map(({ block, y }) => moved(left, y, "\n", block.markup, "\n"));
  });
  return {
    width: x - GAP,
    height: Math.max(0, ...columns.map((column) => column.height)) - GAP,
    markup: markup.join("\n"),
  };
}
