import { expect, test } from "vitest";
import { parse } from "yaml";
import { payloadPaths, withContents } from "../../src/compat/payload/contents.ts";
import { payloadsIn } from "../../src/descriptor/payloads.ts";
import { resolvePayload } from "../../src/compat/payload/resolve.ts";
import type { PayloadName } from "../../src/compat/payload/payload.ts";
import type { Json } from "../../src/model/json.ts";

const CONTRACT = `
authoritativeDefinitions:
  - { type: schema, url: all.avsc }
  - { type: avro, url: "https://example.com/all.avsc" }
  - { type: businessDefinition, url: docs/terms.md }
  - { type: tutorial, url: docs/settings.json }
servers:
  - { server: stream, type: kafka, customProperties: [{ property: meshgate.payload, value: [a.proto, 7, b.json] }] }
schema:
  - name: orders
    authoritativeDefinitions:
      - { type: JSON Schema, url: orders }
      - { type: implementation, url: orders.schema.json }
    customProperties: [{ property: meshgate.payload, value: ../orders.xsd }]
    properties:
      - name: lines
        logicalType: array
        items:
          properties:
            - { name: sku, authoritativeDefinitions: [{ type: proto-buf, url: sku.txt }] }
      - { name: labels, map: { value: { authoritativeDefinitions: [{ type: avroSchema, url: label.json }] } } }
`;

test("finds what a contract names, by whom it is about", () => {
  const found = payloadsIn(parse(CONTRACT) as Json);
  expect(found.map(({ kind, url, element, place }) => `${kind} ${url} of ${element} at ${place.join("/")}`)).toEqual([
    "avro all.avsc of  at authoritativeDefinitions/0/url",
    "protobuf a.proto of  at servers/0/customProperties/0/value/0",
    "json-schema b.json of  at servers/0/customProperties/0/value/2",
    "json-schema orders of orders at schema/0/authoritativeDefinitions/0/url",
    "json-schema orders.schema.json of orders at schema/0/authoritativeDefinitions/1/url",
    "other ../orders.xsd of orders at schema/0/customProperties/0/value",
    "protobuf sku.txt of orders.lines[].sku at schema/0/properties/0/items/properties/0/authoritativeDefinitions/0/url",
    "avro label.json of orders.labels{} at schema/0/properties/1/map/value/authoritativeDefinitions/0/url",
  ]);
});

test.each<Json>([null, [], "x", { schema: "x" }, { schema: [null, 1] }, { servers: { a: 1 } }])(
  "finds nothing in %j",
  (contract) => {
    expect(payloadsIn(contract)).toEqual([]);
  },
);

test.each([
  ["contracts/orders.yaml", "orders.avsc", "contracts/orders.avsc"],
  ["contracts/orders.yaml", "./a/../orders.avsc", "contracts/orders.avsc"],
  ["contracts/orders.yaml", "../schemas//orders.avsc", "schemas/orders.avsc"],
  ["orders.yaml", "schemas/orders v2.avsc", "schemas/orders v2.avsc"],
  ["./orders.yaml", "orders.avsc", "orders.avsc"],
  ["/mesh/orders.yaml", "schemas/orders.avsc", "/mesh/schemas/orders.avsc"],
  ["../mesh/orders.yaml", "orders.avsc", "../mesh/orders.avsc"],
])("of %s, %s is %s", (file, url, path) => {
  expect(resolvePayload(file, url)).toEqual({ path });
});

test.each([
  ["orders.yaml", "../orders.avsc", "lies outside of the repository"],
  ["contracts/orders.yaml", "a/../../../orders.avsc", "lies outside of the repository"],
  ["/mesh/orders.yaml", "../orders.avsc", "lies outside of the repository"],
  ["../mesh/orders.yaml", "../../x.avsc", "lies outside of the repository"],
  ["a.yaml", "/orders.avsc", "is an absolute path; write it relative to the contract"],
  ["a.yaml", "file:orders.avsc", "is an address, not a file of the repository"],
  ["a.yaml", "C:\\orders.avsc", "is an address, not a file of the repository"],
  ["a.yaml", "//host/orders.avsc", "is an address, not a file of the repository"],
  ["a.yaml", "..\\orders.avsc", "is no plain path"],
  ["a.yaml", "orders.avsc#/a", "is no plain path"],
  ["a.yaml", "orders.avsc\u0000", "is no plain path"],
  ["a.yaml", "", "is no file"],
  ["a.yaml", "schemas/", "is no file"],
  ["a.yaml", "schemas/..", "is no file"],
  ["a.yaml", "a".repeat(2000), "has too long a name"],
])("of %s, %s is no file to read", (file, url, fault) => {
  expect(resolvePayload(file, url)).toEqual({ fault });
});

test("puts what stands in a file to its name, and asks for each file once", () => {
  const named = (url: string): PayloadName => ({ kind: "avro", url, element: "", place: [] });
  const names = ["a.avsc", "./a.avsc", "b.avsc", "../c.avsc"].map(named);
  const asked: string[] = [];
  const found = withContents(names, "contracts/../orders.yaml", () => undefined);
  expect(found.map(({ content }) => content)).toContainEqual({
    fault: "does not exist, or is no plain file",
    digest: "",
  });
  const all = withContents(names, "orders.yaml", (path) => {
    asked.push(path);
    return path === "a.avsc" ? { bytes: new Uint8Array() } : undefined;
  });
  expect(all.map(({ content }) => ("fault" in content ? content.fault : "bytes"))).toEqual([
    "bytes",
    "bytes",
    "does not exist, or is no plain file",
    "lies outside of the repository",
  ]);
  expect(asked).toEqual(["a.avsc", "b.avsc"]);
  expect(payloadPaths(names, "orders.yaml")).toEqual(["a.avsc", "b.avsc"]);
});
