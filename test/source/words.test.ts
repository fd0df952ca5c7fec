import { expect, it } from "vitest";
import type { Json } from "../../src/model/json.ts";
import { describe as describeValue, enumerate, printable, quote, shorten } from "../../src/source/words.ts";

it.each([
  ["plain 🎧 é", "plain 🎧 é"],
  ["a\nb\tc", "a\\u000ab\\u0009c"],
  ["\u001b[31m", "\\u001b[31m"],
  ["a\u202eb\u200bc\u2028", "a\\u202eb\\u200bc\\u2028"],
  ["\ud800", "\\ud800"],
  ["\u{e0001}", "\\u{e0001}"],
])("writes out what cannot be seen: %j", (text, shown) => {
  expect(printable(text)).toBe(shown);
});

it("shortens in the open and never cuts a character", () => {
  expect(shorten("abc", 3)).toBe("abc");
  expect(shorten("abcd", 3)).toBe("ab…");
  expect(shorten("🎧🎧🎧🎧", 3)).toBe("🎧🎧…");
  expect(quote("x".repeat(100_000))).toHaveLength(62);
});

it("quotes", () => {
  expect(quote('a "b"')).toBe('"a \\"b\\""');
});

it.each<[Json | undefined, string]>([
  [undefined, "empty"],
  [null, "empty"],
  ["x", '"x"'],
  [1.1, "the number 1.1"],
  [false, "the boolean false"],
  [[], "an empty list"],
  [[1, 2], "a list of 2"],
  [{}, "an empty object"],
  [{ a: 1 }, "an object"],
])("describes %j", (value, words) => {
  expect(describeValue(value)).toBe(words);
});

it.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a or b"],
  [["a", "b", "c"], "a, b or c"],
  [Array.from({ length: 13 }, (_, index) => String(index)), "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (13 in all)"],
])("enumerates %j", (words, text) => {
  expect(enumerate(words, "or")).toBe(text);
});
