import { describe, expect, it } from "vitest";
import { judgeChange, judgeTree, jsonRecall, rulesOf } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const policy = (rule: string): string => `apiVersion: meshgate/v1
kind: Policy
id: global.region
version: 1.0.0
type: descriptor
title: Data stands where the guild wants it
rationale: Law differs by region.
serves: [22]
level: block
target: { forEach: product }
rule: ${rule}
message: "Product {product.id} stands in {product.custom.region}."
fix: { text: Move it. }
`;

const guild = (data: string): string =>
  `apiVersion: meshgate/v1\nkind: Guild\ndomains: [{ id: player, owners: ["@daff/player"] }]\n${data}\n`;

const PRODUCT = `apiVersion: v1.0.0
kind: DataProduct
id: plays
version: 1.0.0
status: active
customProperties: [{ property: region, value: eu }]
`;

const mesh = (rule: string, data: string): Texts => ({
  "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\nname: mesh\n",
  "guild.yaml": guild(data),
  "policies/global/region.yaml": policy(rule),
  "player/plays.odps.yaml": PRODUCT,
});

const IN_SET = "{ inValueSet: [{ var: product.custom.region }, regions] }";

function problemsOf(texts: Texts): readonly string[] {
  return rulesOf(texts).problems.map(
    ({ location: { file, line }, path, message }) => `${file}:${line} ${path}: ${message}`,
  );
}

describe("reference data of a guild", () => {
  it.each([
    ["valueSets: { regions: [eu, us] }", []],
    ["valueSets: { regions: [us] }", ["Product plays stands in eu."]],
  ])("judges: %s", (data, messages) => {
    expect(judgeTree(mesh(IN_SET, data)).findings.map(({ message }) => message)).toEqual(messages);
  });

  it("is looked up by key", () => {
    const rule = "{ eq: [{ lookup: [homes, { var: product.id }] }, { var: product.custom.region }] }";
    const messages = (data: string): readonly string[] =>
      judgeTree(mesh(rule, data)).findings.map(({ message }) => message);
    expect(messages("tables: { homes: { plays: eu } }")).toEqual([]);
    expect(messages("tables: { homes: { plays: us } }")).toEqual(["Product plays stands in eu."]);
    expect(messages("tables: { homes: { others: eu } }")).toEqual([
      "Product plays stands in eu. (guild.tables.homes.plays is not set)",
    ]);
  });

  it("is asked for by names that it has, which is checked before anything is judged", () => {
    expect(problemsOf(mesh(IN_SET, "valueSets: { region: [eu] }"))).toEqual([
      'policies/global/region.yaml:11 /rule/inValueSet/1: inValueSet: the set "regions" is not among guild.valueSets: did you mean "region"?',
    ]);
    expect(problemsOf(mesh(IN_SET, ""))).toEqual([
      'policies/global/region.yaml:11 /rule/inValueSet/1: inValueSet: the set "regions" is not among guild.valueSets: there are none.',
    ]);
  });

  it("is asked for by names that it has in what a domain adds, too", () => {
    const also = "{ rule: { inValueSet: [{ var: product.status }, states] }, message: m, fix: { text: f } }";
    const texts = {
      ...mesh(IN_SET, "valueSets: { regions: [eu] }"),
      "bindings/player.yaml": `apiVersion: meshgate/v1\nkind: Binding\ndomain: player\npolicies:\n  global.region@1: { also: ${also} }\n`,
    };
    expect(problemsOf(texts)).toEqual([
      'bindings/player.yaml:5 /policies/global.region@1/also/rule/inValueSet/1: inValueSet: the set "states" is not among guild.valueSets: there are regions.',
    ]);
  });

  it("is part of what a judgement is remembered by", () => {
    const recall = jsonRecall();
    const found = (data: string): number => judgeTree(mesh(IN_SET, data), { recall }).findings.length;
    expect([found("valueSets: { regions: [eu] }"), found("valueSets: { regions: [us] }")]).toEqual([0, 1]);
  });

  it("judges by what stands at base", () => {
    const [base, head] = [mesh(IN_SET, "valueSets: { regions: [us] }"), mesh(IN_SET, "valueSets: { regions: [eu] }")];
    const change = { ...head, "player/plays.odps.yaml": PRODUCT.replace("1.0.0\nstatus", "1.0.1\nstatus") };
    expect(judgeChange(base, change).findings.map(({ origin }) => origin)).toEqual(["existing"]);
  });
});
