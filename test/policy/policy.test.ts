import { describe, expect, it } from "vitest";
import { always } from "../../src/model/enforcement.ts";
import { fingerprint as identify, lastingTarget } from "../../src/policy/identity.ts";
import type { Matter } from "../../src/policy/identity.ts";
import { policySetDigest } from "../../src/policy/policy.ts";
import { samplePolicy } from "../support/policy.ts";

const RULE = { has: { var: "it.id" } };
const SUBJECT = { kind: "product", id: "plays" } as const;

function fingerprint(policy: Matter["policy"], subject: Matter["subject"], target: string): string {
  return identify({ policy, subject, target });
}

describe("fingerprint", () => {
  it("is 16 hex digits, the same for ever", () => {
    expect(fingerprint({ id: "baseline.owner", major: 1 }, SUBJECT, "outputPorts[name=eod]")).toBe("4aa359a05807553e");
  });

  it("stays while line, file, wording, level and minor version change", () => {
    const one = samplePolicy({ rule: RULE });
    const other = samplePolicy({ rule: RULE, version: "1.9.3", level: "warn", message: "Else.", title: "Else" });
    expect(fingerprint(one, SUBJECT, "a")).toBe(fingerprint(other, SUBJECT, "a"));
  });

  it("differs by policy, major, subject and target, and no two can be mistaken for each other", () => {
    const prints = [
      fingerprint({ id: "a.b", major: 1 }, SUBJECT, ""),
      fingerprint({ id: "a.c", major: 1 }, SUBJECT, ""),
      fingerprint({ id: "a.b", major: 2 }, SUBJECT, ""),
      fingerprint({ id: "a.b", major: 1 }, { kind: "consumer", id: "plays" }, ""),
      fingerprint({ id: "a.b", major: 1 }, { kind: "product", id: "Plays" }, ""),
      fingerprint({ id: "a.b", major: 1 }, SUBJECT, "x"),
      fingerprint({ id: "a.b", major: 1 }, { kind: "product", id: 'plays","x' }, ""),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe("identity over versions", () => {
  const policy = { id: "a.b", major: 1 };
  const contract = (version: string): string => fingerprint(policy, { kind: "contract", id: "c", version }, "");
  const port = (version: string): string => fingerprint(policy, SUBJECT, `outputPorts[name=eod,version=${version}]`);

  it("holds while the major version does", () => {
    expect(new Set(["1.0.0", "1.4.2", "v1.0.0", "1.9", "1"].map(contract)).size).toBe(1);
    expect(new Set(["1.0.0", "1.4.2", "v1.0.0", "1.9", "1"].map(port)).size).toBe(1);
  });

  it("ends with it", () => {
    expect(new Set(["1.0.0", "2.0.0", "", "draft"].map(contract)).size).toBe(4);
    expect(new Set(["1.0.0", "2.0.0", "", "draft"].map(port)).size).toBe(4);
  });

  it("takes versions only where they tell elements apart", () => {
    expect(lastingTarget("uses[field=version]")).toBe("uses[field=version]");
    expect(lastingTarget(String.raw`ports[name=a\,version\=1.0.0]`)).toBe(String.raw`ports[name=a\,version\=1.0.0]`);
    expect(lastingTarget("ports[name=a,version=1.2.0].uses[field=x]")).toBe("ports[name=a,version=1].uses[field=x]");
  });
});

describe("digest", () => {
  const digest = (members: Record<string, unknown>, setting?: Parameters<typeof samplePolicy>[1]): string =>
    samplePolicy({ rule: RULE, ...members }, setting).digest;
  const params = { n: { type: "integer", default: 1, description: "N." } };

  it("changes with everything that changes an outcome or its words", () => {
    const digests = [
      digest({}),
      digest({ rule: { empty: { var: "it.id" } } }),
      digest({ message: "Else." }),
      digest({ onMissing: "skip" }),
      digest({ level: "warn" }),
      digest({}, { schedule: always("off"), params: new Map() }),
      digest({ level: undefined, rollout: [{ from: "2026-01-01", level: "block" }] }),
      digest({ existing: { level: "warn", until: "2026-01-01" } }),
      digest({ waiver: { allowed: false } }),
      digest({ params, message: "{params.n}" }),
      digest({ params, message: "{params.n}" }, { params: new Map([["n", 2]]) }),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it("does not change with tests and order of members", () => {
    expect(digest({ tests: [{ name: "a", expect: "pass" }] })).toBe(digest({}));
    const [a, b] = ["A.", "B."].map((description) => ({ type: "integer", default: 1, description }));
    const message = "{params.a} {params.b}";
    expect(digest({ message, params: { a, b } })).toBe(digest({ message, params: { b, a } }));
  });

  it("of a set does not depend on its order", () => {
    const set = [
      { id: "a.a", digest: "1" },
      { id: "a.b", digest: "2" },
    ];
    expect(policySetDigest(set)).toBe(policySetDigest(set.toReversed()));
    expect(policySetDigest(set)).not.toBe(policySetDigest(set.slice(1)));
  });
});
