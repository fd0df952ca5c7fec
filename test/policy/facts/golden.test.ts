import { describe, expect, it } from "vitest";
import {
  APP,
  DAFF,
  edited,
  factsOf,
  factsOfChange,
  factsOfMesh,
  golden,
  TOP,
  TRACKS,
  TRACKS_CONTRACT,
} from "./daff.ts";

describe("the facts of", () => {
  it.each([
    ["product", TOP],
    ["core-product", TRACKS],
    ["contract", TRACKS_CONTRACT],
    ["consumer", APP],
  ])("a %s are what was read", async (name, file) => {
    await expect(golden(factsOf(DAFF, file))).toMatchFileSnapshot(`golden/${name}.json`);
  });

  it("a change are those of both sides", async () => {
    const after = edited(DAFF, { [APP]: ["version: 3.4.1", "version: 3.4.0"] });
    await expect(golden(factsOfChange(DAFF, after))).toMatchFileSnapshot("golden/change.json");
  });

  it("a mesh are its circles", async () => {
    const circle = edited(DAFF, {
      [TRACKS]: ["outputPorts:", "  - { name: top, version: 1.0.0, contractId: top }\noutputPorts:"],
    });
    const facts = factsOfMesh(circle);
    await expect(golden(facts)).toMatchFileSnapshot("golden/mesh.json");
    expect(facts.locate(["mesh", "cycles", 0])).toMatchObject({ file: TRACKS, line: 13 });
  });
});
