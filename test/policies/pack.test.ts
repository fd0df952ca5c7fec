import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTexts } from "../../scripts/docs/pack.ts";
import { caseMemory, judgeCase } from "../../src/app/judge-case.ts";
import { FACT_TREES } from "../../src/app/govern/facts.ts";
import { isObject, list, own, text } from "../../src/model/json.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { runCases } from "../../src/policy/cases.ts";
import { compilePolicy } from "../../src/policy/compile.ts";
import { readSource } from "../../src/source/read.ts";

const PACKS = readdirSync("policies").sort();
/** Requirements are numbered from 1 to this. */
const REQUIREMENTS = 227;
/** What a page says of the properties that have no home in a standard. */
const PROPERTIES = readFileSync("docs/reference/descriptors.md", "utf8");

const MEMORY = caseMemory();

const FIXTURES = new Map(
  await Promise.all(PACKS.map(async (pack) => [pack, await readTexts(`policies/${pack}/fixture`)] as const)),
);

function filesOf(pack: string): readonly string[] {
  return readdirSync(`policies/${pack}`).filter((file) => file.endsWith(".yaml") && file !== "pack.yaml");
}

function read(path: string): ReturnType<typeof readSource> {
  return readSource(readFileSync(path));
}

function policyIn(path: string): JsonObject {
  const value = read(path).documents[0]?.value;
  if (!isObject(value)) throw new Error(`${path} holds no policy`);
  return value;
}

/** Does a case take something away, at head or at base? */
function removes(one: Json): boolean {
  const patches = [own(one, "given"), own(one, "before")];
  return patches.some((patch) => list(own(patch, "remove")).length + list(own(patch, "delete")).length > 0);
}

function expectations(policy: JsonObject): (string | undefined)[] {
  return list(policy["tests"]).map((one) => text(own(one, "expect")));
}

it("packs are baseline and the choices beside it", () => {
  expect(PACKS).toEqual(["adevinta", "baseline", "privacy", "usability"]);
});

describe.each(PACKS)("the pack %s", (pack) => {
  it("describes itself", () => {
    expect(read(`policies/${pack}/pack.yaml`).documents[0]?.value).toEqual({
      apiVersion: "meshgate/v1",
      kind: "Pack",
      name: pack,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      title: expect.stringMatching(/^[A-Z].*[^.]$/) as string,
      description: expect.stringMatching(/\.$/) as string,
    });
  });

  it("is large enough to start with", () => {
    expect(filesOf(pack).length).toBeGreaterThanOrEqual(8);
  });
});

describe.each(PACKS.flatMap((pack) => filesOf(pack).map((file) => ({ pack, file }))))(
  "$pack/$file",
  ({ pack, file }) => {
    const path = `policies/${pack}/${file}`;
    const fixture = FIXTURES.get(pack) ?? new Map<string, string>();
    const policy = policyIn(path);
    const source = read(path);
    const compiled = source.documents[0] && compilePolicy(path, source.documents[0], FACT_TREES);

    it("compiles without problems", () => {
      expect(source.problems).toEqual([]);
      expect(compiled?.problems).toEqual([]);
      expect(policy["level"]).toMatch(/^(block|warn|advisory)$/);
    });

    it("holds in every case", () => {
      const judged = compiled?.policy;
      const results = judged ? runCases(judged, fixture, judgeCase(judged, MEMORY)) : [];
      expect(results.filter(({ passed }) => !passed)).toEqual([]);
      expect(results).toHaveLength(expectations(policy).length);
    });

    it("has nothing against the fixture", () => {
      const judged = compiled?.policy && judgeCase(compiled.policy, MEMORY)(fixture);
      expect(judged?.problems).toEqual([]);
      expect(judged?.outcomes.filter(({ outcome }) => outcome === "fail" || outcome === "error")).toEqual([]);
    });

    it("is named like its file", () => {
      expect(policy["id"]).toBe(`${pack}.${file.replace(/\.yaml$/, "")}`);
    });

    it("says what was found and what to do, in words", () => {
      expect(policy["title"]).toMatch(/^[A-Z].*[^.]$/);
      expect(policy["rationale"]).toMatch(/\.$/);
      expect(policy["message"]).toMatch(/\{(it|product|contract|consumer|mesh)\./);
      // A fix may be the remedy that comes with the fact.
      expect(own(policy["fix"], "text")).toMatch(/^([A-Z].{20}|\{(it|(contract|product)\.sunsets\[0\])\.remedy\})/);
    });

    it("serves requirements that exist, each once, in order", () => {
      const serves = list(policy["serves"]).map(Number);
      expect(serves.length).toBeGreaterThan(0);
      expect(serves).toEqual([...new Set(serves)].sort((one, other) => one - other));
      expect(serves.every((number) => Number.isInteger(number) && number >= 1 && number <= REQUIREMENTS)).toBe(true);
    });

    it("has cases that pass, fail, lack data and, with a condition, do not apply", () => {
      const expected = expectations(policy);
      expect(expected).toContain("pass");
      expect(expected).toContain("fail");
      expect(list(policy["tests"]).some(removes)).toBe(true);
      if ("applies" in policy) expect(expected).toContain("not-applicable");
    });

    it("says where every failing case fails, unless the case deletes the file", () => {
      const failing = list(policy["tests"]).filter((one) => own(one, "expect") === "fail");
      const placeless = failing.filter((one) => list(own(one, "at")).length === 0);
      expect(placeless.filter((one) => list(own(own(one, "given"), "delete")).length === 0)).toEqual([]);
    });

    it("gives every case a name of its own", () => {
      const names = list(policy["tests"]).map((one) => text(own(one, "name")));
      expect(new Set(names).size).toBe(names.length);
    });

    it("asks only for custom properties that the reference names", () => {
      const asked = readFileSync(path, "utf8").match(/\bmeshgate\.[a-z][A-Za-z]+\b(?!\.)/g) ?? [];
      const unknown = asked.filter((name) => name !== "meshgate.yaml" && !PROPERTIES.includes(`\`${name}\``));
      expect(unknown).toEqual([]);
    });
  },
);
