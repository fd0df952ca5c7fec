import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTexts } from "../../scripts/docs/pack.ts";
import { caseMemory, judgeCase } from "../../src/app/judge-case.ts";
import { isObject, list, own, text } from "../../src/model/json.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { runCases } from "../../src/policy/cases.ts";
import { compilePolicy } from "../../src/policy/compile.ts";
import { readSource } from "../../src/source/read.ts";
import { FACT_TREES } from "../../src/app/govern/facts.ts";

const PACK = "policies/baseline";
/** Requirements are numbered from 1 to this. */
const REQUIREMENTS = 227;

const MEMORY = caseMemory();

const FILES = readdirSync(PACK).filter((file) => file.endsWith(".yaml") && file !== "pack.yaml");

const fixture = await readTexts(`${PACK}/fixture`);

function read(file: string): ReturnType<typeof readSource> {
  return readSource(readFileSync(`${PACK}/${file}`));
}

function policyIn(file: string): JsonObject {
  const value = read(file).documents[0]?.value;
  if (!isObject(value)) throw new Error(`${file} holds no policy`);
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

describe("the baseline pack", () => {
  it("describes itself", () => {
    expect(read("pack.yaml").documents[0]?.value).toMatchObject({
      apiVersion: "meshgate/v1",
      kind: "Pack",
      name: "baseline",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    });
  });

  it("is large enough to start with", () => {
    expect(FILES.length).toBeGreaterThanOrEqual(22);
  });
});

describe.each(FILES)("%s", (file) => {
  const policy = policyIn(file);

  const source = read(file);
  const compiled = source.documents[0] && compilePolicy(`${PACK}/${file}`, source.documents[0], FACT_TREES);

  it("compiles without problems", () => {
    expect(source.problems).toEqual([]);
    expect(compiled?.problems).toEqual([]);
    expect(compiled?.policy?.level).toMatch(/^(block|warn|advisory)$/);
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
    expect(policy["id"]).toBe(`baseline.${file.replace(/\.yaml$/, "")}`);
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
});
