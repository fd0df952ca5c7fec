import { describe, expect, it } from "vitest";
import { PLAIN, policy, policyFile } from "./support/plain.ts";
import { rulesOf } from "./support/runs.ts";

const HEAD = "apiVersion: meshgate/v1\nkind: Mesh\n";
const WORDY = policy("wordy", {
  params: { minWords: { type: "integer", default: 3, description: "Words at least." } },
  rule: { gte: [{ words: { var: "product.name" } }, { var: "params.minWords" }] },
});

/** What is wrong with the rules when `meshgate.yaml` says this. */
function told(settings: string): readonly string[] {
  const { problems } = rulesOf({ ...PLAIN, "meshgate.yaml": `${HEAD}${settings}`, [policyFile("wordy")]: WORDY });
  return problems.map(
    ({ code, path, message, location: { file, line, column } }) =>
      `${file}:${line}:${column} ${code} ${path} ${message}`,
  );
}

describe("a setting that does not fit its policy stands at its key in meshgate.yaml", () => {
  it.each([
    [
      "policies:\n  own.wordy:\n    params: { minWord: 4 }\n",
      'meshgate.yaml:5:15 policy-param /policies/own.wordy/params/minWord Policy own.wordy: the mesh sets "minWord", which is no parameter of this policy: did you mean "minWords"?',
    ],
    [
      "policies:\n  own.wordy:\n    level: warn\n    params:\n      minWords: many\n",
      'meshgate.yaml:7:7 policy-param /policies/own.wordy/params/minWords Policy own.wordy: the mesh\'s value of "minWords" is "many": expected a whole number.',
    ],
    [
      "policies:\n  own.word: { level: off }\n",
      'meshgate.yaml:4:3 unknown-policy /policies/own.word Policy "own.word" is set here, but no such policy exists. Did you mean "own.wordy"?',
    ],
    [
      "compatibility:\n  severity: { field.remove: risky, field.removed: risky, what.ever: safe }\n",
      'meshgate.yaml:4:15 unknown-rule /compatibility/severity/field.remove Rule "field.remove" is set here, but no such rule exists. Did you mean "field.removed"?',
      'meshgate.yaml:4:58 unknown-rule /compatibility/severity/what.ever Rule "what.ever" is set here, but no such rule exists. Remove the line.',
    ],
    [
      "packs: [baselin]\npolicies:\n  baseline.retention: { level: off }\n",
      'meshgate.yaml:3:9 unknown-pack /packs/0 Pack "baselin" does not exist. Did you mean "baseline"?',
    ],
    [
      "packs: [baseline]\npolicies:\n  baseline.description: { params: { minWords: x, long: 1 } }\n",
      "meshgate.yaml:5:37 policy-param /policies/baseline.description/params/minWords",
      "meshgate.yaml:5:50 policy-param /policies/baseline.description/params/long",
    ],
  ])("%s", (settings, ...expected) => {
    const found = told(settings);
    expect(found).toHaveLength(expected.length);
    for (const [index, text] of expected.entries()) expect(found[index]).toContain(text);
  });

  it("and what is wrong with the policy itself stays in its file", () => {
    const { problems } = rulesOf({
      ...PLAIN,
      "meshgate.yaml": `${HEAD}policies: { own.wordy: { params: { minWords: many } } }\n`,
      [policyFile("wordy")]: WORDY.replace('"block"', '"loud"'),
    });
    expect(problems.map(({ location: { file }, path }) => `${file} ${path}`)).toEqual([
      `${policyFile("wordy")} /level`,
      "meshgate.yaml /policies/own.wordy/params/minWords",
    ]);
  });
});
