import { describe, expect, it } from "vitest";
import { at } from "../../src/model/location.ts";
import type { Judge } from "../../src/policy/cases.ts";
import { runCases } from "../../src/policy/cases.ts";
import { evaluatePolicy } from "../../src/policy/evaluate.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { factsOf } from "../support/facts.ts";
import { samplePolicy } from "../support/policy.ts";

const FILE = "subject.yaml";
const FIXTURE = new Map([
  [FILE, "# A product\nid: plays # stays\nstatus: active\noutputPorts:\n  - name: eod\n    contractId: plays\n"],
  ["other.yaml", "a: 1\n---\nb: 2\n"],
]);

/** Judges the only product there is. */
function judgeWith(policy: Policy): Judge {
  return (files, before) => {
    const text = files.get(FILE);
    if (text === undefined) return { outcomes: [], problems: [] };
    const change =
      before === undefined ? {} : { change: { kind: files.get(FILE) === before.get(FILE) ? "unchanged" : "changed" } };
    return { outcomes: evaluatePolicy(policy, factsOf("product", text, change)), problems: [] };
  };
}

interface Case {
  readonly given?: Record<string, unknown>;
  readonly before?: Record<string, unknown>;
  readonly expect: string;
  readonly at?: readonly string[];
}

const RULE = { target: { forEach: "product.outputPorts[*]" }, rule: { eq: [{ var: "it.contractId" }, "plays"] } };

function run(
  test: Case,
  members: Record<string, unknown> = RULE,
): { readonly passed: boolean; readonly message: string } {
  const policy = samplePolicy({ ...members, tests: [{ name: "case", ...test }] });
  const [result] = runCases(policy, FIXTURE, judgeWith(policy));
  if (result === undefined) throw new Error("no result");
  expect(result.passed).toBe(result.message === "");
  return result;
}

const CONTRACT = `${FILE}#/outputPorts/0/contractId`;

describe("a case that holds", () => {
  it.each<readonly [string, Case]>([
    ["without a change", { expect: "pass" }],
    ["with a value set", { given: { set: { [CONTRACT]: "x" } }, expect: "fail", at: [CONTRACT] }],
    ["with a value removed", { given: { remove: [CONTRACT] }, expect: "fail", at: [CONTRACT] }],
    [
      "with an element appended",
      { given: { set: { [`${FILE}#/outputPorts/-`]: { name: "b" } } }, expect: "fail", at: [`${FILE}#/outputPorts/1`] },
    ],
    ["with a list removed", { given: { remove: [`${FILE}#/outputPorts`] }, expect: "not-applicable" }],
    ["with a wrong type", { given: { set: { [CONTRACT]: 5 } }, expect: "error", at: [CONTRACT] }],
    [
      "with a file replaced",
      { given: { delete: [FILE], add: { [FILE]: "id: x\noutputPorts: [{}]\n" } }, expect: "fail" },
    ],
    ["with a file deleted", { given: { delete: [FILE] }, expect: "not-applicable" }],
  ])("%s passes", (_, test) => {
    expect(run(test)).toMatchObject({ passed: true });
  });

  it("judges a change from the patched base to the patched fixture", () => {
    const change = { type: "change", rule: { eq: [{ var: "change.kind" }, "unchanged"] } };
    expect(run({ expect: "pass" }, change)).toMatchObject({ passed: true });
    expect(run({ before: { set: { [CONTRACT]: "x" } }, expect: "fail" }, change)).toMatchObject({ passed: true });
    expect(
      run({ before: { set: { [CONTRACT]: "x" } }, given: { set: { [CONTRACT]: "x" } }, expect: "pass" }, change),
    ).toMatchObject({
      passed: true,
    });
  });
});

describe("a case that does not", () => {
  it.each<readonly [string, Case, RegExp]>([
    ["expects the wrong outcome", { expect: "fail" }, /expected fail, got pass/],
    [
      "fails unexpectedly",
      { given: { set: { [CONTRACT]: "x" } }, expect: "pass" },
      /got fail: It is wrong\. \(subject\.yaml:6:17\)/,
    ],
    [
      "expects another place",
      { given: { set: { [CONTRACT]: "x" } }, expect: "fail", at: [`${FILE}#/id`] },
      /expected fail at .*#\/id, got it at subject\.yaml:6:17/,
    ],
    [
      "fails at a place more",
      {
        given: { set: { [CONTRACT]: "x", [`${FILE}#/outputPorts/-`]: { name: "b" } } },
        expect: "fail",
        at: [CONTRACT],
      },
      /only at .* too/,
    ],
    [
      "names a place in no file",
      { given: { set: { [CONTRACT]: "x" } }, expect: "fail", at: ["none.yaml#/id"] },
      /no file none\.yaml/,
    ],
    [
      "sets in no file",
      { given: { set: { "subjct.yaml#/id": 1 } }, expect: "pass" },
      /no file subjct\.yaml; did you mean subject\.yaml/,
    ],
    ["sets below nothing", { given: { set: { [`${FILE}#/team/name`]: 1 } }, expect: "pass" }, /\/team is not there/],
    [
      "sets below a text",
      { given: { set: { [`${FILE}#/id/x`]: 1 } }, expect: "pass" },
      /\/id is not there, or is neither/,
    ],
    ["sets past the end", { given: { set: { [`${FILE}#/outputPorts/2`]: 1 } }, expect: "pass" }, /has 1 elements/],
    [
      "sets at a name in a list",
      { given: { set: { [`${FILE}#/outputPorts/eod`]: 1 } }, expect: "pass" },
      /no position eod/,
    ],
    ["sets a whole file", { given: { set: { [`${FILE}#`]: 1 } }, expect: "pass" }, /pointer is empty/],
    ["removes what is not there", { given: { remove: [`${FILE}#/nothing`] }, expect: "pass" }, /nothing to remove/],
    ["removes past the end", { given: { remove: [`${FILE}#/outputPorts/1`] }, expect: "pass" }, /nothing to remove/],
    ["deletes no file", { given: { delete: ["none.yaml"] }, expect: "pass" }, /no file none\.yaml/],
    ["adds a file that is there", { given: { add: { [FILE]: "" } }, expect: "pass" }, /already has a file/],
    ["patches two documents", { given: { set: { "other.yaml#/a": 2 } }, expect: "pass" }, /exactly one YAML document/],
  ])("%s fails and says why", (_, test, message) => {
    const result = run(test);
    expect(result.passed).toBe(false);
    expect(result.message).toMatch(message);
  });

  it("fails when the files cannot be judged", () => {
    const policy = samplePolicy({ ...RULE, tests: [{ name: "case", expect: "not-applicable" }] });
    const problem = { severity: "error", code: "x", message: "Broken.", path: "", location: at(FILE) } as const;
    expect(runCases(policy, FIXTURE, () => ({ outcomes: [], problems: [problem] }))[0]).toMatchObject({
      passed: false,
      message: "the files cannot be judged: subject.yaml: Broken.",
    });
  });
});

describe("patches", () => {
  it("keep comments and layout of everything else", () => {
    const seen: string[] = [];
    const policy = samplePolicy({
      ...RULE,
      tests: [{ name: "case", given: { set: { [CONTRACT]: "x" } }, expect: "fail" }],
    });
    runCases(policy, FIXTURE, (files) => {
      seen.push(files.get(FILE) ?? "");
      return { outcomes: [], problems: [] };
    });
    expect(seen).toEqual([FIXTURE.get(FILE)?.replace("contractId: plays", "contractId: x")]);
  });

  it("leave the fixture as it was, and know escaped names", () => {
    const policy = samplePolicy({
      ...RULE,
      tests: [{ name: "case", given: { set: { [`${FILE}#/a~1b~0c`]: { d: [1] } } }, expect: "pass" }],
    });
    const before = new Map(FIXTURE);
    let text = "";
    runCases(policy, FIXTURE, (files) => {
      text = files.get(FILE) ?? "";
      return { outcomes: [], problems: [] };
    });
    expect(text).toContain("a/b~c:\n  d:\n    - 1\n");
    expect(FIXTURE).toEqual(before);
  });
});
