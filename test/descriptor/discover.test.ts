import { describe, expect, it } from "vitest";
import { claimsByName, isCandidate } from "../../src/descriptor/discover.ts";

const discovery = { include: ["**/*.{yaml,yml,json}"], exclude: ["**/node_modules/**", "vendored/**"] };

describe("candidates", () => {
  it.each([
    ["a.yaml", true],
    ["products/listener/a.odps.yml", true],
    [".hidden/a.json", true],
    ["a.md", false],
    ["a.YAML", false],
    ["x/node_modules/y/a.yaml", false],
    ["vendored/a.yaml", false],
    ["products/vendored/a.yaml", true],
    ["a b/[x]/ü.yaml", true],
    ["products/a\nb/c.yaml", true],
    ["\r\u2028.yaml", true],
    ["vendored/a\nb/c.yaml", false],
    ["x/node_modules/\n/c.yaml", false],
  ])("%j: %s", (file, expected) => {
    expect(isCandidate(file, discovery)).toBe(expected);
  });

  it("are none where nothing is included", () => {
    expect(isCandidate("a.yaml", { include: [], exclude: [] })).toBe(false);
  });

  it("claim to be descriptors by their ending alone", () => {
    expect(["a.odps.yaml", "b/c.odcs.json", "D.ODPS.YML"].every(claimsByName)).toBe(true);
    expect(["odps.yaml", "a.odps.yaml.bak", "a.odps.txt", "odcs/a.yaml"].some(claimsByName)).toBe(false);
  });
});
