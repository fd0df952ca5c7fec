import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closest, compareVersions, readVersion, tierOf } from "../../src/mesh/version.ts";

const TEXTS = [
  "1",
  "v1",
  "2",
  "1.4",
  "1.0.0",
  "v1.0.0",
  "1.0.0+build.2",
  "1.4.2",
  "2.0.0-rc.1",
  "2.0.0",
  "2024-01",
  "latest",
  "",
];

describe("tierOf", () => {
  it.each([
    ["1.0.0", "1.0.0", "exact"],
    ["v1.0.0", "1.0.0", "exact"],
    ["1.0.0", "1.0.0+build.2", "exact"],
    ["1", "v1", "exact"],
    ["2024-01", "2024-01", "exact"],
    ["latest", "vlatest", "exact"],
    ["1", "1.0.0", "same-major"],
    ["1.4", "1.4.0", "same-major"],
    ["1.4", "1.0.0", "same-major"],
    ["1.0.0", "1.9.3", "same-major"],
    ["2.0.0-rc.1", "2.0.0", "same-major"],
    ["1.0.0", "2.0.0", "id-only"],
    ["1", "10", "id-only"],
    ["~1.4", "1.4.9", "same-major"],
    ["*", "7.0.0", "same-major"],
    ["^nonsense", "1.0.0", "id-only"],
    ["2024-01", "2024-02", "id-only"],
    ["2024-01", "2024.1.0", "id-only"],
    ["vv1.0.0", "1.0.0", "id-only"],
    ["V1.0.0", "1.0.0", "id-only"],
    ["", "1.0.0", "id-only"],
    ["1.0.0", "99999999999999999999.0.0", "id-only"],
  ])("of %s and %s is %s, both ways", (one, other, tier) => {
    expect(tierOf(readVersion(one), readVersion(other))).toBe(tier);
    expect(tierOf(readVersion(other), readVersion(one))).toBe(tier);
  });

  it("of an absent version is id-only, even with another absent one", () => {
    expect(tierOf(undefined, readVersion("1.0.0"))).toBe("id-only");
    expect(tierOf(undefined, undefined)).toBe("id-only");
  });
});

describe("compareVersions", () => {
  it("puts texts first, then releases by precedence, a line before its first release", () => {
    const sorted = TEXTS.map(readVersion).sort(compareVersions);
    expect(sorted.map((version) => version.text)).toEqual([
      ...[
        "",
        "2024-01",
        "latest",
        "1",
        "1",
        "1.0.0",
        "1.0.0",
        "1.0.0+build.2",
        "1.4",
        "1.4.2",
        "2.0.0-rc.1",
        "2",
        "2.0.0",
      ],
    ]);
  });

  it("is a total order", () => {
    const version = fc.constantFrom(...TEXTS).map(readVersion);
    fc.assert(
      fc.property(version, version, version, (one, two, three) => {
        expect(Math.sign(compareVersions(one, two)) + Math.sign(compareVersions(two, one))).toBe(0);
        if (compareVersions(one, two) > 0 || compareVersions(two, three) > 0) return;
        expect(compareVersions(one, three)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("closest", () => {
  it("keeps all candidates of the best tier, in their order", () => {
    const wanted = readVersion("1.0.0");
    const best = closest(["2.0.0", "1.2.0", "1.9.0"], (text) => tierOf(wanted, readVersion(text)));
    expect(best).toEqual({ tier: "same-major", matches: ["1.2.0", "1.9.0"] });
  });

  it("of nothing is nothing", () => {
    expect(closest([], () => "exact")).toBeUndefined();
  });
});
