import { expect, it } from "vitest";
import type { Json } from "../../../src/model/json.ts";
import { lifelikeExamples } from "../../../src/policy/facts/lifelike.ts";

it.each<[readonly Json[], readonly string[]]>([
  [["ada@daff.se"], ["ada@daff.se (mail address)"]],
  [["write to ada@daff.se, please"], ["write to ada@daff.se, please (mail address)"]],
  [["ok@example.com, ada@daff.se"], ["ok@example.com, ada@daff.se (mail address)"]],
  [["+46 70 123 45 67"], ["+46 70 123 45 67 (telephone number)"]],
  [["GB29 NWBK 6016 1331 9268 19"], ["GB29 NWBK 6016 1331 9268 19 (account number)"]],
  [[{ mail: "a@gmail.com" }], ["a@gmail.com (mail address)"]],
  [[1, null, [["SE", { to: ["a@gmail.com"] }]]], ["a@gmail.com (mail address)"]],
  [['{"mail":"a@gmail.com"}'], ['{"mail":"a@gmail.com"} (mail address)']],
  [["a@example.com", "write to b@mail.example.org, please", "x@daff.example"], []],
  [["+1 212 555 0134", "+44 7700 900123", "SE00 5000 0000 0583 9825 7466"], []],
  [["USRC17607839", "2026-05-04T20:15:00+02:00", "+12.50", 17, true, "@daff/player"], []],
  [[], []],
])("of %j could be real: %j", (examples, lifelike) => {
  expect(lifelikeExamples({ examples })).toEqual(lifelike);
});
