import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "../../src/source/suggest.ts";

const KEYS = ["id", "name", "description", "outputPorts", "inputPorts", "contractId", "version", "username", "status"];

describe("nearest", () => {
  it.each([
    ["descripton", "description"],
    ["Description", "description"],
    ["output_ports", "outputPorts"],
    ["outputPort", "outputPorts"],
    ["contractID", "contractId"],
    ["verison", "version"],
    ["dI", "id"],
    ["nmae", "name"],
    ["user", "username"],
    ["desc", "description"],
    ["ID", "id"],
    ["", undefined],
    ["x", undefined],
    ["owner", undefined],
    ["constructor", undefined],
    ["n".repeat(10_000), undefined],
  ])("%s", (word, candidate) => {
    expect(nearest(word, KEYS)).toBe(candidate);
  });

  it("never proposes the word itself", () => {
    expect(nearest("name", ["name"])).toBeUndefined();
  });

  it("does not depend on the order of candidates", () => {
    expect(nearest("cat", ["hat", "bat"])).toBe("bat");
    expect(nearest("cat", ["bat", "hat"])).toBe("bat");
  });

  it("prefers a slip over an abbreviation", () => {
    expect(nearest("desc", ["description", "desk"])).toBe("desk");
  });
});

it("says what was meant, or nothing", () => {
  expect(didYouMean("verison", KEYS)).toBe('; did you mean "version"?');
  expect(didYouMean("zzz", KEYS)).toBe("");
});
