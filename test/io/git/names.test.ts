import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPath, decodePath, encodePath, readRecords } from "../../../src/io/git/names.ts";

const bytes = fc.uint8Array({ maxLength: 12 }).map((array) => Buffer.from(array));
const nearText = fc
  .array(fc.constantFrom("61", "c3bc", "f09d849e", "eda080", "ff", "c3", "efbfbd", "efbbbf"))
  .map((parts) => Buffer.from(parts.join(""), "hex"));

describe("names of files", () => {
  it("can be turned back into the bytes they were", () => {
    fc.assert(fc.property(fc.oneof(bytes, nearText), (name) => encodePath(decodePath(name)).equals(name)));
  });

  it("are plain text where they are UTF-8", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (name) => decodePath(Buffer.from(name)) === name));
  });

  it("are split at the NULs, one by one, whether UTF-8 or not", () => {
    const name = fc.oneof(bytes, nearText).filter((part) => part.length > 0 && !part.includes(0));
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const output = Buffer.concat(names.flatMap((part) => [part, Buffer.from([0])]));
        expect(readRecords(output)).toEqual(names.map(decodePath));
      }),
    );
  });

  it.each(["", ".", "..", "../a", "a/..", "a/../b", "./a", "a/./b", "/a", "a//b", "a/"])("refuse %j", (path) => {
    expect(() => checkPath(path)).toThrow("which no folder can hold");
  });

  it.each(["a", "a..b", "..a", "a.../b", ".github/x", "__proto__", "a b/ü"])("take %j", (path) => {
    expect(checkPath(path)).toBe(path);
  });
});
