import { expect, test } from "vitest";
import { PRODUCT_RULES } from "../../../src/compat/product/rules/index.ts";
import { axes, differences, line, mirrored } from "./products.ts";

/** Two products in YAML, and what is told of the way from one to the other. */
interface Example {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly told: readonly string[];
}

const product = (lines: string): string => `id: a\n${lines}`;
const custom = (name: string, value: string): string => `customProperties: [{ property: ${name}, value: ${value} }]`;
const output = (...ports: readonly string[]): string => `id: a\noutputPorts: [${ports.join(", ")}]`;
const port = (version: string, more = "", name = "p"): string =>
  `{ name: ${name}, version: ${version}${more === "" ? "" : `, ${more}`} }`;
const input = (...ports: readonly string[]): string => `id: a\ninputPorts: [${ports.join(", ")}]`;
const managed = (more = ""): string => `id: a\nmanagementPorts: [{ name: m, content: control${more} }]`;
const status = (text: string): string => product(`status: ${text}`);
const member = (name: string, role = "owner"): string => `{ username: ${name}, role: ${role} }`;
const team = (...members: readonly string[]): string => product(`team: { members: [${members.join(", ")}] }`);
const support = (...names: readonly string[]): string =>
  product(`support: [${names.map((name) => `{ channel: ${name} }`).join(", ")}]`);

const EXAMPLES: readonly Example[] = [
  // The product as a whole
  { title: "a product comes", before: "", after: "id: a", told: ["product.added ok ok safe minor"] },
  { title: "a product goes", before: "id: a", after: "", told: ["product.removed broken ok breaking major"] },
  {
    title: "a product that was retired goes",
    before: status("retired"),
    after: "",
    told: ["product.removed ok ok safe minor"],
  },
  { title: "another id", before: "id: a", after: "id: b", told: ["product.id.changed broken broken breaking major"] },
  {
    title: "another id, with the one that it had",
    before: "id: a",
    after: `id: b\n${custom("meshgate.renamedFrom", "a")}`,
    told: ["product.renamed unknown unknown risky minor"],
  },
  {
    title: "another id, with one that it never had",
    before: "id: a",
    after: `id: b\n${custom("meshgate.renamedFrom", "c")}`,
    told: ["product.id.changed broken broken breaking major"],
  },
  {
    title: "a draft becomes a product",
    before: status("draft"),
    after: status("active"),
    told: ["product.status.activated ok broken safe minor"],
  },
  {
    title: "a product becomes a proposal again",
    before: status("active"),
    after: status("proposed"),
    told: ["product.status.withdrawn broken ok breaking major"],
  },
  {
    title: "a product whose status is not said becomes a draft",
    before: "id: a",
    after: status("draft"),
    told: ["product.status.withdrawn broken ok breaking major"],
  },
  {
    title: "a product is retired",
    before: status("active"),
    after: status("retired"),
    told: ["product.status.retired broken ok breaking major"],
  },
  {
    title: "a deprecated product is retired",
    before: status("deprecated"),
    after: status("Retired"),
    told: ["product.status.retired broken ok breaking major"],
  },
  {
    title: "a retired product comes back as a draft",
    before: status("retired"),
    after: status("draft"),
    told: ["product.status.revived ok broken safe minor"],
  },
  {
    title: "a status of somebody's own",
    before: status("active"),
    after: status("production"),
    told: ["product.status.changed unknown unknown risky minor"],
  },
  {
    title: "a status of somebody's own is deprecated",
    before: status("production"),
    after: status("deprecated"),
    told: ["product.deprecated.added ok ok safe minor"],
  },
  {
    title: "a draft is proposed",
    before: status("draft"),
    after: status("proposed"),
    told: ["product.status.rewritten ok ok docs patch"],
  },
  {
    title: "that it is active is written out",
    before: "id: a",
    after: status("active"),
    told: ["product.status.rewritten ok ok docs patch"],
  },
  { title: "a status in other letters", before: status("' Active '"), after: status("active"), told: [] },
  {
    title: "a product is deprecated",
    before: status("active"),
    after: status("deprecated"),
    told: ["product.deprecated.added ok ok safe minor"],
  },
  {
    title: "a product is deprecated by its flag",
    before: "id: a",
    after: product("deprecated: true"),
    told: ["product.deprecated.added ok ok safe minor"],
  },
  {
    title: "a product is deprecated by its flag, then by its status",
    before: product("status: active\ndeprecated: true"),
    after: status("deprecated"),
    told: ["product.status.rewritten ok ok docs patch"],
  },
  {
    title: "a draft is deprecated",
    before: status("draft"),
    after: status("deprecated"),
    told: ["product.deprecated.added ok ok safe minor", "product.status.activated ok broken safe minor"],
  },
  {
    title: "a day on which it ends",
    before: "id: a",
    after: product(custom("meshgate.sunset", "2026-10-01")),
    told: ["product.sunset.announced ok ok safe minor"],
  },
  {
    title: "it ends earlier",
    before: product(custom("meshgate.sunset", "2026-10-02")),
    after: product(custom("meshgate.sunset", "2026-10-01")),
    told: ["product.sunset.earlier broken ok breaking major"],
  },
  {
    title: "the same day as an instant",
    before: product(custom("meshgate.sunset", "'2026-10-01T02:00:00+01:00'")),
    after: product(custom("meshgate.sunset", "2026-10-01")),
    told: [],
  },
  {
    title: "it ends soon",
    before: product(custom("meshgate.sunset", "2026-10-01")),
    after: product(custom("meshgate.sunset", "soon")),
    told: ["product.sunset.unclear unknown unknown risky minor"],
  },
  {
    title: "another domain",
    before: product("domain: album"),
    after: product("domain: artist"),
    told: ["product.domain.changed unknown unknown risky minor"],
  },
  {
    title: "another tenant",
    before: product("tenant: x"),
    after: product("tenant: y"),
    told: ["product.tenant.changed unknown unknown risky minor"],
  },
  {
    title: "another owner",
    before: team(member("ann")),
    after: team(member("bob")),
    told: ["product.owner.changed ok ok docs patch"],
  },
  {
    title: "no owner",
    before: team(member("ann")),
    after: team(),
    told: ["product.owner.lost ok ok risky patch"],
  },
  {
    title: "one more in the team",
    before: team(member("ann")),
    after: team(member("bob", "steward"), member("ann")),
    told: ["product.team.changed ok ok docs patch"],
  },
  {
    title: "the team of 0.9 in the form of 1.0, in another order",
    before: product(`team: [${member("ann")}, ${member("bob")}]`),
    after: team(member("bob"), member("ann")),
    told: [],
  },
  {
    title: "the last channel goes",
    before: support("x"),
    after: "id: a",
    told: ["product.support.lost ok ok risky patch"],
  },
  {
    title: "another channel",
    before: support("x", "y"),
    after: support("z", "y"),
    told: ["product.support.changed ok ok docs patch"],
  },
  { title: "channels in another order", before: support("x", "y"), after: support("y", "x"), told: [] },
  {
    title: "a product is core",
    before: product(custom("meshgate.class", "domain")),
    after: product(custom("meshgate.class", "core")),
    told: ["product.core.added ok ok safe minor"],
  },
  {
    title: "other terms",
    before: product("description: { purpose: x, usage: y }"),
    after: product("description: { purpose: x, usage: z }"),
    told: ["product.terms.changed ok ok docs patch"],
  },
  {
    title: "other words",
    before: product("name: x\ntags: [x, y]\ndescription: { authoritativeDefinitions: [{ url: x }] }"),
    after: product("name: y\ntags: [y, x]\ndescription: { authoritativeDefinitions: [{ url: y }] }"),
    told: ["product.words.changed ok ok docs patch"],
  },
  {
    title: "a custom property",
    before: "id: a",
    after: product(custom("pii", "true")),
    told: ["product.custom.changed ok ok docs patch"],
  },
  {
    title: "a custom property that says what values mean",
    before: product(custom("currency", "EUR")),
    after: product(custom("currency", "USD")),
    told: ["product.meaning.changed unknown unknown risky minor"],
  },
  {
    title: "the version of the standard and of the product, nothing else",
    before: product("apiVersion: v0.9.0\nversion: 1.0.0"),
    after: product("apiVersion: v1.1.0\nversion: 1.0.1"),
    told: [],
  },

  // Output ports
  {
    title: "an output port comes",
    before: output(),
    after: output(port("1.0.0")),
    told: ["outputPort.added ok ok safe minor"],
  },
  {
    title: "the next major version comes beside the one before",
    before: output(port("1.2.0")),
    after: output(port("1.2.0"), port("2.0.0")),
    told: ["outputPort.version.added ok ok safe minor"],
  },
  {
    title: "the next major version comes instead of the one before",
    before: output(port("1.2.0")),
    after: output(port("2.0.0")),
    told: ["outputPort.version.added ok ok safe minor", "outputPort.version.removed broken ok breaking major"],
  },
  {
    title: "the next major version comes instead of the one before, under the same id",
    before: output(port("1.2.0", "id: x")),
    after: output(port("2.0.0", "id: x")),
    told: ["outputPort.version.replaced broken broken breaking major"],
  },
  {
    title: "an output port goes",
    before: output(port("1.0.0", "deprecated: true")),
    after: output(),
    told: ["outputPort.removed broken ok breaking major"],
  },
  {
    title: "an output port has another name, by its id",
    before: output(port("1.0.0", "id: x")),
    after: output(port("1.0.0", "id: x", "q")),
    told: ["outputPort.renamed broken broken breaking major"],
  },
  {
    title: "an output port has another name, and says which it had",
    before: output(port("1.0.0")),
    after: output(port("1.1.0", custom("meshgate.renamedFrom", "p"), "q")),
    told: ["outputPort.renamed broken broken breaking major", "outputPort.version.raised ok ok safe minor"],
  },
  {
    title: "two ports exchange their names and say nothing",
    before: output(port("1.0.0", "type: topic"), port("1.0.0", "type: api", "q")),
    after: output(port("1.0.0", "type: topic", "q"), port("1.0.0", "type: api")),
    told: [
      "outputPort.type.changed broken broken breaking major",
      "outputPort.type.changed broken broken breaking major",
    ],
  },
  {
    title: "a name that it had, but that is still there",
    before: output(port("1.0.0")),
    after: output(port("1.0.0"), port("1.0.0", custom("meshgate.renamedFrom", "p"), "q")),
    told: ["outputPort.added ok ok safe minor"],
  },
  {
    title: "each port goes with the nearest version of its line",
    before: output(port("1.0.0"), port("2.0.0"), port("1.4.0")),
    after: output(port("2.1.0"), port("1.4.1")),
    told: [
      "outputPort.version.raised ok ok docs patch",
      "outputPort.version.raised ok ok safe minor",
      "outputPort.version.removed broken ok breaking major",
    ],
  },
  {
    title: "a later version",
    before: output(port("v1.0.9")),
    after: output(port("1.0.10")),
    told: ["outputPort.version.raised ok ok docs patch"],
  },
  {
    title: "an earlier version",
    before: output(port("1.2.0")),
    after: output(port("1.1.9")),
    told: ["outputPort.version.lowered ok ok risky minor"],
  },
  {
    title: "the same version in other letters",
    before: output(port("v1")),
    after: output(port("1.0.0")),
    told: ["outputPort.version.restated ok ok docs patch"],
  },
  {
    title: "a version of which nobody knows the line",
    before: output(port("2026-01")),
    after: output(port("2026-02")),
    told: ["outputPort.version.unclear unknown unknown risky minor"],
  },
  {
    title: "a version of no known line goes beside one that stays",
    before: output(port("2026-01"), port("2026-02")),
    after: output(port("2026-02"), port("2026-03")),
    told: ["outputPort.version.added ok ok safe minor", "outputPort.version.removed broken ok breaking major"],
  },
  {
    title: "a port gets a version",
    before: output("{ name: p }"),
    after: output(port("1.0.0")),
    told: ["outputPort.version.unclear unknown unknown risky minor"],
  },
  {
    title: "a port keeps a contract",
    before: output(port("1.0.0")),
    after: output(port("1.0.0", "contractId: c")),
    told: ["outputPort.contract.added ok broken safe minor"],
  },
  {
    title: "a port keeps another contract",
    before: output(port("1.0.0", "contractId: c")),
    after: output(port("1.0.0", "contractId: d")),
    told: ["outputPort.contract.changed unknown unknown breaking major"],
  },
  {
    title: "a port is of another type",
    before: output(port("1.0.0", "type: tables")),
    after: output(port("1.0.0", "type: topic")),
    told: ["outputPort.type.changed broken broken breaking major"],
  },
  {
    title: "a table that becomes a view",
    before: output(port("1.0.0", "type: tables")),
    after: output(port("1.0.0", "type: View")),
    told: ["outputPort.type.changed unknown unknown risky minor"],
  },
  {
    title: "a view that becomes a table",
    before: output(port("1.0.0", "type: view")),
    after: output(port("1.0.0", "type: table")),
    told: ["outputPort.type.changed unknown unknown risky minor"],
  },
  {
    title: "a view that becomes a topic",
    before: output(port("1.0.0", "type: view")),
    after: output(port("1.0.0", "type: topic")),
    told: ["outputPort.type.changed broken broken breaking major"],
  },
  {
    title: "the type in the plural and in other letters",
    before: output(port("1.0.0", "type: Table")),
    after: output(port("1.0.0", "type: tables")),
    told: [],
  },
  {
    title: "the type is said",
    before: output(port("1.0.0")),
    after: output(port("1.0.0", "type: tables")),
    told: ["outputPort.type.added ok unknown safe minor"],
  },
  {
    title: "another class of interface",
    before: output(port("1.0.0", custom("meshgate.interfaceClass", "sql"))),
    after: output(port("1.0.0", custom("meshgate.interfaceClass", "stream"))),
    told: ["outputPort.interfaceClass.changed broken broken breaking major"],
  },
  {
    title: "the class of interface is said",
    before: output(port("1.0.0")),
    after: output(port("1.0.0", custom("meshgate.interfaceClass", "sql"))),
    told: ["outputPort.interfaceClass.added ok unknown safe minor"],
  },
  {
    title: "fewer may read",
    before: output(port("1.0.0", custom("meshgate.access", "open"))),
    after: output(port("1.0.0", custom("meshgate.access", "request"))),
    told: ["outputPort.access.tightened unknown ok risky minor"],
  },
  {
    title: "everybody may read what nothing was said of",
    before: output(port("1.0.0")),
    after: output(port("1.0.0", custom("meshgate.access", "open"))),
    told: ["outputPort.access.loosened ok unknown safe minor"],
  },
  {
    title: "whom one has to ask now",
    before: output(port("1.0.0")),
    after: output(port("1.0.0", custom("meshgate.access", "request"))),
    told: ["outputPort.access.unclear unknown unknown risky minor"],
  },
  {
    title: "a port is guarded more",
    before: output(port("1.0.0", custom("meshgate.privacyLevel", "internal"))),
    after: output(port("1.0.0", custom("meshgate.privacyLevel", "restricted"))),
    told: ["outputPort.privacyLevel.raised unknown ok risky minor"],
  },
  {
    title: "a port is guarded in words that nobody knows",
    before: output(port("1.0.0", custom("meshgate.privacyLevel", "internal"))),
    after: output(port("1.0.0", custom("meshgate.privacyLevel", "c3"))),
    told: ["outputPort.privacyLevel.changed unknown unknown risky minor"],
  },
  {
    title: "other inputs feed a port",
    before: output(port("1.0.0", "inputContracts: [{ id: x, version: 1.0.0 }]")),
    after: output(port("1.0.0", "inputContracts: [{ id: x, version: 2.0.0 }]")),
    told: ["outputPort.inputContracts.changed ok ok safe minor"],
  },
  {
    title: "the same inputs in another order",
    before: output(port("1.0.0", "inputContracts: [{ id: x, version: 1 }, { id: y, version: 1 }]")),
    after: output(port("1.0.0", "inputContracts: [{ id: y, version: 1 }, { id: x, version: 1 }]")),
    told: [],
  },
  {
    title: "a port is deprecated",
    before: output(port("1.0.0", "deprecated: false")),
    after: output(port("1.0.0", "deprecated: true")),
    told: ["outputPort.deprecated.added ok ok safe minor"],
  },
  {
    title: "that it is not deprecated is written out",
    before: output(port("1.0.0")),
    after: output(port("1.0.0", "deprecated: false")),
    told: [],
  },
  {
    title: "a day on which a port ends",
    before: output(port("1.0.0")),
    after: output(port("1.0.0", custom("meshgate.sunset", "2026-10-01"))),
    told: ["outputPort.sunset.announced ok ok safe minor"],
  },
  {
    title: "a port ends earlier",
    before: output(port("1.0.0", custom("meshgate.sunset", "2026-10-01"))),
    after: output(port("1.0.0", custom("meshgate.sunset", "2026-09-30"))),
    told: ["outputPort.sunset.earlier broken ok breaking major"],
  },
  {
    title: "a port ends on no day",
    before: output(port("1.0.0")),
    after: output(port("1.0.0", custom("meshgate.sunset", "2026-02-30"))),
    told: ["outputPort.sunset.unclear unknown unknown risky minor"],
  },
  {
    title: "other words of a port",
    before: output(port("1.0.0", "description: x, sbom: [{ url: x }]")),
    after: output(port("1.0.0", "description: y, sbom: [{ url: x }]")),
    told: ["outputPort.words.changed ok ok docs patch"],
  },
  {
    title: "custom properties of a port",
    before: output(
      port("1.0.0", "customProperties: [{ property: timezone, value: UTC }, { property: x, value: [1] }]"),
    ),
    after: output(port("1.0.0", "customProperties: [{ property: timezone, value: CET }, { property: x, value: [2] }]")),
    told: ["outputPort.custom.changed ok ok docs patch", "outputPort.meaning.changed unknown unknown risky minor"],
  },

  // Input ports
  {
    title: "an input port comes",
    before: input(),
    after: input(port("1")),
    told: ["inputPort.added ok ok safe minor"],
  },
  {
    title: "an input port goes",
    before: input(port("1"), port("2")),
    after: input(port("2")),
    told: ["inputPort.removed ok ok safe minor"],
  },
  {
    title: "an input port has another name",
    before: input(port("1", "id: x")),
    after: input(port("1", "id: x", "q")),
    told: ["inputPort.renamed ok ok docs patch"],
  },
  {
    title: "an input port reads the next major version",
    before: input(port("1.0.0")),
    after: input(port("2.0.0")),
    told: ["inputPort.repinned ok ok safe minor"],
  },
  {
    title: "an input port reads another contract",
    before: input(port("1.0.0", "contractId: c")),
    after: input(port("1.0.0", "contractId: d")),
    told: ["inputPort.contract.changed ok ok safe minor"],
  },
  {
    title: "an input port reads other fields",
    before: input(port("1.0.0", custom("meshgate.uses", "[x.y, x.z]"))),
    after: input(port("1.0.0", custom("meshgate.uses", "[x.z]"))),
    told: ["inputPort.uses.changed ok ok docs patch"],
  },
  {
    title: "an input port reads the same fields in another order",
    before: input(port("1.0.0", custom("meshgate.uses", "[x.y, x.z]"))),
    after: input(port("1.0.0", custom("meshgate.uses", "[x.z, x.y]"))),
    told: [],
  },
  {
    title: "an input port says what it expects",
    before: input(port("1.0.0")),
    after: input(port("1.0.0", custom("meshgate.expects", "x.odcs.yaml"))),
    told: ["inputPort.expects.changed ok ok docs patch"],
  },
  {
    title: "an input port reads from outside",
    before: input(port("1.0.0")),
    after: input(port("1.0.0", custom("meshgate.external", "true"))),
    told: ["inputPort.external.changed ok ok docs patch"],
  },
  {
    title: "an input port is deprecated",
    before: input(port("1.0.0")),
    after: input(port("1.0.0", "deprecated: true")),
    told: ["inputPort.words.changed ok ok docs patch"],
  },
  {
    title: "a custom property of an input port",
    before: input(port("1.0.0")),
    after: input(port("1.0.0", custom("x", "1"))),
    told: ["inputPort.custom.changed ok ok docs patch"],
  },

  // Management ports
  {
    title: "a management port comes",
    before: "id: a",
    after: managed(),
    told: ["managementPort.added ok ok safe minor"],
  },
  {
    title: "a management port goes",
    before: managed(),
    after: "id: a",
    told: ["managementPort.removed unknown ok risky minor"],
  },
  {
    title: "a management port has another name",
    before: managed(", id: x"),
    after: managed(", id: x").replace("name: m", "name: n"),
    told: ["managementPort.renamed unknown unknown risky minor"],
  },
  {
    title: "a management port is reached elsewhere",
    before: managed(", url: 'https://daff.example/a'"),
    after: managed(", url: 'https://daff.example/b', type: rest"),
    told: ["managementPort.interface.changed unknown unknown risky minor"],
  },
  {
    title: "other words of a management port",
    before: managed(),
    after: managed(", description: x"),
    told: ["managementPort.words.changed ok ok docs patch"],
  },
  {
    title: "a custom property of a management port",
    before: managed(),
    after: managed(`, ${custom("x", "1")}`),
    told: ["managementPort.custom.changed ok ok docs patch"],
  },
];

test.each(EXAMPLES)("$title", ({ before, after, told }) => {
  const forth = differences(before, after);
  expect(forth.map(line).sort()).toEqual([...told].sort());
  expect(differences(after, before).map(axes).sort()).toEqual(forth.map(mirrored).sort());
  expect(forth.flatMap(({ message, remedy }) => [message, remedy]).filter((text) => !text.endsWith("."))).toEqual([]);
});

test("every rule has an example, forth or back", () => {
  const told = EXAMPLES.flatMap(({ before, after }) => [...differences(before, after), ...differences(after, before)]);
  const ids = new Set(told.map(({ ruleId }) => ruleId));
  expect(PRODUCT_RULES.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
});

test("rules are each other's mirror, of one level and one row", () => {
  const broken = PRODUCT_RULES.filter((rule) => {
    const mirror = PRODUCT_RULES.find(({ id }) => id === rule.mirror);
    return mirror?.mirror !== rule.id || mirror.level !== rule.level || mirror.facet !== rule.facet;
  });
  expect(broken.map(({ id }) => id)).toEqual([]);
  expect(new Set(PRODUCT_RULES.map(({ id }) => id)).size).toBe(PRODUCT_RULES.length);
});
