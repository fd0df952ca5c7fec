import { always } from "../../src/model/enforcement.ts";
import { describe, expect, it } from "vitest";
import { evaluatePolicy } from "../../src/policy/evaluate.ts";
import type { PolicyOutcome } from "../../src/policy/policy.ts";
import { factsOf, looseFacts } from "../support/facts.ts";
import { samplePolicy } from "../support/policy.ts";

const PRODUCT = `id: plays
status: active
description:
  purpose: Plays per track
owner: ""
outputPorts:
  - name: eod
    version: 1.0.0
    sla: {retention: P30D, availability: 99.9%}
  - name: live
    version: 2.0.0
    sla: {retention: P7D}
  - name: raw
tags: [a, b]
`;

/** `outcome target file-less place`, one line each. */
function lines(outcomes: readonly PolicyOutcome[]): string[] {
  return outcomes.map(
    ({ outcome, target, location }) => `${outcome} ${target || "-"} ${location.line}:${location.column}`,
  );
}

function judge(members: Record<string, unknown>, yaml = PRODUCT): readonly PolicyOutcome[] {
  return evaluatePolicy(samplePolicy(members), factsOf("product", yaml));
}

describe("outcomes and places", () => {
  it("gives one outcome per element, at what was read", () => {
    const outcomes = judge({
      target: { forEach: "product.outputPorts[*]", key: ["name", "version"] },
      rule: { durationLte: ["P30D", { var: "it.sla.retention" }] },
    });
    expect(lines(outcomes)).toEqual([
      "pass outputPorts[name=eod,version=1.0.0] 7:5",
      "fail outputPorts[name=live,version=2.0.0] 12:22",
      "fail outputPorts[name=raw] 13:5",
    ]);
    expect(outcomes[2]?.message).toBe("It is wrong. (product.outputPorts[2].sla.retention is not set)");
    expect(outcomes[1]).toMatchObject({ message: "It is wrong.", remedy: "Make it right." });
    expect(outcomes[0]).toMatchObject({ message: "", remedy: "" });
  });

  it.each([
    ["the value of a comparison", { eq: [{ var: "it.status" }, "draft"] }, "fail - 2:9"],
    [
      "the first false condition",
      { and: [{ has: { var: "it.id" } }, { eq: [{ var: "it.status" }, "x"] }] },
      "fail - 2:9",
    ],
    ["what is absent: its ancestor", { has: { var: "it.description.usage" } }, "fail - 3:1"],
    ["what is blank", { not: { empty: { var: "it.owner" } } }, "fail - 5:8"],
    ["the element that fails", { every: [{ var: "it.tags" }, { neq: [{ var: "item" }, "b"] }] }, "fail - 14:11"],
    ["the element that matches", { no: [{ var: "it.tags" }, { eq: [{ var: "item" }, "a"] }] }, "fail - 14:8"],
    [
      "the deepest value that was read",
      { or: [{ eq: [{ var: "it.id" }, "x"] }, { eq: [{ var: "it.description.purpose" }, "y"] }] },
      "fail - 4:12",
    ],
    [
      "the condition that chose a literal branch",
      { if: [{ eq: [{ var: "it.status" }, "active"] }, false, true] },
      "fail - 2:9",
    ],
    ["the value of the wrong type", { lt: [{ var: "it.status" }, 5] }, "error - 2:9"],
    [
      "the fact and not the date",
      { before: [{ var: "asOf" }, { default: [{ var: "it.since" }, "2020-01-01"] }] },
      "fail - 1:1",
    ],
  ])("points at %s", (_, rule, line) => {
    expect(lines(judge({ rule }))).toEqual([line]);
  });

  it("points where `at` says when it fails, and only then", () => {
    const at = "it.description.purpose";
    expect(lines(judge({ at, rule: { eq: [{ var: "it.status" }, "x"] } }))).toEqual(["fail - 4:12"]);
    expect(lines(judge({ at, rule: { lt: [{ var: "it.status" }, 1] } }))).toEqual(["error - 2:9"]);
  });
});

describe("missing data", () => {
  const missing = { lt: [{ var: "it.latency" }, 5] };

  it.each([
    ["a comparison", missing],
    ["a negation", { not: missing }],
    ["a double negation", { not: { not: missing } }],
    ["a null", { neq: [{ var: "it.nothing" }, "x"] }],
    ["none of a missing list", { no: [{ var: "it.list" }, { eq: [{ var: "item" }, 1] }] }],
    ["an unlikely alternative", { or: [missing, { has: { var: "it.id" } }] }],
    ["a member of a text", { neq: [{ var: "it.status.length" }, 3] }],
    ["a member of the prototype", { neq: [{ var: "it.toString.name" }, "x"] }],
  ])("fails in %s", (_, rule) => {
    expect(judge({ rule }, `${PRODUCT}nothing: null\n`).map(({ outcome }) => outcome)).toEqual(["fail"]);
  });

  it("is skipped or an error where the policy says so", () => {
    const [skipped] = judge({ rule: missing, onMissing: "skip" });
    expect(skipped).toMatchObject({ outcome: "not-applicable", message: "product.latency is not set." });
    const [error] = judge({ rule: missing, onMissing: "error" });
    expect(error?.outcome).toBe("error");
    expect(error?.message).toContain("product.latency is not set");
  });

  it("is not said twice", () => {
    const [outcome] = judge({ rule: missing, message: "Latency {it.latency} is too high." });
    expect(outcome?.message).toBe("Latency (not set) is too high.");
  });

  it("in `applies` makes the policy apply; nothing can be dodged by leaving it out", () => {
    const rule = { has: { var: "it.latency" } };
    expect(judge({ applies: { eq: [{ var: "it.tier" }, "gold"] }, rule })[0]?.outcome).toBe("fail");
    expect(judge({ applies: { eq: [{ var: "it.status" }, "draft"] }, rule })[0]?.outcome).toBe("not-applicable");
    expect(judge({ applies: { lt: [{ var: "it.status" }, 1] }, rule })[0]?.outcome).toBe("error");
  });
});

describe("lists", () => {
  const rule = { has: { var: "it.name" } };
  const inputs = { target: { forEach: "product.inputPorts[*]" }, rule };

  it("that are absent or empty do not apply, or fail", () => {
    for (const yaml of [PRODUCT, `${PRODUCT}inputPorts: []\n`, `${PRODUCT}inputPorts:\n`]) {
      expect(judge(inputs, yaml)).toMatchObject([{ outcome: "not-applicable", target: "inputPorts" }]);
      expect(judge({ ...inputs, onEmpty: "fail" }, yaml)).toMatchObject([{ outcome: "fail", target: "inputPorts" }]);
    }
  });

  it("that are something else are an error", () => {
    expect(judge(inputs, `${PRODUCT}inputPorts: none\n`)).toMatchObject([{ outcome: "error" }]);
    const nested = { ...inputs, target: { forEach: "product.inputPorts[*].upstreams[*]" } };
    const yaml = `${PRODUCT}inputPorts: [{name: a, upstreams: [{name: x}]}, {name: b, upstreams: 5}, {name: c}]\n`;
    expect(lines(judge(nested, yaml)).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "pass inputPorts[name=a].upstreams[name=x]",
      "error inputPorts[name=b].upstreams",
    ]);
  });

  it("name their elements by keys, escaped, shortened, counted when they repeat", () => {
    const names = ["a", "b]", "c,d=e", "a", "f\u202e", "#2", "x".repeat(200), "x".repeat(201)];
    const yaml = `inputPorts: ${JSON.stringify([...names.map((name) => ({ name })), {}, null, 7])}\n`;
    const targets = judge(inputs, yaml).map(({ target }) => target.slice("inputPorts".length));
    expect(targets.slice(0, 6)).toEqual([
      "[name=a]",
      String.raw`[name=b\]]`,
      String.raw`[name=c\,d\=e]`,
      "[name=a]#2",
      String.raw`[name=f\u{202e}]`,
      String.raw`[name=\#2]`,
    ]);
    expect(targets.slice(8)).toEqual(["[?]", "[?]#2", "[7]"]);
    expect(new Set(targets).size).toBe(targets.length);
    for (const target of targets) expect(target.length).toBeLessThan(120);
  });
});

describe("subjects", () => {
  it("of another kind are nothing to a policy", () => {
    expect(evaluatePolicy(samplePolicy({ rule: { has: { var: "it.id" } } }), factsOf("contract", "id: x\n"))).toEqual(
      [],
    );
  });

  it("that are gone are judged by policies of changes only", () => {
    const gone = looseFacts("product", { before: { id: "x" }, change: { kind: "removed" } });
    const descriptor = samplePolicy({ rule: { has: { var: "it.id" } } });
    expect(evaluatePolicy(descriptor, gone)).toMatchObject([{ outcome: "not-applicable" }]);
    const change = samplePolicy({ type: "change", rule: { neq: [{ var: "change.kind" }, "removed"] } });
    expect(evaluatePolicy(change, gone)).toMatchObject([{ outcome: "fail" }]);
  });

  it("without a base are nothing to policies of changes", () => {
    const change = samplePolicy({ type: "change", rule: { neq: [{ var: "change.kind" }, "removed"] } });
    expect(evaluatePolicy(change, factsOf("product", PRODUCT))).toMatchObject([{ outcome: "not-applicable" }]);
  });
});

describe("messages", () => {
  const rule = { eq: [{ var: "it.status" }, "x"] };

  it("show values so that none can hide, break the line or grow without bound", () => {
    const yaml = `${PRODUCT}evil: ${JSON.stringify(`a\nb\u202e::error::${"z".repeat(500)}`)}\nmany: [1, 2, 3, 4, 5, 6, 7]\n`;
    const message = "{it.evil} | {it.many} | {it.description} | {it.none} | {{{it.id}}} | {params.days}";
    const params = { days: { type: "integer", default: 3, description: "Days." } };
    const [outcome] = judge({ rule, message, params }, yaml);
    expect(outcome?.message).toMatch(
      /^a\\u\{a\}b\\u\{202e\}::error::z+… \| 1, 2, 3, 4, 5 and 2 more \| \(1 member\) \| /,
    );
    expect(outcome?.message).toMatch(/ \| \(not set\) \| \{plays\} \| 3$/);
    expect(outcome?.message.length).toBeLessThan(380);
  });

  it("fill the remedy as well", () => {
    expect(judge({ rule, fix: { text: "Set {it.id} right." } })[0]?.remedy).toBe("Set plays right.");
  });

  it("name the policy and the reason of an error", () => {
    expect(judge({ rule: { lt: [{ var: "it.status" }, 5] } })[0]?.message).toBe(
      'The policy test.sample could not be evaluated: lt expects a number and found "active".',
    );
  });
});

describe("parameters", () => {
  const params = { min: { type: "integer", default: 1, description: "Fewest tags." } };
  const rule = { gte: [{ count: { var: "it.tags" } }, { var: "params.min" }] };

  it("have the default, or what the mesh sets", () => {
    expect(judge({ params, rule })[0]?.outcome).toBe("pass");
    const strict = samplePolicy({ params, rule }, { schedule: always("warn"), params: new Map([["min", 3]]) });
    expect(strict.schedule).toEqual(always("warn"));
    expect(evaluatePolicy(strict, factsOf("product", PRODUCT))[0]?.outcome).toBe("fail");
  });

  it("are never run, whatever they look like", () => {
    const list = { secret: { type: "list", default: ["var", "it.id"], description: "Looks like a rule." } };
    expect(judge({ params: list, rule: { in: [{ var: "it.id" }, { var: "params.secret" }] } })[0]?.outcome).toBe(
      "fail",
    );
  });
});

describe("a schema body", () => {
  const schema = {
    type: "object",
    required: ["id", "contact"],
    properties: { tags: { type: "array", items: { pattern: "^[b-z]$" } }, status: { $ref: "#/$defs/status" } },
    $defs: { status: { enum: ["active", "retired"] } },
  };

  it("passes what fits", () => {
    expect(
      judge(
        { schema: { type: "object", required: ["id"], ...{ properties: schema.properties, $defs: schema.$defs } } },
        "id: x\ntags: [b]\n",
      ),
    ).toMatchObject([{ outcome: "pass" }]);
  });

  it("fails at what does not fit, in words", () => {
    const [outcome] = judge({ schema }, `${PRODUCT}contact: x\n`);
    expect(outcome).toMatchObject({ outcome: "fail", location: { line: 14, column: 8 } });
    expect(outcome?.message).toMatch(/^It is wrong\. \(.*"tags".*\)$/);
  });

  it("fails at the place of what is missing", () => {
    const target = { forEach: "product.outputPorts[*]" };
    const outcomes = judge({ target, schema: { type: "object", required: ["sla"] } });
    expect(lines(outcomes).at(-1)).toBe("fail outputPorts[name=raw] 13:5");
  });

  it("cannot be passed with members of the prototype", () => {
    const required = ["toString", "__proto__", "constructor"];
    for (const key of required) expect(judge({ schema: { type: "object", required: [key] } })[0]?.outcome).toBe("fail");
  });

  it("is an error for values that take too long to judge", () => {
    const facts = looseFacts("product", { product: { tags: Array.from({ length: 10_001 }, (_, i) => [i]) } });
    const policy = samplePolicy({ schema: { properties: { tags: { type: "array", uniqueItems: true } } } });
    expect(evaluatePolicy(policy, facts)[0]?.outcome).toBe("error");
  });
});

describe("budgets", () => {
  it("end a rule that takes too many steps, soon and with an error", () => {
    const inner = { every: [{ var: "it.b" }, { neq: [{ var: "item" }, -1] }] };
    const rule = { every: [{ var: "it.a" }, { and: [{ neq: [{ var: "item" }, -1] }, inner] }] };
    const numbers = Array.from({ length: 5_000 }, (_, index) => index);
    const started = performance.now();
    const [outcome] = evaluatePolicy(
      samplePolicy({ rule }),
      looseFacts("product", { product: { a: numbers, b: numbers } }),
    );
    expect(outcome?.outcome).toBe("error");
    expect(outcome?.message).toContain("steps");
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each([
    ["a long text", "x".repeat(70_000), { startsWith: [{ var: "it.a" }, "x"] }],
    ["a long list", Array.from({ length: 10_001 }, () => 1), { unique: { var: "it.a" } }],
    [
      "a long list to go through",
      Array.from({ length: 10_001 }, () => 1),
      { every: [{ var: "it.a" }, { eq: [{ var: "item" }, 1] }] },
    ],
    [
      "a text that a large pattern reads",
      "ab".repeat(20_000),
      { matches: [{ var: "it.a" }, "((a|b){50}c?){10}(ab)*"] },
    ],
  ])("refuse %s", (_, a, rule) => {
    expect(evaluatePolicy(samplePolicy({ rule }), looseFacts("product", { product: { a } }))[0]?.outcome).toBe("error");
  });

  it("leave a pattern that would run away elsewhere its answer", () => {
    const rule = { matches: [{ var: "it.a" }, "(a+)+"] };
    const facts = looseFacts("product", { product: { a: `${"a".repeat(5_000)}!` } });
    expect(evaluatePolicy(samplePolicy({ rule }), facts)[0]?.outcome).toBe("fail");
  });
});
