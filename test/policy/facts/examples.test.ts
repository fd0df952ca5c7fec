import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/model/json.ts";
import { canBeTried, invalidExamples } from "../../../src/policy/facts/examples.ts";

const invalid = (logicalType: string, examples: readonly Json[], rest: Record<string, Json> = {}): Json =>
  invalidExamples({ logicalType, examples, ...rest });

describe("examples of a field", () => {
  it.each<[string, readonly Json[]]>([
    ["string", ["", "12", "Sunday"]],
    ["integer", [0, -3, "42", "007"]],
    ["number", [0, 1.5, 1e21, "-0.5", "1e3", ".5"]],
    ["boolean", [true, false, "true", "False"]],
    ["array", [[], [1], "[1, 2]"]],
    ["object", [{}, { a: 1 }, '{"a": 1}']],
    ["date", ["2026-02-28", "2028-02-29"]],
    [
      "timestamp",
      ["2026-02-28T10:00:00Z", "2026-02-28 10:00", "2026-02-28T10:00:00.5+01:00", "2026-02-28T10:00:00+0100"],
    ],
    ["time", ["10:00", "23:59:59.999Z", "08:30:00+02:00"]],
  ])("of type %s may be %j", (type, examples) => {
    expect(invalid(type, examples)).toEqual([]);
  });

  it.each<[string, readonly Json[]]>([
    ["string", [12, true, ["a"], null]],
    ["integer", [1.5, "1.0", "twelve", true, "", " 1"]],
    ["number", ["1,5", "NaN", "0x10", true, "."]],
    ["boolean", [1, "yes", ""]],
    ["array", ["a", { a: 1 }, "[1"]],
    ["object", [[1], "a", "{}x"]],
    ["date", ["2026-02-29", "28.02.2026", "2026-02-28T10:00:00Z", 20260228, ""]],
    ["timestamp", ["2026-02-28", "2026-02-30T10:00:00Z", "2026-02-28T24:00:00Z", "10:00", 1_772_000_000]],
    ["time", ["10", "25:00", "10:00 pm", 1000, ""]],
  ])("of type %s may not be %j", (type, examples) => {
    const shown = examples.map((example) => (typeof example === "string" ? example : JSON.stringify(example)));
    expect(invalid(type, examples)).toEqual(shown);
  });

  it.each<[string, readonly Json[], Record<string, Json>, readonly string[]]>([
    ["string", ["ab", "a", "abcd", "x1"], { minLength: 2, maxLength: 3, pattern: "^[a-z]+$" }, ["a", "abcd", "x1"]],
    ["string", ["x"], { pattern: "(?=y)x" }, []],
    ["string", ["🎵🎵"], { maxLength: 2 }, []],
    ["integer", [0, 1, 10, "11"], { minimum: 1, maximum: 10 }, ["0", "11"]],
    ["number", [0, 0.1, 1], { exclusiveMinimum: 0, exclusiveMaximum: 1 }, ["0", "1"]],
    ["number", [0, 0.1, 1], { minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: false }, ["0"]],
    ["number", [-5], { maximum: -6 }, ["-5"]],
    ["date", ["28/02/2026", 5], { format: "dd/MM/yyyy" }, ["5"]],
  ])("of type %s, %j, keep to %j", (type, examples, logicalTypeOptions, outside) => {
    expect(invalid(type, examples, { logicalTypeOptions })).toEqual(outside);
  });

  it("are judged where there is a type and an example", () => {
    expect(canBeTried({ logicalType: "string", examples: [null] })).toBe(true);
  });

  it("are among the values that are listed", () => {
    const listed = { enum: [{ value: "eu" }, { value: 1 }] };
    expect(invalid("string", ["eu", "us"], listed)).toEqual(["us"]);
    expect(invalid("integer", [1, 2], listed)).toEqual(["2"]);
  });

  it.each([
    [{ examples: ["a"] }],
    [{ logicalType: "string" }],
    [{ logicalType: "string", examples: [] }],
    [{ logicalType: "vector", examples: ["a"] }],
    [{ logicalType: "toString", examples: ["a"] }],
  ])("are not judged where nothing can be: %j", (field) => {
    expect(canBeTried(field)).toBe(false);
  });
});
