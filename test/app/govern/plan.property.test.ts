import { describe, expect, it } from "vitest";
import type { SurveyedSide } from "../../../src/app/govern/plan.ts";
import { farOf, reachOf } from "../../../src/app/govern/reach.ts";
import { documentShelf } from "../../../src/app/govern/shelf.ts";
import { worldOf } from "../../../src/app/govern/world.ts";
import type { PlacedDescriptor } from "../../../src/model/mesh.ts";
import { descriptorFacts } from "../../../src/policy/facts/subject.ts";
import type { World } from "../../../src/policy/facts/world.ts";
import { changes, hold, TIMEOUT } from "./support/cases.ts";
import { AS_OF, BLOBS, inputOf } from "./support/runs.ts";
import { sidesOf } from "./support/sides.ts";

/** Everything that a policy can read of a descriptor, and whom a finding would ask; far facts only for those that may. */
function image(world: World, placed: PlacedDescriptor, isFar: boolean): string {
  const { value, owners } = descriptorFacts({ head: world, asOf: AS_OF }, { head: placed }, placed.summary.id);
  return JSON.stringify([value, owners], (key, member: unknown) => {
    if (key !== "graph" || isFar) return member;
    return Object.fromEntries(Object.entries(member as object).filter(([name]) => !FAR.includes(name)));
  });
}

/** Facts that look further than one hop. */
const FAR = ["depth", "inCycle"];

const where = ({ file, index, summary }: PlacedDescriptor): string =>
  `${summary.kind} ${summary.id} in ${file} (${index})`;

const PLANS = changes(30, 2).flatMap((drawn) => [
  { ...drawn, reach: "near", isFar: false },
  { ...drawn, reach: "far", isFar: true, cases: drawn.cases / 2 },
]);

describe.each(PLANS)("in $mesh, for policies that look $reach,", ({ cases, drawn, isFar }) => {
  it("everything is planned whose facts the change alters", { timeout: TIMEOUT }, () => {
    hold(drawn, cases, ({ base, head }) => {
      const sides = sidesOf(inputOf(base, head), isFar);
      const planned = new Set(sides.plan.subjects.map((subject) => subject.head?.placed));
      const known = new Set(sides.base.survey.placed);
      const missed = sides.head.survey.placed.filter(
        (placed) =>
          !planned.has(placed) &&
          !(known.has(placed) && image(sides.head.world, placed, isFar) === image(sides.base.world, placed, isFar)),
      );
      expect(missed.map(where)).toEqual([]);
    });
  });

  // A memory is shared by all trees of a repository: so are these images by all trees that are drawn.
  const images = new Map<string, string>();

  it("equal reaches have equal facts, in whatever trees they stand", { timeout: TIMEOUT }, () => {
    hold(drawn, cases, ({ base, head }) => {
      const { base: before, head: after } = sidesOf(inputOf(base, head));
      for (const { survey, world } of [before, after]) {
        for (const placed of survey.placed) {
          const key = JSON.stringify([reachOf(world, placed).key, ...(isFar ? farOf(world, placed) : [])]);
          const now = image(world, placed, isFar);
          expect(images.get(key) ?? now).toBe(now);
          images.set(key, now);
        }
      }
    });
  });

  it("facts open no documents beside those of the reach", { timeout: TIMEOUT }, () => {
    hold(drawn, cases / 4, ({ base, head }) => {
      const input = inputOf(base, head);
      const { head: after } = sidesOf(input);
      for (const placed of after.survey.placed)
        expect(image(sparse(after, placed), placed, isFar)).toBeTypeOf("string");

      function sparse({ survey, world }: SurveyedSide, placed: PlacedDescriptor): World {
        const blobs = new Set(reachOf(world, placed).opened.map(({ blob }) => blob));
        const shelf = documentShelf();
        shelf.stock(new Map([...BLOBS].filter(([blob]) => blobs.has(blob))));
        return worldOf(survey, input.rules, shelf);
      }
    });
  });
});
