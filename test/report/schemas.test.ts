import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { GraphView } from "../../src/model/graph-view.ts";
import type { Impact } from "../../src/model/impact.ts";
import { isObject, own } from "../../src/model/json.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { Report } from "../../src/model/report.ts";
import type { Validation } from "../../src/model/validation.ts";
import { json as graphJson } from "../../src/report/graph/formats/json.ts";
import { GRAPH_SCHEMA } from "../../src/report/schemas/graph.ts";
import { IMPACT_SCHEMA } from "../../src/report/schemas/impact.ts";
import { REPORT_SCHEMA } from "../../src/report/schemas/report.ts";
import { VALIDATION_SCHEMA } from "../../src/report/schemas/validation.ts";
import { compatibility } from "../support/compatibility.ts";
import { affected, problem, report } from "../support/report.ts";
import { change, reader } from "./diff/samples.ts";

const VIEW: GraphView = {
  title: "The mesh",
  nodes: [
    {
      id: "listener-profile",
      kind: "product",
      name: "Listener profile",
      domain: "listener",
      version: "2.1.0",
      status: "active",
      owners: ["@daff/listener-data"],
      orphan: false,
      marks: ["changed"],
    },
  ],
  edges: [
    {
      from: "listener-profile",
      to: "churn-model",
      label: "profile@2.1.0",
      tier: "exact",
      ambiguous: false,
      cycle: false,
    },
  ],
};

const IMPACT: Impact = {
  schema: "meshgate/impact/v1",
  target: { product: "listener-profile", domain: "listener", ports: ["profile@2.1.0"], path: "listeners.email" },
  direct: [
    {
      id: "churn-model",
      kind: "consumer",
      domain: "listener",
      owners: ["@daff/growth"],
      input: "profiles",
      port: "profile@2.1.0",
      tier: "exact",
      effect: "hit",
      evidence: "reads listeners.email",
    },
  ],
  affected: [affected("churn-model", "listener", { kind: "consumer" })],
  ask: [{ owner: "@daff/growth", owns: ["churn-model"] }],
  unowned: [],
};

const VALIDATION: Validation = {
  schema: "meshgate/validation/v1",
  files: [{ file: "a.odps.yaml", format: "odps", version: "1.0.0", valid: false, problems: [problem()] }],
};

const RULES: Partial<Report> = {
  rules: {
    class: "mixed",
    changes: [
      {
        policy: "global.freshness",
        domain: "player",
        class: "tighten",
        from: "2026-12-01",
        message: "Policy global.freshness is raised.",
        location: { file: "bindings/player.yaml", line: 1, column: 1, endLine: 1, endColumn: 2 },
      },
    ],
  },
};

/** Every member of a change, of its readers and of those to ask. */
const COMPATIBILITY: Partial<Report> = {
  compatibility: [
    compatibility({
      changes: [
        change({ affected: [reader("player.player-app")], review: ["privacy"], ports: ["tracks@3.4.0"] }),
        change({
          class: "risky",
          eased: "no-reader",
          deprecation: { announced: null, removableFrom: null, core: false, isOver: false },
        }),
      ],
    }),
  ],
};

describe.each([
  ["report", REPORT_SCHEMA, report({ ...RULES, ...COMPATIBILITY })],
  ["graph", GRAPH_SCHEMA, JSON.parse(graphJson.render(VIEW, { colour: false }, [])) as unknown],
  ["impact", IMPACT_SCHEMA, IMPACT],
  ["validation", VALIDATION_SCHEMA, VALIDATION],
])("the schema of %s", (name, schema, document) => {
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);

  test("takes a document and names each of its members", () => {
    validate(document);
    expect(validate.errors).toBeNull();
    expect(Object.keys(isObject(document) ? document : {}).sort()).toEqual(memberNames(schema));
  });

  test("refuses a document without one of its members", () => {
    for (const key of Object.keys(isObject(document) ? document : {}).filter(
      (member) => !["base", "rules"].includes(member),
    )) {
      const rest = Object.fromEntries(Object.entries(document as JsonObject).filter(([member]) => member !== key));
      expect(validate(rest), key).toBe(false);
    }
  });

  test("carries its name and describes every member", () => {
    expect(schema.$id).toBe(`meshgate/${name}/v1`);
    expect(undescribed(schema)).toEqual([]);
  });
});

function memberNames(schema: JsonObject): readonly string[] {
  return Object.keys(own(schema, "properties") ?? {}).sort();
}

/** Names of members that say nothing about themselves, at any depth. */
function undescribed(value: unknown): readonly string[] {
  if (!isObject(value)) return [];
  const properties = own(value, "properties");
  const here = isObject(properties) ? Object.entries(properties) : [];
  const silent = here.filter(
    ([, member]) => own(member, "description") === undefined && own(member, "$ref") === undefined,
  );
  return [...silent.map(([name]) => name), ...Object.values(value).flatMap(undescribed)];
}
