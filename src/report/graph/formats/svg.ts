import { defineGraphFormat } from "../format.ts";
import { matrixBlock } from "../svg/matrix.ts";
import { legendBlock } from "../svg/legend.ts";
import { page } from "../svg/page.ts";
import { panelBlock, wholeBlock } from "../svg/block.ts";
import type { Block } from "../svg/block.ts";
import { diagramsOf, pictureOf } from "../svg/picture.ts";
import type { Picture } from "../svg/picture.ts";
import type { Arrangement } from "../../../model/diagram.ts";

export const svg = defineGraphFormat({
  id: "svg",
  summary: "A picture, readable from ten to hundreds of products",
  diagrams: (view) => diagramsOf(pictureOf(view)),
  render(view, _options, arrangements) {
    const picture = pictureOf(view);
    return page(picture, legendBlock(picture), blocksOf(picture, arrangements));
  },
});

function blocksOf(picture: Picture, arrangements: readonly Arrangement[]): readonly Block[] {
  if (picture.detail === "matrix") return [matrixBlock(picture)];
  if (picture.detail === "whole") return arrangements.map((arrangement) => wholeBlock(picture, arrangement));
  const panels = picture.sections.flatMap((section, index) => {
    const arrangement = arrangements[index];
    return arrangement === undefined ? [] : [panelBlock(picture, section, arrangement)];
  });
  return [matrixBlock(picture), ...panels];
}
