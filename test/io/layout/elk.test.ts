import { describe, expect, it } from "vitest";
import { elkLayout } from "../../../src/io/layout/elk.ts";
import type { Diagram, Rect } from "../../../src/model/diagram.ts";
import { svg } from "../../../src/report/graph/formats/svg.ts";
import { daff, meshOf } from "../../report/graph/samples.ts";

const layout = elkLayout();

function diagramOf(view: Parameters<typeof svg.render>[0]): Diagram {
  return svg.diagrams?.(view)[0] ?? { boxes: [], frames: [], arrows: [] };
}

function overlap(one: Rect, other: Rect): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width;
  return across && one.y < other.y + other.height && other.y < one.y + one.height;
}

function holds(outer: Rect, inner: Rect): boolean {
  const within = inner.x >= outer.x && inner.y >= outer.y;
  return within && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

describe.each([
  ["with frames", diagramOf(daff)],
  ["without frames", diagramOf(meshOf(120))],
])("a diagram %s", (_, diagram) => {
  it("gets a place for everything it has, in its own size", async () => {
    const { boxes, frames, arrows, width, height } = await layout.arrange(diagram);
    expect([...boxes.keys()].sort()).toEqual(diagram.boxes.map((box) => box.id).sort());
    expect([...frames.keys()].sort()).toEqual(diagram.frames.map((frame) => frame.id).sort());
    expect([...arrows.keys()].sort()).toEqual(diagram.arrows.map((arrow) => arrow.id).sort());
    for (const box of diagram.boxes) expect(boxes.get(box.id)).toMatchObject({ width: box.width, height: box.height });
    for (const rect of [...boxes.values(), ...frames.values()])
      expect(holds({ x: 0, y: 0, width, height }, rect)).toBe(true);
  });

  it("has no box on another, and each in its frame below the title", async () => {
    const { boxes, frames } = await layout.arrange(diagram);
    const rects = [...boxes.values()];
    rects.forEach((one, index) => {
      for (const other of rects.slice(index + 1)) expect(overlap(one, other)).toBe(false);
    });
    for (const { id, frame } of diagram.boxes) {
      if (frame === undefined) continue;
      const [outer, inner] = [frames.get(frame), boxes.get(id)];
      expect(outer !== undefined && inner !== undefined && holds(outer, inner)).toBe(true);
      expect((inner?.y ?? 0) - (outer?.y ?? 0)).toBeGreaterThanOrEqual(40);
    }
  });

  it("has arrows from the right side of one box to the left side of the other", async () => {
    const { boxes, arrows } = await layout.arrange(diagram);
    for (const { id, from, to } of diagram.arrows) {
      const [source, target, bends] = [boxes.get(from), boxes.get(to), arrows.get(id)];
      expect(bends?.[0]?.x).toBeCloseTo((source?.x ?? 0) + (source?.width ?? 0), 3);
      expect(bends?.at(-1)?.x).toBeCloseTo(target?.x ?? -1, 3);
    }
  });

  it("gets the same places every time", async () => {
    expect(await elkLayout().arrange(diagram)).toEqual(await layout.arrange(diagram));
  });
});

describe("the picture of the sample", () => {
  it("has the same bytes every time", async () => {
    const arrangement = await layout.arrange(diagramOf(daff));
    await expect(svg.render(daff, { colour: false }, [arrangement])).toMatchFileSnapshot("golden/daff.svg");
  });
});

describe("an empty diagram", () => {
  it("has no size", async () => {
    const arrangement = await layout.arrange({ boxes: [], frames: [], arrows: [] });
    expect([arrangement.boxes.size, arrangement.frames.size, arrangement.arrows.size]).toEqual([0, 0, 0]);
  });
});
