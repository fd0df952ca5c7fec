import { expect, it } from "vitest";
import type { Json } from "../../../src/model/json.ts";
import { neighboursOf } from "../../../src/policy/trial/near.ts";

it.each<readonly [Json, string, readonly Json[]]>([
  [5, "number", [4, 6]],
  [0.25, "number", [0.24, 0.26]],
  [-1, "integer", [-2, 0]],
  [true, "any", [false]],
  ["daily", "text", ["dailyx"]],
  ["P30D", "duration", ["P29D", "P31D"]],
  ["P1Y6M", "duration", ["P1Y5M", "P1Y7M"]],
  ["PT0S", "duration", ["PT1S"]],
  ["P0.5D", "duration", ["P0.4D", "P0.6D"]],
  ["2026-03-01", "date", ["2026-02-28", "2026-03-02"]],
  ["2024-02-28T09:00:00Z", "date", ["2024-02-27T09:00:00Z", "2024-02-29T09:00:00Z"]],
  ["99.9%", "quantity", ["99.8%", "100.0%"]],
  ["24h", "quantity", ["23h", "25h"]],
  ["PT24H", "quantity", ["PT23H", "PT25H"]],
  ["1.4.0", "version", ["1.3.9", "1.4.1"]],
  ["0.0.0", "version", ["0.0.1"]],
  ["2.0.1-rc.1", "version", ["2.0.0-rc.1", "2.0.2-rc.1"]],
  ["^1.2.0", "range", ["^1.1.9", "^1.2.1"]],
  [">=2.0.0 <3.0.0", "range", [">=1.9.9 <3.0.0", ">=2.0.1 <3.0.0"]],
  ["internal", "classification", []],
  [["a", "b"], "list", [["b"], ["a"]]],
])("next to %j, a %s, stand %j", (value, type, near) => {
  expect(neighboursOf(value, type)).toEqual(near);
});
