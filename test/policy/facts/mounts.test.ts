import { describe, expect, it } from "vitest";
import type { JsonPath } from "../../../src/model/json.ts";
import { DAFF, edited, factsOf, factsOfChange, TOP, TRACKS, TRACKS_CONTRACT, without } from "./daff.ts";
import type { Texts } from "./daff.ts";

/** The line that a fact points at, and the text from the column on: `outputPorts:` for a list below it. */
function pointed(texts: Texts, { locate }: { locate: ReturnType<typeof factsOf>["locate"] }, path: JsonPath): string {
  const { file, line, column } = locate(path);
  return `${file}: ${((texts[file] ?? "").split("\n")[line - 1] ?? "").slice(column - 1)}`;
}

/** `product.inputPorts.0.uses` */
const steps = (path: string): JsonPath => path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));

describe("a fact points at", () => {
  it.each([
    [TRACKS, "product.status", '" Active"'],
    [TRACKS, "product.declaredDomain", "music"],
    [TRACKS, "product.owners", 'name: "@daff/catalogue"'],
    [TRACKS, "product.outputPorts.0.contractId", "tracks"],
    [
      TOP,
      "product.inputPorts.0.uses",
      "[tracks.track_id, tracks.deal.label, tracks.credits.role, tracks.tempo, albums]",
    ],
    [TOP, "product.inputPorts.0.uses.3", "tracks.tempo, albums]"],
    [TOP, "product.inputPorts.1.upstreams", "{ name: charts, version: 1.0.0, contractId: charts }"],
    [TRACKS_CONTRACT, "contract.fields.3.classification", "confidential, tags: [PII] }"],
    [TRACKS_CONTRACT, "contract.fields.5.name", "role, logicalType: string, classification: secret }"],
    [TRACKS_CONTRACT, "contract.sla.retention.value", "2, unit: y }"],
    [TRACKS_CONTRACT, "contract.sla.availability.unit", '"%" }'],
    [TRACKS_CONTRACT, "contract.id", "tracks"],
  ])("its place in %s: %s", (file, path, text) => {
    expect(pointed(DAFF, factsOf(DAFF, file), steps(path))).toBe(`${file}: ${text}`);
  });

  it("the value of a custom property", () => {
    const facts = factsOf(DAFF, TRACKS);
    const path = ["product", "outputPorts", 0, "custom", "meshgate.interfaceClass"];
    expect(pointed(DAFF, facts, path)).toBe(`${TRACKS}: sql }]`);
  });

  it("the place in the file of base when the descriptor is gone", () => {
    const facts = factsOfChange(DAFF, without(DAFF, TOP));
    expect(pointed(DAFF, facts, steps("product.outputPorts.1.name"))).toBe(`${TOP}: raw, version: 1.0.0 }`);
    expect(pointed(DAFF, facts, steps("before.status"))).toBe(`${TOP}: active`);
  });

  it("what stands nearest at head when only base had it", () => {
    const after = edited(DAFF, { [TOP]: ["status: active\n", ""] });
    const { file, line } = factsOfChange(DAFF, after).locate(["before", "status"]);
    expect([file, line]).toEqual([TOP, 1]);
  });
});
