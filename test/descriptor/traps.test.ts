import { describe, expect, it } from "vitest";
import { contract, lines, product, read } from "./support/reading.ts";

// The rows of docs/decisions/0003-text-over-schema.md that no other table covers.
describe("the text decides", () => {
  it.each([
    [
      "input contracts need not be input ports",
      product("outputPorts: [{name: a, inputContracts: [{id: c, version: 9.0.0}]}]\n"),
    ],
    [
      "an input port named self",
      product("inputPorts: [{name: self, contractId: daff.album.releases, version: 1.0.0}]\n"),
    ],
    [
      "one contract id at two versions",
      product("outputPorts: [{name: a, version: 1.0.0, contractId: c}, {name: a, version: 2.0.0, contractId: c}]\n"),
    ],
    ["a product without ports", product()],
    ["a contract without a schema", contract()],
    ["ODPS 1.1 without status", product().replace("status: active\n", "")],
    ["ODCS 3.2 without status", contract().replace("status: active\n", "")],
    [
      "options without a logical type",
      contract("schema: [{name: a, properties: [{name: b, logicalTypeOptions: {maxLength: 3}}]}]\n", "v3.1.0"),
    ],
    ["a property without any type", contract("schema: [{name: a, properties: [{name: b}]}]\n")],
    [
      "a physical name of a property in 3.0",
      contract("schema: [{name: a, properties: [{name: b, physicalName: B}]}]\n", "v3.0.2"),
    ],
    [
      "the schema of DuckDB as text in 3.0",
      contract("servers: [{server: a, type: duckdb, database: d, schema: s}]\n", "v3.0.2"),
    ],
    ["Athena without a staging folder in 3.2", contract("servers: [{server: a, type: athena, schema: s}]\n")],
    [
      "unknown keys of a service level in 3.0",
      contract("slaProperties: [{property: retention, value: 1, audience: all}]\n", "v3.0.2"),
    ],
    [
      "two operators in 3.0",
      contract("schema: [{name: a, quality: [{rule: rowCount, mustBe: 1, mustNotBe: 2}]}]\n", "v3.0.2"),
    ],
    ["a team as a list in ODCS 3.2", contract("team: [{username: ada, role: owner}]\n")],
    [
      "names with dots, spaces and any letters",
      contract("schema: [{name: Bestellungen 2.0, properties: [{name: größe.cm}]}]\n"),
    ],
  ])("%s: accepted", (_name, text) => {
    expect(lines(read(text))).toEqual([]);
    expect(read(text).documents).toMatchObject([{ described: { outline: { id: "daff.album.releases" } } }]);
  });

  it.each([
    ["blob objects", contract("schema: [{name: a, logicalType: blob}]\n"), "/schema/0/logicalType"],
    [
      "Athena without a staging folder in 3.1",
      contract("servers: [{server: a, type: athena, schema: s}]\n", "v3.1.0"),
      "/servers/0/stagingDir",
    ],
    [
      "unknown keys of a service level in 3.1",
      contract("slaProperties: [{property: re, value: 1, audience: all}]\n", "v3.1.0"),
      "/slaProperties/0/audience",
    ],
    [
      "an old rule in 3.1 under its own apiVersion",
      contract("schema: [{name: a, quality: [{type: library, rule: x, mustBe: 1}]}]\n", "v3.1.0"),
      "/schema/0/quality/0/metric",
    ],
  ])("%s: refused", (_name, text, path) => {
    expect(read(text).documents).toMatchObject([{ problems: [{ severity: "error", path }] }]);
  });
});
