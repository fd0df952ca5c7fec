import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { dot } from "../../../src/report/graph/formats/dot.ts";
import { json } from "../../../src/report/graph/formats/json.ts";
import { mermaid } from "../../../src/report/graph/formats/mermaid.ts";
import { svg } from "../../../src/report/graph/formats/svg.ts";
import { text } from "../../../src/report/graph/formats/text.ts";
import type { GraphView } from "../../../src/model/graph-view.ts";
import { hostileText } from "../../support/hostile.ts";
import { daff, meshOf, renamed, stacked } from "./samples.ts";

const NAMES = [
  `"]; click n1 "javascript:alert(1)"`,
  `%%{init: {"securityLevel": "loose"}}%%`,
  `end\n  n1 --> n2`,
  `</text><script>alert(1)</script>`,
  `" onload="alert(1)`,
  `]]></style><!--`,
  `"; shape=none; URL="https://evil.example`,
  `\\" ]; }`,
  `<<b>bold</b>>`,
  `\\N\\G\\E`,
  `\u001b[31mred\u001b[0m`,
  `\r::error::owned`,
  `##[error]owned`,
  `right\u202eleft`,
  `\u0000\uffff\ud800`,
  `__proto__`,
];

const options = { colour: false };
const hostile = (offset = 0): GraphView => renamed(daff, (index) => NAMES[(index + offset) % NAMES.length] ?? "");
const views = fc
  .array(hostileText, { minLength: 1, maxLength: 6 })
  .map((names) => renamed(daff, (index) => names[index % names.length] ?? ""));

/** Runs `check` on the tame list and on whatever the generator thinks of. */
function forHostile(check: (view: GraphView) => void): void {
  NAMES.forEach((_, offset) => {
    check(hostile(offset));
  });
  fc.assert(fc.property(views, check), { numRuns: 150 });
}

function drawn(view: GraphView): string {
  return svg.render(view, options, svg.diagrams?.(view).map(stacked) ?? []);
}

describe("hostile names", () => {
  it("leave a mermaid chart of the same lines, each label in quotes", () => {
    const line =
      /^(?:flowchart LR| {2}(?:subgraph d\d+\[@\]|end|classDef .*|n\d+ (?:-->|-\.->)(?:\|@\|)? n\d+| {2}n\d+(?:\[@\]|\(\[@\]\))(?::::\w+)?))$/;
    forHostile((view) => {
      const chart = mermaid.render(view, options, []);
      const lines = chart.trimEnd().split("\n");
      for (const one of lines) expect(one.replaceAll(/"[\p{L}\p{N} ._:/+-]*"/gu, "@")).toMatch(line);
      expect(chart).not.toMatch(/[%<>]{2}|<[a-z]/iu);
    });
  });

  it("stay inside the strings of a Graphviz file", () => {
    forHostile((view) => {
      const lines = dot
        .render(view, options, [])
        .replaceAll(/"(?:[^"\\\n]|\\["\\n])*"/gu, "@")
        .trimEnd()
        .split("\n");
      for (const one of lines) expect(one).toMatch(/^[\w\s@[\]{};=,.>-]*$/u);
      expect(lines.filter((one) => /^ {4}n\d+ \[/u.test(one))).toHaveLength(view.nodes.length);
    });
  });

  it("leave a picture of the same elements, with no script, link, style or handler of theirs", () => {
    const elements = names(drawn(hostile()));
    expect(new Set(elements)).toEqual(
      new Set(["svg", "title", "desc", "style", "rect", "text", "g", "path", "circle"]),
    );
    forHostile((view) => {
      const picture = drawn(view);
      const document = XmlDocument.fromString(picture);
      document.dispose();
      const markup = picture.replaceAll(/>[^<]*</gu, "><");
      expect(markup).not.toMatch(/\son\w+=|href|url\(|<script|<style[^>]+>|javascript:/iu);
      expect(names(picture).filter((name) => name === "style")).toHaveLength(1);
      expect(picture).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\ufffe\uffff]/u);
    });
  });

  it("leave a screen in peace", () => {
    forHostile((view) => {
      const lines = text.render(view, options, []);
      expect(lines).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]|^\s*::|##\[/mu);
    });
  });

  it("come back from JSON as they are, in plain ASCII where they are invisible", () => {
    forHostile((view) => {
      const printed = json.render(view, options, []);
      expect(JSON.parse(printed)).toEqual({ schema: "meshgate/graph/v1", ...view });
      expect(printed).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
    });
  });
});

function names(markup: string): readonly string[] {
  return [...markup.matchAll(/<([a-z]\w*)/gu)].map(([, name]) => name ?? "");
}

describe("a mesh that is too large", () => {
  it("is cut in mermaid, and the chart says so", () => {
    const chart = mermaid.render(meshOf(500), options, []);
    expect(chart.match(/ --> /gu)).toHaveLength(60);
    expect(chart).toContain('rest>"380 nodes and 1434 links left out"]');
    expect(
      mermaid.render(
        renamed(meshOf(500), () => "long".repeat(100)),
        options,
        [],
      ).length,
    ).toBeLessThan(50_000);
    expect(mermaid.render(meshOf(20), options, [])).not.toContain("left out");
  });

  it("becomes panels, then a matrix, and the picture says so", () => {
    const boxes = (count: number): readonly number[] =>
      svg.diagrams?.(meshOf(count)).map((one) => one.boxes.length) ?? [];
    expect(boxes(20)).toEqual([20]);
    expect(boxes(200)).toHaveLength(8);
    expect(boxes(1_000)).toEqual([]);
    const oneDomain = { ...meshOf(300), nodes: meshOf(300).nodes.map((one) => ({ ...one, domain: "all" })) };
    expect(svg.diagrams?.(oneDomain)).toEqual([]);
    expect(drawn(meshOf(20))).not.toContain("Who reads whom");
    expect(drawn(meshOf(200))).toContain("Point at a card to see its links.");
    expect(drawn(meshOf(1_000))).toContain("Too many products to draw one by one");
  });

  it("shows every link of a panelled mesh once, in the panel of its reader", () => {
    const view = meshOf(200);
    const arrows = svg.diagrams?.(view).flatMap((diagram) => diagram.arrows.map((arrow) => arrow.id)) ?? [];
    expect(arrows).toHaveLength(view.edges.length);
    expect(new Set(arrows).size).toBe(view.edges.length);
    expect(drawn(view).match(/class="link /gu)).toHaveLength(view.edges.length);
  });
});
