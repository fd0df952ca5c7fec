import { describe, expect, it } from "vitest";
import { contract, lines, product, read } from "./support/reading.ts";

type Fault = readonly [name: string, text: string, ...problems: string[]];

function check(faults: readonly Fault[]): void {
  it.each(faults)("%s", (_name, text, ...problems) => {
    const reading = read(text);
    expect(lines(reading)).toEqual(problems);
    const broken = problems.some((line) => line.includes(" error "));
    expect(reading.documents.every(({ described }) => (described === undefined) === broken)).toBe(true);
  });
}

const inSchema = (more: string, version?: string): string =>
  contract(`schema:\n  - name: releases\n    properties:\n      - name: isrc\n${more}`, version);
const server = (text: string, version?: string): string => contract(`servers:\n  - ${text}\n`, version);

describe("versions of the standards", () => {
  check([
    [
      "a missing apiVersion",
      "kind: DataProduct\nid: a\n",
      "1:1 error missing-api-version apiVersion is missing; say which version of ODPS the document follows, such as apiVersion: v1.1.0.",
    ],
    [
      "apiVersion as a number",
      "apiVersion: 1.0\nkind: DataProduct\nid: a\n",
      "1:13 error malformed-api-version apiVersion is the number 1; ODPS expects text of the form v1.2.3, such as apiVersion: v1.1.0.",
    ],
    [
      "apiVersion of two numbers",
      "apiVersion: v3.1\nkind: DataContract\nid: a\n",
      '1:13 error malformed-api-version apiVersion is "v3.1"; ODCS expects text of the form v1.2.3, such as apiVersion: v3.1.0.',
    ],
    [
      "apiVersion without v",
      product("", "1.1.0"),
      '1:13 warning version-without-v apiVersion is "1.1.0"; ODPS writes it with a leading v: v1.1.0. Other tools refuse it.',
    ],
    [
      "a newer minor: what it may have brought is a warning",
      product("mood: good\n", "v1.2.0"),
      "1:13 warning unknown-version ODPS 1.2.0 is not known; the document is read by the rules of 1.1.0, and what they do not know is a warning.",
      '5:1 warning unknown-key Key "mood" is not known here; remove it, or use one of "name", "version", "domain", "tenant", "type", "deprecated", "context", "synonyms", "description", "inputPorts", "outputPorts", "managementPorts", … (18 in all).',
    ],
    [
      "a newer patch is read by the patch before it",
      contract("deprecatd: true\n", "v3.0.3"),
      "1:13 warning unknown-version ODCS 3.0.3 is not known; the document is read by the rules of 3.0.2, and what they do not know is a warning.",
      '6:1 warning unknown-key Key "deprecatd" is not known here; remove it, or use one of "name", "tenant", "domain", "dataProduct", "description", "schema", "servers", "support", "price", "team", "roles", "slaDefaultElement", … (17 in all).',
    ],
    [
      "a newer minor that still breaks the rules",
      contract("name: [a]\n", "v3.9.0"),
      "1:13 warning unknown-version ODCS 3.9.0 is not known; the document is read by the rules of 3.2.0, and what they do not know is a warning.",
      '6:7 error wrong-type Key "name" is a list of 1; expected text.',
    ],
    [
      "an unknown major",
      product("", "v2.0.0"),
      "1:13 error unsupported-version ODPS 2.0.0 is not supported; Meshgate reads ODPS 0.9.0, 1.0.0 and 1.1.0.",
    ],
    [
      "a version before the first",
      product("", "v0.8.0"),
      "1:13 error unsupported-version ODPS 0.8.0 is not supported; Meshgate reads ODPS 0.9.0, 1.0.0 and 1.1.0.",
    ],
    [
      "a misspelt kind",
      product().replace("DataProduct", "Dataproduct"),
      '2:7 error not-allowed Key "kind" is "Dataproduct"; expected "DataProduct".',
    ],
    [
      "a missing kind",
      product("outputPorts: []\n").replace("kind: DataProduct\n", ""),
      '1:1 error missing-key Key "kind" is missing; add it, expected "DataProduct" (Always DataProduct).',
    ],
    [
      "a consumer of another version",
      "apiVersion: meshgate/v2\nkind: Consumer\nid: a\ntype: model\n",
      "1:13 error unsupported-version Consumer files of version 2 are not supported; this Meshgate reads meshgate/v1.",
    ],
    [
      "a consumer without a version",
      "kind: Consumer\nid: a\ntype: model\ninputPorts: []\n",
      "1:1 error malformed-api-version apiVersion is missing; write apiVersion: meshgate/v1.",
    ],
    [
      "a consumer with a malformed version",
      "apiVersion: meshgate/1\nkind: Consumer\nid: a\n",
      '1:13 error malformed-api-version apiVersion is "meshgate/1"; write apiVersion: meshgate/v1.',
    ],
  ]);
});

describe("fields that came later", () => {
  check([
    [
      "deprecated in ODPS 1.0",
      product("deprecated: true\n", "v1.0.0"),
      '5:1 error later-version Key "deprecated" came with ODPS 1.1.0; this document says 1.0.0. Raise apiVersion, or remove the key.',
    ],
    [
      "port labels in ODPS 0.9",
      product("inputPorts:\n  - {name: a, version: 1.0.0, contractId: c, tags: [x]}\n", "v0.9.0"),
      '6:46 error later-version Key "tags" came with ODPS 1.0.0; this document says 0.9.0. Raise apiVersion, or remove the key.',
    ],
    [
      "the team as an object in ODPS 0.9",
      product("team: {name: x}\n", "v0.9.0"),
      '5:7 error later-version Key "team" as an object came with ODPS 1.0.0; this document says 0.9.0. Raise apiVersion, or use the older form.',
    ],
    [
      "the team as a list in ODPS 1.1",
      product("team: [{username: ada}]\n"),
      '5:7 error wrong-type Key "team" is a list of 1, as ODPS wrote it before 1.0.0; this document says 1.1.0, expected an object with name, description, members, tags, customProperties and authoritativeDefinitions.',
    ],
    [
      "the team as an object in ODCS 3.0",
      contract("team: {name: x}\n", "v3.0.2"),
      '6:7 error later-version Key "team" as an object came with ODCS 3.1.0; this document says 3.0.2. Raise apiVersion, or use the older form.',
    ],
    [
      "context in ODCS 3.1",
      contract("context: words\n", "v3.1.0"),
      '6:1 error later-version Key "context" came with ODCS 3.2.0; this document says 3.1.0. Raise apiVersion, or remove the key.',
    ],
    [
      "a logical type of ODCS 3.2 in 3.1",
      inSchema("        logicalType: map\n        map: {key: {}, value: {}}\n", "v3.1.0"),
      '10:22 error later-version The word "map" for "logicalType" came with ODCS 3.2.0; this document says 3.1.0. Raise apiVersion, or use another value.',
      '11:9 error later-version Key "map" came with ODCS 3.2.0; this document says 3.1.0. Raise apiVersion, or remove the key.',
    ],
    [
      "a server type of ODCS 3.2 in 3.1",
      server("{server: a, type: exasol, host: h}", "v3.1.0"),
      '7:23 error later-version The word "exasol" for "type" came with ODCS 3.2.0; this document says 3.1.0. Raise apiVersion, or use another value.',
    ],
    [
      "a relationship in ODCS 3.0",
      inSchema("        relationships: [{to: a.b}]\n", "v3.0.2"),
      '10:9 error later-version Key "relationships" came with ODCS 3.1.0; this document says 3.0.2. Raise apiVersion, or remove the key.',
    ],
    [
      "exclusiveMinimum as a number in ODCS 3.0",
      inSchema("        logicalType: integer\n        logicalTypeOptions: {exclusiveMinimum: 0}\n", "v3.0.2"),
      '11:48 error later-version Key "exclusiveMinimum" as the number 0 came with ODCS 3.1.0; this document says 3.0.2. Raise apiVersion, or use the older form.',
    ],
    [
      "exclusiveMinimum as a flag in ODCS 3.1",
      inSchema("        logicalType: integer\n        logicalTypeOptions: {exclusiveMinimum: true}\n", "v3.1.0"),
      '11:48 error wrong-type Key "exclusiveMinimum" is the boolean true, as ODCS wrote it before 3.1.0; this document says 3.1.0, expected a number.',
    ],
    [
      "a variable for a number in ODCS 3.1",
      inSchema("        logicalType: string\n        logicalTypeOptions: {maxLength: '${MAX}'}\n", "v3.1.0"),
      '11:41 error later-version A variable in place of a number, "${MAX}", came with ODCS 3.2.0; this document says 3.1.0. Raise apiVersion, or write the number.',
    ],
    [
      "a variable for a port in ODCS 3.1",
      server("{server: a, type: mysql, host: h, port: '${P}', database: d}", "v3.1.0"),
      '7:45 error later-version Key "port" as "${P}" came with ODCS 3.2.0; this document says 3.1.0. Raise apiVersion, or use the older form.',
    ],
    [
      "status is required before ODPS 1.1",
      product("", "v1.0.0").replace("status: active\n", ""),
      '1:1 error missing-key Key "status" is missing; add it, expected text (Where the product is in its life).',
    ],
    [
      "status is required before ODCS 3.2",
      contract("", "v3.1.0").replace("status: active\n", ""),
      '1:1 error missing-key Key "status" is missing; add it, expected text (Where the contract is in its life).',
    ],
    [
      "ports are complete before ODPS 1.1",
      product("inputPorts: [{name: a}]\n", "v1.0.0"),
      '5:14 error missing-key Key "contractId" is missing in "inputPorts[0]"; add it, expected text (Id of the data contract that is read).',
      '5:14 error missing-key Key "version" is missing in "inputPorts[0]"; add it, expected text (Version of the data contract that is read).',
    ],
    [
      "an id with a dot in ODCS 3.1",
      contract("roles: [{role: r, id: a.b}]\n", "v3.1.0"),
      '6:23 error wrong-form Key "id" is "a.b"; expected text of letters, digits, - and _.',
    ],
    [
      "an id with a dot in ODCS 3.2",
      contract("roles: [{role: r, id: a.b}]\n"),
      '6:23 error wrong-form Key "id" is "a.b"; expected text without white space and without . # / \\ @ ! % & ^.',
    ],
  ]);
});

describe("structure", () => {
  check([
    [
      "misspelt keys, all at once",
      product("outputPort: []\ndescripton: {}\n"),
      '5:1 error unknown-key Key "outputPort" is not known here; did you mean "outputPorts"?',
      '6:1 error unknown-key Key "descripton" is not known here; did you mean "description"?',
    ],
    [
      "a key that belongs elsewhere: owner",
      product("owner: ada\n"),
      '5:1 error unknown-key Key "owner" is not known here; the owner is `team.name`, or a member of `team` with the role owner.',
    ],
    [
      "a key that belongs elsewhere: classification",
      contract("schema: [{name: a, classification: public}]\n"),
      '6:20 error unknown-key Key "classification" is not known here; classifications stand on properties, not on objects.',
    ],
    [
      "a key that belongs elsewhere: contract-level quality",
      contract("quality: []\n"),
      '6:1 error unknown-key Key "quality" is not known here; quality rules stand on objects and properties of `schema`.',
    ],
    [
      "a key that belongs elsewhere: managementInterface",
      product("managementInterface: []\n"),
      '5:1 error unknown-key Key "managementInterface" is not known here; an early draft called `managementPorts` so.',
    ],
    [
      "x- extensions",
      product("x-team: a\n"),
      '5:1 error unknown-key Key "x-team" is not known here; did you mean "team"?',
    ],
    [
      "custom properties as a map",
      product("customProperties: {a: 1}\n"),
      '5:19 error wrong-type Key "customProperties" is an object; expected a list; write each element behind "- ".',
    ],
    [
      "a missing url of support",
      product("support: [{channel: chat}]\n"),
      '5:11 error missing-key Key "url" is missing in "support[0]"; add it, expected text (Address of the channel).',
    ],
    [
      "a version that YAML reads as a number",
      product("version: 1.10\n"),
      '5:10 error wrong-type Key "version" is the number 1.1 (written 1.10); expected text; put it in quotes: "1.10".',
    ],
    [
      "a contract version that YAML reads as a number",
      contract().replace("version: 1.0.0", "version: 1.0"),
      '4:10 error wrong-type Key "version" is the number 1 (written 1.0); expected text; put it in quotes: "1.0".',
    ],
    [
      "a key without a value",
      product("domain:\n"),
      '5:1 error wrong-type Key "domain" is empty; expected text; give it a value or remove the key.',
    ],
    [
      "allowed values among the options",
      inSchema("        logicalType: string\n        logicalTypeOptions: {enum: [a]}\n"),
      '11:30 error unknown-key Key "enum" is not known here; allowed values stand in `enum` of the property, since 3.2.0.',
    ],
    [
      "options of another type",
      inSchema("        logicalType: string\n        logicalTypeOptions: {minimum: 1}\n"),
      '11:30 error unknown-key Key "minimum" is not known here; remove it, or use one of "minLength", "maxLength", "pattern" or "format".',
    ],
    [
      "nested properties of a string",
      inSchema("        logicalType: string\n        properties: []\n"),
      '11:9 error unknown-key Key "properties" does not belong to a property of logical type "string"; there it may have logicalTypeOptions.',
    ],
    [
      "a map without its parts",
      inSchema("        logicalType: map\n"),
      '9:9 error missing-key Key "map" is missing; a property of logical type "map" needs map.',
    ],
    [
      "a property without a name",
      contract("schema: [{name: a, properties: [{logicalType: string}]}]\n"),
      '6:33 error missing-key Key "name" is missing in "schema[0].properties[0]"; add it, expected text (Name, unique within its object).',
    ],
    [
      "an unknown logical type",
      inSchema("        logicalType: sting\n"),
      '10:22 error not-allowed Key "logicalType" is "sting"; expected one of "string", "date", "number", "integer", "object", "array", "boolean", "timestamp", "time", "map" or "vector"; did you mean "string"?',
    ],
    [
      "a server without what its type needs",
      server("{server: a, type: snowflake, account: x, schema: y}"),
      '7:5 error missing-key Key "database" is missing; a server of type "snowflake" needs account, database and schema.',
    ],
    [
      "a server with what its type has not",
      server("{server: a, type: mysql, host: h, port: 1, database: d, location: l}"),
      '7:61 error unknown-key Key "location" does not belong to a server of type "mysql"; there it may have host, port and database.',
    ],
    [
      "an unknown server type",
      server("{server: a, type: postgress, host: h}"),
      '7:23 error not-allowed Key "type" is "postgress"; expected one of "api", "athena", "azure", "bigquery", "clickhouse", "cloudsql", "custom", "databricks", "db2", "denodo", "dremio", "duckdb", … (44 in all); did you mean "postgres"?',
    ],
    [
      "a quality rule without an operator",
      contract("schema: [{name: a, quality: [{metric: rowCount}]}]\n"),
      "6:30 error quality-operator The quality rule compares with nothing; add one of mustBe, mustNotBe, mustBeGreaterThan, mustBeGreaterOrEqualTo, mustBeLessThan, mustBeLessOrEqualTo, mustBeBetween or mustNotBeBetween.",
    ],
    [
      "a quality rule with two operators",
      contract("schema: [{name: a, quality: [{metric: rowCount, mustBe: 1, mustBeLessThan: 2}]}]\n"),
      "6:30 error quality-operator The quality rule has 2 operators (mustBe and mustBeLessThan); keep one, or write two rules.",
    ],
    [
      "a query in a rule that is not SQL",
      contract("schema: [{name: a, quality: [{query: SELECT 1, mustBe: 1}]}]\n"),
      '6:31 error unknown-key Key "query" belongs to a quality rule of type "sql"; add type, or remove the key.',
    ],
    [
      "an old quality rule in ODCS 3.1",
      contract("schema: [{name: a, quality: [{type: library, rule: rowCount, mustBe: 1}]}]\n", "v3.1.0"),
      '6:30 error missing-key Key "metric" is missing; a quality rule of type "library" needs metric.',
    ],
    [
      "a type of link that ODPS 0.9 does not list",
      product("authoritativeDefinitions: [{type: wiki, url: w}]\n", "v0.9.0"),
      '5:35 error not-allowed Key "type" is "wiki"; expected one of "businessDefinition", "transformationImplementation", "videoTutorial", "tutorial" or "implementation".',
    ],
    [
      "a product that is a list of ports",
      product("outputPorts: {name: a}\n"),
      '5:14 error wrong-type Key "outputPorts" is an object; expected a list; write each element behind "- ".',
    ],
    [
      "output ports of a consumer",
      "apiVersion: meshgate/v1\nkind: Consumer\nid: a\ntype: model\noutputPorts: []\n",
      '5:1 error unknown-key Key "outputPorts" is not known here; a consumer publishes nothing; what has output ports is a data product.',
    ],
  ]);
});

describe("identity", () => {
  check([
    [
      "the same port twice, v or not",
      product(
        "outputPorts:\n  - {name: a, version: v1.0.0}\n  - {name: a, version: 2.0.0}\n  - {name: a, version: 1.0.0}\n",
      ),
      '8:12 error duplicate There is already an output port "a" 1.0.0 in line 6; remove or rename one of them.',
    ],
    [
      "the same input port twice without a version",
      product("inputPorts: [{name: a}, {name: a}]\n"),
      '5:32 error duplicate There is already an input port "a" without a version in line 5; remove or rename one of them.',
    ],
    [
      "the same object twice",
      contract("schema: [{name: a}, {name: A}, {name: a}]\n"),
      '6:39 error duplicate There is already a schema object "a" in line 6; remove or rename one of them.',
    ],
    [
      "the same property twice in a nested list",
      inSchema("        logicalType: array\n        items: {properties: [{name: b}, {name: b}]}\n"),
      '11:48 error duplicate There is already a property "b" in line 11; remove or rename one of them.',
    ],
    [
      "the same element id twice",
      contract("schema: [{name: a, id: x}, {name: b, id: x}]\n"),
      '6:42 error duplicate There is already a schema object with the id "x" in line 6; remove or rename one of them.',
    ],
    [
      "the same allowed value twice",
      inSchema("        enum: [{value: a}, {value: b}, {value: a}]\n"),
      '10:48 error duplicate There is already the allowed value "a" in line 10; remove or rename one of them.',
    ],
    [
      "an empty id",
      product().replace("daff.album.releases", '""'),
      "3:5 error empty-name id is empty; give it a value that identifies.",
    ],
    [
      "an id with a control character",
      product().replace("daff.album.releases", '"a\\u0007b"'),
      '3:5 error invisible-character id "a\\u0007b" holds the invisible character U+0007; remove it, or another value could look the same.',
    ],
    [
      "an id with a bidirectional mark",
      product().replace("daff.album.releases", '"a\\u202eb"'),
      '3:5 error invisible-character id "a\\u202eb" holds the invisible character U+202E; remove it, or another value could look the same.',
    ],
    [
      "a contract id with a zero-width space",
      product('outputPorts: [{name: a, contractId: "c\\u200b"}]\n'),
      '5:37 error invisible-character contractId "c\\u200b" holds the invisible character U+200B; remove it, or another value could look the same.',
    ],
    [
      "a port name with outer white space",
      product('outputPorts: [{name: "a "}]\n'),
      '5:22 error outer-space name "a " starts or ends with white space; remove it.',
    ],
    [
      "an id that is a path out of the repository is only an id",
      product().replace("daff.album.releases", "../../etc/passwd:x"),
    ],
    [
      "an id that is a number",
      product().replace("daff.album.releases", "42"),
      '3:5 error wrong-type Key "id" is the number 42; expected text; put it in quotes: "42".',
    ],
  ]);
});

describe("relationships", () => {
  const two = (more: string): string =>
    contract(`schema:\n  - name: orders\n    properties: [{name: id}]\n    relationships:\n      - ${more}\n`);
  check([
    [
      "three segments, other files and .yml are allowed",
      two("{from: orders.address.zip, to: 'https://c.example/zips.yml#zips.zip'}"),
    ],
    ["files by scheme are allowed", two("{from: orders.id, to: 'file:///c/zips.yaml#schema/zips/properties/zip'}")],
    ["a description is allowed", two("{from: orders.id, to: orders.id, description: self}")],
    [
      "ends of different form",
      two("{from: [orders.id], to: orders.id}"),
      "10:33 error relationship-ends from names a list of 1 and to names one property; name as many on both sides.",
    ],
    [
      "ends of different length",
      two("{from: [orders.id, orders.id], to: [orders.id]}"),
      "10:44 error relationship-ends from names a list of 2 and to names a list of 1; name as many on both sides.",
    ],
    [
      "an object that is not there",
      two("{from: order.id, to: x/y.yaml#a.b}"),
      '10:16 warning unknown-reference The reference "order.id" names no object of this contract; did you mean "orders"?',
    ],
    [
      "a word that is no reference",
      two("{from: orders.id, to: customers}"),
      '10:31 error wrong-form Key "to" is "customers"; expected a reference such as orders.customer_id or schema/orders/properties/customer_id.',
    ],
    [
      "from on a property",
      inSchema("        relationships: [{from: releases.isrc, to: releases.isrc}]\n"),
      '10:26 error unknown-key Key "from" is not known here; on a property the relationship starts at that property; only `to` is written.',
    ],
  ]);
});

describe("extensions", () => {
  const onPort = (value: string, property = "meshgate.uses"): string =>
    product(`inputPorts:\n  - name: a\n    customProperties: [{property: ${property}, value: ${value}}]\n`);
  check([
    [
      "a class that is neither core nor domain",
      product("customProperties: [{property: meshgate.class, value: gold}]\n"),
      '5:54 error extension-value meshgate.class is "gold"; expected core or domain.',
    ],
    [
      "uses as text",
      onPort("orders.id"),
      '7:57 error extension-value meshgate.uses is "orders.id"; expected a list of the fields that are read, such as [orders.customer_id]; leave it out when all are.',
    ],
    [
      "uses as an empty list",
      onPort("[]"),
      "7:57 error extension-value meshgate.uses is an empty list; expected a list of the fields that are read, such as [orders.customer_id]; leave it out when all are.",
    ],
    [
      "expects out of the repository",
      onPort("../x.yaml", "meshgate.expects"),
      '7:60 error extension-value meshgate.expects is "../x.yaml"; expected the path of a contract in this repository, such as expectations/orders.odcs.yaml.',
    ],
    [
      "expects as an address",
      onPort("https://x.example/c.yaml", "meshgate.expects"),
      '7:60 error extension-value meshgate.expects is "https://x.example/c.yaml"; expected the path of a contract in this repository, such as expectations/orders.odcs.yaml.',
    ],
    [
      "external as text",
      onPort('"yes"', "meshgate.external"),
      '7:61 error extension-value meshgate.external is "yes"; expected true or false.',
    ],
    [
      "a listing that no catalogue has",
      product("customProperties: [{property: meshgate.listing, value: hidden}]\n"),
      '5:56 error extension-value meshgate.listing is "hidden"; expected curated or known.',
    ],
    [
      "key figures as text",
      product("customProperties: [{property: meshgate.kpis, value: readers}]\n"),
      '5:53 error extension-value meshgate.kpis is "readers"; expected a list of the numbers in words that show whether the product succeeds.',
    ],
    [
      "an access that nobody grants",
      product(
        "outputPorts:\n  - name: a\n    version: 1.0.0\n    customProperties: [{property: meshgate.access, value: all}]\n",
      ),
      '8:59 error extension-value meshgate.access is "all"; expected open, request or restricted.',
    ],
    [
      "a day of which nobody knows when it is",
      product("customProperties: [{property: meshgate.sunset, value: soon}]\n"),
      '5:55 error extension-value meshgate.sunset is "soon"; expected the day on which it ends, such as 2026-10-01.',
    ],
    ["a day without quotes", product("customProperties: [{property: meshgate.sunset, value: 2026-10-01}]\n")],
    [
      "an unknown extension",
      onPort("1", "meshgate.use"),
      '7:35 warning unknown-extension Meshgate does not know the custom property "meshgate.use"; did you mean meshgate.uses?',
    ],
    [
      "an extension in the wrong place",
      product("customProperties: [{property: meshgate.uses, value: [a.b]}]\n"),
      "5:31 warning misplaced-extension meshgate.uses has no effect on a product; it belongs on an input port.",
    ],
    [
      "an extension twice",
      product(
        "customProperties: [{property: meshgate.class, value: core}, {property: meshgate.class, value: domain}]\n",
      ),
      '5:72 error duplicate-custom-property The custom property "meshgate.class" stands here twice; keep one.',
    ],
    [
      "a custom property twice",
      product("customProperties: [{property: a, value: 1}, {property: a, value: 2}]\n"),
      '5:56 warning duplicate-custom-property The custom property "a" stands here twice; the last value counts, keep one.',
    ],
    [
      "the same property of two vendors",
      product("customProperties: [{property: a, value: 1}, {property: a, value: 2, vendor: x}]\n"),
    ],
  ]);
});

describe("what is allowed but hardly meant", () => {
  check([
    [
      "an address with white space",
      product("support: [{channel: a, url: see the wiki}]\n"),
      '5:29 warning odd-format "url" is "see the wiki"; expected an address or path without white space.',
    ],
    [
      "a relative address, a template, a variable",
      contract(
        "authoritativeDefinitions: [{type: a, url: ../x.md}]\nservers: [{server: a, type: s3, location: 's3://b/{model}/*.json'}, {server: b, type: s3, location: '${BUCKET}'}]\n",
      ),
    ],
    [
      "a date that is none",
      product("team: {members: [{username: a, dateIn: 31.1.2026}]}\nproductCreatedTs: 2026-01-31\n"),
      '5:40 warning odd-format "dateIn" is "31.1.2026"; expected a date such as 2026-01-31.',
      '6:19 warning odd-format "productCreatedTs" is "2026-01-31"; expected a time such as 2026-01-31T08:00:00Z.',
    ],
    [
      "a misspelt key in an open object",
      contract("description: {purpos: x, audience: analysts}\n"),
      '6:15 warning likely-misspelt-key Key "purpos" is allowed here but has no meaning; did you mean "purpose"?',
    ],
    [
      "a misspelt key in a service level of ODCS 3.0",
      contract("slaProperties: [{property: re, value: 1, uni: y}]\n", "v3.0.2"),
      '6:42 warning likely-misspelt-key Key "uni" is allowed here but has no meaning; did you mean "unit"?',
    ],
  ]);
});
