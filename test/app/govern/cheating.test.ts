import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { less, PLAIN, PLAYS, policy, policyFile, product, TOP } from "./support/plain.ts";
import { judgePull, judgeTree } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const AS_OF = "2026-06-30";
const NAMED = policyFile("named");
const NAMELESS = product("plays", {});

/** `fail: own.named plays`, what a reader would act on. */
function brief({ verdict, findings, problems }: Report): string {
  const told = findings
    .filter(({ origin, grace }) => origin === "new" || grace?.over === true)
    .map(({ policy: id, subject, outcome }) => `${id} ${subject.id}${outcome === "fail" ? "" : ` ${outcome}`}`);
  const errors = problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
  return `${verdict}: ${[...told, ...errors].join(", ")}`;
}

const pull = (base: Texts, head: Texts): string => brief(judgePull(base, head, { asOf: AS_OF }));
const whole = (texts: Texts): string => brief(judgeTree(texts, { asOf: AS_OF }));
const rule = (id: string, members: Readonly<Record<string, unknown>>): Texts => ({
  [policyFile(id)]: policy(id, { message: "m", ...members }),
});
const bare = less(PLAIN, NAMED);

describe("an author who wants to get around a rule", () => {
  const waiver = (members: Readonly<Record<string, unknown>> = {}): Texts => ({
    "waivers/player/W-1.yaml": JSON.stringify({
      ...{ apiVersion: "meshgate/v1", kind: "Waiver", id: "W-1", policy: "own.ports@1", product: "plays" },
      ...{ target: "outputPorts[name=eod]", category: "waiver", reason: "r", ticket: "t", requestedBy: "p" },
      ...{ from: "2026-06-01", expires: "2026-07-15", ...members },
    }),
  });
  const ports = (...names: readonly string[]): Readonly<Record<string, unknown>> => ({
    name: "Plays",
    outputPorts: names.map((name) => ({ name, version: "1.0.0", contractId: "c" })),
  });
  const described = rule("ports", {
    target: { forEach: "product.outputPorts[*]", key: ["name"] },
    rule: { has: { var: "it.description" } },
  });

  it.each<[what: string, base: Texts, head: Texts, expected: string]>([
    [
      "edits the rule and the product at once",
      PLAIN,
      { ...PLAIN, [PLAYS]: NAMELESS, [NAMED]: policy("named", { level: "off" }) },
      "fail: own.named plays",
    ],
    ["takes the rule away at once", PLAIN, { ...less(PLAIN, NAMED), [PLAYS]: NAMELESS }, "fail: own.named plays"],
    [
      "gives the product another domain in the guild at once",
      { ...bare, "policies/domains/player/named.yaml": policy("named", { id: "player.named" }) },
      {
        ...bare,
        "policies/domains/player/named.yaml": policy("named", { id: "player.named" }),
        "guild.yaml": (PLAIN["guild.yaml"] ?? "").replace("id: player,", 'id: player, paths: ["x/**"],'),
        [PLAYS]: NAMELESS,
      },
      "fail: player.named plays",
    ],
    [
      "brings the waiver with the violation",
      { ...bare, ...described },
      { ...bare, ...described, ...waiver(), [PLAYS]: product("plays", ports("eod")) },
      "fail: own.ports plays",
    ],
    [
      "calls the waived port something else",
      { ...bare, ...described, ...waiver(), [PLAYS]: product("plays", ports("eod")) },
      { ...bare, ...described, ...waiver(), [PLAYS]: product("plays", ports("live")) },
      "fail: own.ports plays",
    ],
    [
      "adds a port beside the waived one",
      { ...bare, ...described, ...waiver(), [PLAYS]: product("plays", ports("eod")) },
      { ...bare, ...described, ...waiver(), [PLAYS]: product("plays", ports("eod", "live")) },
      "fail: own.ports plays",
    ],
    [
      "renames a port whose fault was there before",
      { ...bare, ...described, [PLAYS]: product("plays", ports("eod")) },
      { ...bare, ...described, [PLAYS]: product("plays", ports("live")) },
      "fail: own.ports plays",
    ],
    [
      "renames the product that was at fault before",
      { ...PLAIN, [PLAYS]: NAMELESS },
      { ...PLAIN, [PLAYS]: product("plays-2", {}) },
      "fail: own.named plays-2",
    ],
    [
      "deletes the product and makes it again elsewhere, under another id",
      { ...PLAIN, [PLAYS]: NAMELESS },
      { ...less(PLAIN, PLAYS), "products/player/again.odps.yaml": product("again", {}) },
      "fail: own.named again",
    ],
    [
      "claims another domain in the descriptor",
      { ...bare, "policies/domains/player/named.yaml": policy("named", { id: "player.named" }) },
      {
        ...bare,
        "policies/domains/player/named.yaml": policy("named", { id: "player.named" }),
        [PLAYS]: product("plays", { domain: "playlist" }),
      },
      "fail: player.named plays",
    ],
    [
      "writes a rule for its domain that has the id of everybody's",
      PLAIN,
      { ...PLAIN, "policies/domains/player/named.yaml": policy("named", { level: "off" }), [PLAYS]: NAMELESS },
      "error: own.named plays, policy-scope",
    ],
    [
      "binds the rule away for its domain",
      PLAIN,
      {
        ...PLAIN,
        "bindings/player.yaml":
          "apiVersion: meshgate/v1\nkind: Binding\ndomain: player\npolicies: { own.named@1: { level: off } }\n",
        [PLAYS]: NAMELESS,
      },
      "error: own.named plays, binding-counterexample, binding-looser",
    ],
    [
      "leaves the status out that a condition asks for",
      { ...bare, ...rule("named", { applies: { eq: [{ var: "product.status" }, "active"] } }) },
      {
        ...bare,
        ...rule("named", { applies: { eq: [{ var: "product.status" }, "active"] } }),
        [PLAYS]: product("plays", { status: undefined }),
      },
      "fail: own.named plays",
    ],
    [
      "leaves out what a negation forbids to be small",
      { ...bare, ...rule("days", { rule: { not: { lt: [{ var: "product.custom.days" }, 5] } } }) },
      {
        ...bare,
        ...rule("days", { rule: { not: { lt: [{ var: "product.custom.days" }, 5] } } }),
        [PLAYS]: product("plays", { name: "Plays", description: { purpose: "P" } }),
        "products/player/new.odps.yaml": product("new", { name: "New" }),
      },
      "fail: own.days new",
    ],
    [
      "leaves the list out that a rule goes through",
      { ...bare, ...rule("ports", { target: { forEach: "product.outputPorts[*]" }, onEmpty: "fail" }) },
      {
        ...bare,
        ...rule("ports", { target: { forEach: "product.outputPorts[*]" }, onEmpty: "fail" }),
        "products/player/new.odps.yaml": product("new", { name: "New", outputPorts: [] }),
      },
      "fail: own.ports new",
    ],
    [
      "writes a value of another type where true is forbidden",
      { ...bare, ...rule("live", { rule: { neq: [{ var: "product.custom.secret" }, true] } }) },
      {
        ...bare,
        ...rule("live", { rule: { neq: [{ var: "product.custom.secret" }, true] } }),
        "products/player/new.odps.yaml": `${product("new", { name: "New" })}customProperties: [{ property: secret, value: "true" }]\n`,
      },
      "error: own.live new error",
    ],
    [
      "takes an id that looks like another",
      {
        ...PLAIN,
        "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\npacks: [baseline]\n",
        [TOP]: product("top0", { name: "T" }),
      },
      {
        ...PLAIN,
        "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\npacks: [baseline]\n",
        [TOP]: product("top0", { name: "T" }),
        "products/player/new.odps.yaml": product("topO", { name: "T" }),
      },
      "",
    ],
  ])("%s", (what, base, head, expected) => {
    const found = pull(base, head);
    if (expected === "") expect(found, what).toMatch(/^fail: .*lookalike-ids topO/);
    else expect(found, what).toBe(expected);
  });

  it("cannot wait until a grace is over and then say that it was there before", () => {
    const graced = (until: string): Texts => ({
      ...PLAIN,
      [NAMED]: policy("named", { existing: { level: "warn", until } }),
      [PLAYS]: NAMELESS,
    });
    const touch = (texts: Texts): Texts => ({ ...texts, [PLAYS]: `${NAMELESS}description: { purpose: P }\n` });
    expect(pull(graced("2026-07-01"), touch(graced("2026-07-01")))).toBe("pass: ");
    expect(pull(graced("2026-06-30"), touch(graced("2026-06-30")))).toBe("fail: own.named plays");
  });

  it("cannot prolong the grace in the change that needs it", () => {
    const graced = (until: string): Texts => ({
      ...PLAIN,
      [NAMED]: policy("named", { existing: { level: "warn", until } }),
      [PLAYS]: NAMELESS,
    });
    const head = { ...graced("2027-01-01"), [PLAYS]: `${NAMELESS}description: { purpose: P }\n` };
    expect(pull(graced("2026-06-30"), head)).toBe("fail: own.named plays");
  });
});

describe("an author of policies who makes a slip", () => {
  it.each<[what: string, members: Readonly<Record<string, unknown>>, text?: (yaml: string) => string]>([
    ["two operators in one map", { rule: { has: { var: "product.name" }, empty: { var: "product.id" } } }],
    ["a path that does not exist", { rule: { not: { empty: { var: "product.nmae" } } } }],
    ["an operator that does not exist", { rule: { hsa: { var: "product.name" } } }],
    ["a rule that reads nothing", { rule: { eq: [1, 1] } }],
    ["a path that is worked out", { rule: { has: { var: { var: "product.id" } } } }],
    ["a word that a fact never is", { applies: { eq: [{ var: "product.status" }, "Active"] } }],
    ["a comparison that converts", { rule: { "==": [{ var: "product.name" }, 1] } }],
    ["a level that does not exist", { level: "blok" }],
  ])("is told, and nothing passes by it: %s", (_, members) => {
    const texts = { ...bare, [NAMED]: policy("named", members) };
    expect(whole(texts)).toMatch(/^error: /);
  });

  it("is told of an operator that YAML eats", () => {
    const yaml = `apiVersion: meshgate/v1
kind: Policy
id: own.named
version: 1.0.0
type: descriptor
title: T
rationale: R
level: block
target: { forEach: product }
rule: { !==: [{ var: product.name }, x] }
message: m
fix: { text: f }
`;
    expect(whole({ ...bare, [NAMED]: yaml })).toMatch(/^error: /);
  });

  it("is told of a policy that judges nothing", () => {
    const idle = policy("named", { applies: { eq: [{ var: "product.status" }, "retired"] } });
    const report = judgeTree({ ...bare, [NAMED]: idle }, { asOf: AS_OF });
    expect(report.problems).toMatchObject([{ code: "policy-applies-nowhere", severity: "warning" }]);
  });
});
