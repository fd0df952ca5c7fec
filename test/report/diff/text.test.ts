import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { DIFF_FORMATS, findDiffFormat } from "../../../src/report/diff/index.ts";
import { diffText } from "../../../src/report/diff/text.ts";
import { DIFF_SCHEMA } from "../../../src/report/schemas/diff.ts";
import { obeyed } from "../../support/workflow-commands.ts";
import { DIFFS } from "./samples.ts";

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(DIFF_SCHEMA);

describe.each(Object.entries(DIFFS))("%s", (name, diff) => {
  test.each([80, 120])("on a screen of %i columns", async (width) => {
    const text = diffText(diff, { colour: false, width });
    await expect(text).toMatchFileSnapshot(`golden/${name}-${width}.txt`);
    const long = text.split("\n").filter((line) => line.length > width && line.trim().includes(" "));
    expect(long).toEqual([]);
  });

  test("is JSON as its schema says", () => {
    const json: unknown = JSON.parse(findDiffFormat("json")?.render(diff, { colour: false }) ?? "");
    expect(validate(json) ? [] : validate.errors).toEqual([]);
    expect(json).toEqual(JSON.parse(JSON.stringify(diff)));
  });
});

test("has no colours where none are wanted, and the same words where they are", () => {
  const diff = DIFFS["readers-asked"];
  if (diff === undefined) throw new Error("no such diff");
  const [plain, coloured] = [false, true].map((colour) => diffText(diff, { colour, width: 80 }));
  // eslint-disable-next-line no-control-regex
  expect(coloured?.replaceAll(/\u001b\[\d+m/gu, "")).toBe(plain);
  expect(coloured).not.toBe(plain);
});

test("looks for readers of contracts only, so names the option for no other", () => {
  const diff = DIFFS["no-reader-asked"];
  if (diff === undefined) throw new Error("no such diff");
  const shown = (subject: "contract" | "product"): string => diffText({ ...diff, subject }, { colour: false });
  expect(shown("contract")).toContain("--consumers");
  expect(shown("product")).not.toContain("--consumers");
});

test("needs no signs beyond ASCII", () => {
  for (const diff of Object.values(DIFFS)) {
    if (diff.from.id !== "tracks") continue;
    expect(diffText(diff, { colour: false, unicode: false })).toMatch(/^[\n\x20-\x7e]*$/u);
  }
});

test.each(DIFF_FORMATS.map(({ id }) => id))("hostile text stays text as %s", (id) => {
  const hostile = DIFFS["hostile"];
  if (hostile === undefined) throw new Error("no such diff");
  const shown = findDiffFormat(id)?.render(hostile, { colour: false }) ?? "";
  expect(shown).toContain("evil");
  expect(shown).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
  expect(obeyed(shown)).toEqual([]);
});
