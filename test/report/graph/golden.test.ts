import { describe, expect, it } from "vitest";
import { GRAPH_FORMATS, findGraphFormat } from "../../../src/report/graph/index.ts";
import type { GraphFormat } from "../../../src/report/graph/format.ts";
import type { GraphView } from "../../../src/model/graph-view.ts";
import { daff, stacked } from "./samples.ts";

const EXTENSIONS = { text: "txt", mermaid: "mmd", dot: "dot", svg: "svg", json: "json" } as const;

function render(format: GraphFormat, view: GraphView): string {
  return format.render(view, { colour: false }, (format.diagrams?.(view) ?? []).map(stacked));
}

describe.each(GRAPH_FORMATS)("$id", (format) => {
  it("draws the sample", async () => {
    await expect(render(format, daff)).toMatchFileSnapshot(`golden/daff.${EXTENSIONS[format.id]}`);
  });

  it("draws an empty mesh", () => {
    expect(render(format, { title: "Empty", nodes: [], edges: [] })).toMatch(/\n$/);
  });

  it("is found by its id", () => {
    expect(findGraphFormat(format.id)).toBe(format);
  });
});

describe("text", () => {
  it("keeps to ASCII and to a width, and colours, when asked", () => {
    const [text] = GRAPH_FORMATS;
    const wide = daff.edges.map((edge) => ({ ...edge, from: "album.tracks" }));
    const many = { ...daff, edges: wide };
    const plain = text.render(many, { colour: false, unicode: false, width: 60 }, []);
    expect(plain).toMatch(/^[\n\x20-\x7e]*$/);
    expect(plain).toMatch(
      /\n {5}read by {2}playlist.monday, player.play-sessions,\n {14}player.play-events, player-app\n/,
    );
    expect(text.render(daff, { colour: true }, [])).toContain("\u001b[1malbum.tracks\u001b[22m");
  });
});
