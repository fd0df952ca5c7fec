import { expect, test } from "vitest";
import { compareContracts } from "../../../src/compat/compare.ts";
import type { Difference } from "../../../src/compat/difference.ts";
import { contractForm } from "../../../src/compat/form/read.ts";
import { isEnforced } from "../../../src/compat/product/compare.ts";
import { labelOf } from "../../../src/compat/product/form.ts";
import { productForm } from "../../../src/compat/product/read.ts";
import { versionNeed } from "../../../src/compat/version.ts";
import { portLabel } from "../../../src/mesh/port.ts";
import type { Json } from "../../../src/model/json.ts";
import { axes, differences, line, mirrored } from "./products.ts";

const repointed = (contract: string): string =>
  `{ id: a, outputPorts: [{ name: p, version: 1.0.0, contractId: ${contract} }] }`;
const field = (name: string, more: object = {}): object => ({ name, logicalType: "string", required: true, ...more });
const contract = (...fields: readonly object[]): readonly object[] => [{ name: "orders", properties: fields }];

/** What lies between two contracts that have these objects. */
function between(before: readonly object[], after: readonly object[]): readonly Difference[] {
  const form = (schema: readonly object[]): ReturnType<typeof contractForm> =>
    contractForm(JSON.parse(JSON.stringify({ schema })) as Json);
  return compareContracts(form(before), form(after));
}

test.each([
  {
    title: "contracts that say the same",
    before: contract(field("id")),
    after: contract(field("id")),
    told: "outputPort.contract.changed ok ok risky minor",
  },
  {
    title: "a field more",
    before: contract(field("id")),
    after: contract(field("id"), field("email", { required: false })),
    told: "outputPort.contract.changed ok ok risky minor",
  },
  {
    title: "a field less",
    before: contract(field("id"), field("email")),
    after: contract(field("id")),
    told: "outputPort.contract.changed broken ok breaking major",
  },
  {
    title: "a promise more for those who write",
    before: contract(field("id", { required: false })),
    after: contract(field("id")),
    told: "outputPort.contract.changed ok broken risky minor",
  },
  {
    title: "what only a person can tell",
    before: contract(field("id", { transformLogic: "a" })),
    after: contract(field("id", { transformLogic: "b" })),
    told: "outputPort.contract.changed unknown unknown risky minor",
  },
])("a port that keeps another contract, with $title", ({ before, after, told }) => {
  const forth = differences(repointed("c"), repointed("d"), () => between(before, after));
  expect(forth.map(line)).toEqual([told]);
  const isExistence = between(before, after).some(({ facet }) => facet === "existence");
  if (isExistence) return;
  expect(differences(repointed("d"), repointed("c"), () => between(after, before)).map(axes)).toEqual(
    forth.map(mirrored),
  );
});

test("the reason is that of the worst change between the contracts", () => {
  const [found] = differences(repointed("c"), repointed("d"), () =>
    between(contract(field("id"), field("email")), contract(field("id", { transformLogic: "x" }))),
  );
  expect(found?.axes.consumer.reason).toBe(
    "orders.email is gone. Queries that name it fail, and readers that rest on it find nothing.",
  );
});

test("contracts are asked for once for each port that names another one, and for no other", () => {
  const asked: string[] = [];
  const port = (name: string, version: string, contractId: string): string =>
    `{ name: ${name}, version: ${version}, contractId: ${contractId} }`;
  const product = (...ports: readonly string[]): string => `{ id: a, outputPorts: [${ports.join(", ")}] }`;
  differences(
    product(port("same", "1.0.0", "c"), port("other", "1.0.0", "c"), port("gone", "1.0.0", "c")),
    product(port("same", "1.1.0", "c"), port("other", "1.1.0", "d"), port("new", "2.0.0", "d")),
    (before, after) => {
      asked.push(`${labelOf(before)} ${before.contractId} ${labelOf(after)} ${after.contractId}`);
      return undefined;
    },
  );
  expect(asked).toEqual(["other@1.0.0 c other@1.1.0 d"]);
});

const BEFORE = `
id: a
domain: x
outputPorts:
  - { name: p, version: 1.0.0, type: table, id: one }
  - { name: q, version: 2.0.0 }
inputPorts: [{ name: i }]
managementPorts: [{ name: m, content: control }]
`;
const AFTER = `
id: a
domain: y
outputPorts:
  - { name: r, version: 1.0.0, type: topic, id: one, customProperties: [{ property: meshgate.sunset, value: 2026-10-01 }] }
  - { name: s, version: 1.0.0 }
managementPorts: [{ name: m, content: control, url: "https://daff.example" }]
`;

test("each change says where it stands and which output ports it concerns, as they were", () => {
  const found = differences(BEFORE, AFTER).map(({ ruleId, path, ports, place, kind, fields }) => [
    `${kind} ${ruleId} ${path}`,
    `${ports?.join(" ") ?? "all"} ${place.side} ${place.path.join("/")} ${place.near.join("/")}`.trim(),
    fields.length,
  ]);
  expect(found).toEqual([
    ["change product.domain.changed /domain", "all after domain", 0],
    ["remove outputPort.removed /outputPorts[q@2.0.0]", "q@2.0.0 before outputPorts/1 outputPorts", 0],
    ["rename outputPort.renamed /outputPorts[r@1.0.0]/name", "p@1.0.0 after outputPorts/0/name outputPorts", 0],
    ["change outputPort.type.changed /outputPorts[r@1.0.0]/type", "p@1.0.0 after outputPorts/0/type outputPorts", 0],
    [
      "change outputPort.sunset.announced /outputPorts[r@1.0.0]/customProperties[meshgate.sunset]",
      "p@1.0.0 after outputPorts/0/customProperties outputPorts",
      0,
    ],
    ["add outputPort.added /outputPorts[s@1.0.0]", "after outputPorts/1 outputPorts", 0],
    ["remove inputPort.removed /inputPorts[i]", "before inputPorts/0 inputPorts", 0],
    [
      "change managementPort.interface.changed /managementPorts[m]/url",
      "all after managementPorts/0/url managementPorts",
      0,
    ],
  ]);
});

test("the version that a product needs", () => {
  const need = (before: string, after: string): readonly unknown[] => {
    const bumps = differences(before, after).map(({ semver }) => semver);
    const { requiredBump, nextVersion, isEnough } = versionNeed("1.3.0", "1.4.0", bumps);
    return [requiredBump, nextVersion, isEnough];
  };
  expect(need(BEFORE, AFTER)).toEqual(["major", "2.0.0", false]);
  expect(need(BEFORE, BEFORE.replace("type: table", "type: table, deprecated: true"))).toEqual([
    "minor",
    "1.4.0",
    true,
  ]);
  expect(need(BEFORE, BEFORE)).toEqual(["none", "1.4.0", true]);
});

test.each([
  ["draft", false],
  [" Proposed", false],
  ["", true],
  ["active", true],
  ["deprecated", true],
  ["retired", true],
  ["production", true],
])("what had the status %j holds: %j", (status, holds) => {
  expect(isEnforced(status)).toBe(holds);
});

test.each([{ name: "p" }, { name: "p", version: "v1.0.0" }, { name: "p", version: "1" }])(
  "a port has one name in the mesh and here: %j",
  (written) => {
    const rest = { deprecated: false, inputContracts: [], range: { line: 1, column: 1, endLine: 1, endColumn: 1 } };
    const labels = productForm({ outputPorts: [written] }).outputPorts.map(labelOf);
    expect(labels).toEqual([portLabel({ ...written, ...rest })]);
  },
);

test.each([
  ["the same contract", "contractId: c", "stock", "contractId: c", "stock@1.0.0 looks like a rename of orders"],
  ["much the same name", "contractId: c", "order", "contractId: d", "order@1.0.0 looks like a rename of orders"],
  [
    "neither",
    "contractId: c",
    "stock",
    "contractId: d",
    "Keep orders@1.0.0, and write `deprecated: true` on it first.",
  ],
  ["neither, deprecated", "deprecated: true", "stock", "type: api", "Keep orders@1.0.0 until its readers have moved."],
])("what to do where a port goes and another comes, with %s", (_, had, name, has, remedy) => {
  const [found] = differences(
    `{ id: a, outputPorts: [{ name: orders, version: 1.0.0, ${had} }] }`,
    `{ id: a, outputPorts: [{ name: ${name}, version: 1.0.0, ${has} }] }`,
  ).filter(({ kind }) => kind === "remove");
  expect(found?.remedy).toContain(remedy);
});
