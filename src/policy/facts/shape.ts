import { AXIS_STATES, BUMPS, CLASSES, DIRECTIONS, FACETS, PRODUCT_FACETS } from "../../model/compatibility.ts";
import type { Facet } from "../../model/compatibility.ts";
import type { SubjectKind } from "../../model/finding.ts";

/**
 * What a policy may read beside the names of the standards. One row per fact that the engine derives, or reads in its
 * own way; everything else stands under the name that the standard gives it. docs/reference/facts.md is made from it.
 */
export interface FactRow {
  /** From the subject, or from the root for `common`. `[*]` is each element of a list, `*` a name that the author chose. */
  readonly path: string;
  readonly type: "text" | "boolean" | "number" | "date" | "object" | "list" | "texts" | "any" | readonly string[];
  readonly about: string;
  /** When there is no such fact. Without it the fact is there wherever what it stands in is. */
  readonly absent?: string;
  /** The standard has the name; the row says how it is read. */
  readonly standard?: true;
  /** Where the standard's names of an element come from: `schema[*].properties[*]`. */
  readonly like?: string;
  /** How its text is written, whatever the author wrote. */
  readonly case?: "lower";
}

const NO_STATUS = "none is declared";
const NO_VERSION = "the port has none";
const NO_CLASSIFICATION = "no field has a classification of the guild";
const NO_BASE = "nothing is compared";

function below(prefix: string, rows: readonly FactRow[]): readonly FactRow[] {
  return rows.map((row) => ({ ...row, path: `${prefix}.${row.path}` }));
}

const CUSTOM: readonly FactRow[] = [
  { path: "custom", type: "object", about: "The custom properties by name." },
  {
    path: "custom.*",
    type: "any",
    about: "The value of a custom property; of one given twice, the last.",
    absent: "it is not given",
  },
];

/** What an atomic change of a contract or product says; see docs/reference/compatibility.md. */
const changes = (facets: readonly Facet[]): readonly FactRow[] => [
  {
    path: "changes",
    type: "list",
    about: "The atomic changes since base, the worst first, see [compatibility](compatibility.md).",
    absent: NO_BASE,
  },
  ...below("changes[*]", [
    { path: "rule", type: "text", about: "Id of the compatibility rule that tells of it, such as `field.removed`." },
    { path: "path", type: "text", about: "What changes, by names: `/schema[orders]/properties[email]`." },
    { path: "kind", type: ["add", "remove", "change", "rename"], about: "What happens to it." },
    { path: "facet", type: facets, about: "What it is about." },
    { path: "direction", type: DIRECTIONS, about: "What becomes of the promise." },
    {
      path: "class",
      type: CLASSES,
      about: "What it means in the end: under profile and mode, for those who read, after what was announced.",
    },
    {
      path: "byItself",
      type: CLASSES,
      about: "What it would mean if nobody knew who reads and nothing had been announced.",
    },
    {
      path: "eased",
      type: ["no-reader", "announced"],
      about: "Why it weighs less than by itself.",
      absent: "it does not",
    },
    { path: "enforced", type: "boolean", about: "See `change.compatibility.enforced`." },
    { path: "bump", type: BUMPS.filter((bump) => bump !== "none"), about: "What it asks of the version." },
    { path: "against", type: "text", about: "The version that it was compared with." },
    { path: "message", type: "text", about: "What happens, in a sentence." },
    { path: "remedy", type: "text", about: "What to do instead, in a sentence." },
    { path: "consumer", type: AXIS_STATES, about: "Whether what arrives still satisfies what was promised." },
    { path: "producer", type: AXIS_STATES, about: "Whether what exists satisfies what is promised now." },
    { path: "hits", type: "texts", about: "Ids of the readers that it hits." },
    { path: "unknowns", type: "texts", about: "Ids of the readers of whom nobody can tell." },
    { path: "misses", type: "texts", about: "Ids of the readers that do not read what changes." },
    { path: "impact", type: "text", about: "Whom it hits and may hit, in a sentence." },
    { path: "owners", type: "texts", about: "Who answers for the readers that it hits or may hit." },
    { path: "domains", type: "texts", about: "Domains of the readers that it hits or may hit." },
    { path: "review", type: "texts", about: "Who has to look at it besides: `privacy`, `legal`." },
    {
      path: "announced",
      type: "date",
      about: "The day on which the end of what it takes away was announced on the default branch.",
      absent: "nothing was announced, or nothing is taken away",
    },
    {
      path: "removableFrom",
      type: "date",
      about: "The first day on which it may go.",
      absent: "nothing was announced, or nothing is taken away",
    },
    {
      path: "noticeIsOver",
      type: "boolean",
      about: "Whether it may go by now.",
      absent: "nothing is taken away",
    },
  ]),
];

const SUNSETS: readonly FactRow[] = [
  {
    path: "sunsets",
    type: "list",
    about: "What is wrong with the days (`meshgate.sunset`) on which it or a part of it ends.",
    absent: NO_BASE,
  },
  ...below("sunsets[*]", [
    {
      path: "kind",
      type: ["missing", "early", "unreadable"],
      about:
        "`missing`: what is deprecated says no day; `early`: its notice is not over by then; `unreadable`: it is no day.",
    },
    { path: "name", type: "text", about: "What ends, as readers name it; empty: the whole." },
    { path: "sunset", type: "text", about: "As it is written; empty: it is not." },
    { path: "least", type: "date", about: "The first day that would do." },
    { path: "message", type: "text", about: "What is wrong, in a sentence." },
    { path: "remedy", type: "text", about: "What to write, in a sentence." },
  ]),
];

/** Products, consumers and contracts. */
const DESCRIPTOR: readonly FactRow[] = [
  ...CUSTOM,
  { path: "file", type: "text", about: "Path of the descriptor in the repository." },
  {
    path: "status",
    type: "text",
    about: "The status in lower case, without space around it.",
    case: "lower",
    absent: NO_STATUS,
    standard: true,
  },
  {
    path: "domain",
    type: "text",
    about:
      "The governing domain: by path and guild.yaml, whatever the descriptor says; of a contract outside of every domain that of the product that publishes it.",
    absent: "no domain of the guild claims the path",
    standard: true,
  },
  {
    path: "team",
    type: "object",
    about: "Always an object: the older list of members stands under `members`.",
    absent: "none is declared",
    standard: true,
  },
  {
    path: "twins",
    type: "texts",
    about: "Other files that declare the same id; for a contract, the same id and version.",
  },
  {
    path: "lookalikes",
    type: "texts",
    about:
      "Ids of the same kind that a person would take for this one: other case, `0` for `o`, letters of another alphabet.",
  },
];

/** The service levels of a contract that somebody reads or hands out. */
const SLA: readonly FactRow[] = [
  {
    path: "sla",
    type: "object",
    about: "The service levels of the contract by the standard's name, see `contract.sla`.",
  },
  { path: "sla.*", type: "object", about: "A service level.", absent: "it is not given" },
  { path: "sla.*.value", type: "any", about: "Its value." },
  { path: "sla.*.unit", type: "text", about: "Its unit.", absent: "it has none" },
  {
    path: "sla.*.duration",
    type: "text",
    about: "Value and unit as an ISO 8601 duration.",
    absent: "they are not a length of time",
  },
];

const UPSTREAM: readonly FactRow[] = [
  { path: "product", type: "text", about: "Id of the product." },
  { path: "port", type: "text", about: "Its output port." },
  { path: "version", type: "text", about: "Version of that port.", absent: NO_VERSION },
  {
    path: "tier",
    type: ["exact", "same-major", "id-only"],
    about: "How closely the versions agree; `id-only`: the majors differ, or a version is missing.",
  },
  {
    path: "domain",
    type: "text",
    about: "Governing domain of the product.",
    absent: "no domain of the guild claims the path",
  },
  { path: "status", type: "text", about: "Status of the product, in lower case.", case: "lower", absent: NO_STATUS },
  {
    path: "deprecated",
    type: "boolean",
    about: "Whether the product, the port or the contract is deprecated, or the contract is retired.",
  },
  { path: "class", type: ["core", "domain"], about: "Class of the product." },
  {
    path: "classification",
    type: "text",
    about: "The most sensitive classification of the fields that are read.",
    absent: NO_CLASSIFICATION,
  },
  {
    path: "unclassified",
    type: "texts",
    about: "Paths of the fields that are read and have no classification of the guild, nor stand below one that has.",
  },
  ...SLA.map((row) => (row.path === "sla" ? { ...row, absent: "the contract is not found" } : row)),
  { path: "uses", type: "list", about: "The declared uses, one by one." },
  { path: "uses[*].field", type: "text", about: "The `object.field` path." },
  { path: "uses[*].known", type: "boolean", about: "Whether the contract has such an object or field." },
  {
    path: "uses[*].deprecated",
    type: "boolean",
    about: "Whether that object or field, or what it stands in, is deprecated.",
  },
  { path: "uses[*].product", type: "text", about: "Id of the product." },
  { path: "uses[*].port", type: "text", about: "Its output port." },
  { path: "uses[*].contract", type: "text", about: "Id of the contract of that port." },
  {
    path: "uses[*].within",
    type: "texts",
    about:
      "The field and all that it stands in, by every name of it, as `reads` of an input port writes them, and `*`.",
  },
  {
    path: "unmet",
    type: "list",
    about: "What the reader expects by a contract of its own (`meshgate.expects`) and does not get.",
  },
  { path: "unmet[*].path", type: "text", about: "What it is about, by names." },
  { path: "unmet[*].message", type: "text", about: "What is otherwise than expected, in a sentence." },
];

const INPUT_PORT: readonly FactRow[] = [
  ...CUSTOM,
  {
    path: "uses",
    type: "texts",
    about: "The `object.field` paths that are read: `meshgate.uses`.",
    absent: "nothing is declared, which counts as everything",
  },
  {
    path: "reads",
    type: "texts",
    about:
      "The same without the marks of lists and wholes: `tracks.credits.role`, `tracks`. Where nothing is declared the objects of the contract; `*` where that is not found.",
  },
  {
    path: "expectation",
    type: ["found", "missing"],
    about: "Whether the file that `meshgate.expects` names holds a contract.",
    absent: "it names none",
  },
  {
    path: "resolution",
    type: ["exact", "same-major", "id-only", "ambiguous", "dangling", "external", "self"],
    about:
      "How the port finds what it reads. `ambiguous`: several products fit equally well. `dangling`: no product publishes the contract. `external`: the source is outside the mesh. `self`: the product itself publishes it.",
  },
  {
    path: "published",
    type: "texts",
    about: "The same output ports in words: `album.tracks port tracks version 2.0.0`.",
  },
  { path: "upstreams", type: "list", about: "Every output port that this port reads." },
  ...below("upstreams[*]", UPSTREAM),
];

/** Products and consumers. */
const READER: readonly FactRow[] = [
  ...DESCRIPTOR,
  { path: "declaredDomain", type: "text", about: "The domain as the descriptor says it.", absent: "it says none" },
  { path: "domainKnown", type: "boolean", about: "Whether a domain of the guild claims the path." },
  { path: "owners", type: "texts", about: "Who is accountable: the team by name, then `namedOwners`." },
  {
    path: "namedOwners",
    type: "texts",
    about:
      "Members with an owner role, such as `owner` or `Data Product Owner`, who have not left by `asOf`. A `former owner` is none.",
  },
  {
    path: "activeMembers",
    type: "texts",
    about: "Members of the team, by username, who have not left by `asOf`.",
  },
  {
    path: "domainOwners",
    type: "texts",
    about: "Who answers for the governing domain, by guild.yaml.",
    absent: "no domain of the guild claims the path",
  },
  { path: "inputPorts", type: "list", about: "Always a list; empty when nothing is read.", standard: true },
  ...below("inputPorts[*]", INPUT_PORT),
];

const OUTPUT_PORT: readonly FactRow[] = [
  ...CUSTOM,
  {
    path: "interfaceClass",
    type: "text",
    about: "How data is handed out, such as `sql` or `stream`: `meshgate.interfaceClass`.",
    absent: "it is not declared",
  },
  {
    path: "contractResolution",
    type: ["exact", "same-major", "id-only", "missing", "none"],
    about: "How the contract is found. `missing`: one is named and not in the mesh. `none`: none is named.",
  },
  { path: "contract", type: "object", about: "The contract that governs the port.", absent: "it is not found" },
  { path: "contract.id", type: "text", about: "Its id." },
  { path: "contract.version", type: "text", about: "Its version." },
  { path: "contract.status", type: "text", about: "Its status, in lower case.", case: "lower", absent: NO_STATUS },
  { path: "contract.file", type: "text", about: "Its path in the repository." },
  {
    path: "contract.classification",
    type: "text",
    about: "The most sensitive classification of its fields.",
    absent: NO_CLASSIFICATION,
  },
  ...below("contract", SLA),
  {
    path: "inputClassification",
    type: "text",
    about:
      "The most sensitive classification of what feeds the port: all inputs, or those that its `inputContracts` name when each entry names one.",
    absent: NO_CLASSIFICATION,
  },
];

const PRODUCT: readonly FactRow[] = [
  ...READER,
  { path: "class", type: ["core", "domain"], about: "`meshgate.class`; `domain` when it is not declared." },
  { path: "outputPorts", type: "list", about: "Always a list; empty when nothing is published.", standard: true },
  ...below("outputPorts[*]", OUTPUT_PORT),
  {
    path: "classification",
    type: "text",
    about: "The most sensitive classification of all its output ports.",
    absent: NO_CLASSIFICATION,
  },
  { path: "graph", type: "object", about: "The neighbours, and where in the flow of data it stands." },
  { path: "graph.consumers", type: "texts", about: "Products and consumers that read it directly." },
  { path: "graph.consumingDomains", type: "texts", about: "Their domains." },
  { path: "graph.otherDomains", type: "texts", about: "Their domains without the product's own." },
  { path: "graph.downstreams", type: "texts", about: "Products that read it directly." },
  { path: "graph.upstreams", type: "texts", about: "Products that it reads directly." },
  {
    path: "graph.depth",
    type: "number",
    about: "How many products data passes through at most before it comes here; those of a circle count as one.",
  },
  { path: "graph.inCycle", type: "boolean", about: "Whether it reads itself by way of others." },
  ...changes(PRODUCT_FACETS),
  ...SUNSETS,
  {
    path: "removedOutputPorts",
    type: "list",
    about: "Output ports, by name and version, that base had and head has not.",
    absent: NO_BASE,
  },
  { path: "removedOutputPorts[*].name", type: "text", about: "Name of the port." },
  { path: "removedOutputPorts[*].version", type: "text", about: "Its version.", absent: NO_VERSION },
  {
    path: "removedOutputPorts[*].continued",
    type: "boolean",
    about: "Whether a port of the same name goes on handing out the same contract, in another version.",
  },
  { path: "removedOutputPorts[*].deprecated", type: "boolean", about: "Whether the port was deprecated at base." },
  {
    path: "removedOutputPorts[*].class",
    type: CLASSES,
    about: "What its end means for those who read it, see `changes[*].class`.",
    absent: "another version goes on with its promise",
  },
  {
    path: "removedOutputPorts[*].status",
    type: "text",
    about: "Status of the product at base, in lower case.",
    case: "lower",
    absent: NO_STATUS,
  },
];

const FIELD: readonly FactRow[] = [
  { path: "object", type: "text", about: "Name of the schema object that the field stands in." },
  {
    path: "path",
    type: "text",
    about: "Names from the object down to the field: `orders.address.zip`; `[]` for elements of a list or map.",
  },
  { path: "leaf", type: "boolean", about: "Whether no field stands below it." },
  ...CUSTOM,
  {
    path: "personal",
    type: "boolean",
    about:
      "Whether it is marked as personal data: a tag or the classification `personal`, `personal-data`, `personal data` or `pii`, or a custom property `personal`, `pii` or `meshgate.personal` that is true or says `yes`, `y`, `1` or `true`; all in any case.",
  },
  {
    path: "snakeName",
    type: "text",
    about:
      "Its name in lower case with `_` between the words: `customer_email` for `customerEmail`, `Customer-Email` and `CUSTOMER_EMAIL`.",
    case: "lower",
  },
  {
    path: "term",
    type: "text",
    about: "Address of the first of its `authoritativeDefinitions` of type `businessDefinition`.",
    absent: "it links none",
  },
  {
    path: "invalidExamples",
    type: "texts",
    about:
      "Those of its `examples` that its `logicalType`, `logicalTypeOptions` and `enum` do not allow. A text that can be read as the type is of it.",
    absent: "there is no example, or no type that examples can be held against",
  },
  {
    path: "lifelikeExamples",
    type: "texts",
    about:
      "Texts anywhere in its `examples` that look like a real mail address, telephone or account number, each with which: `ada@daff.se (mail address)`. Not those that are kept for examples: mail at example.com or below `.example`, numbers for films, accounts with the check digits 00.",
    absent: "there is no example",
  },
  {
    path: "before",
    type: "object",
    about:
      "The field as it was at base: that of its path, else of its stable id, else of the name it had (`meshgate.renamedFrom`), else in the one object that is gone. A new contract is compared with its earlier version, what stood in its file, or what its port led to.",
    absent: "nothing is compared, or base had no such field",
  },
  { path: "before.classification", type: "text", about: "Its classification.", absent: "it had none" },
  { path: "before.personal", type: "boolean", about: "Whether it was marked as personal data." },
  ...below("before", CUSTOM),
  {
    path: "entity",
    type: "object",
    about: "The guild's entity that a field of this name identifies.",
    absent: "the guild has none",
  },
  { path: "entity.id", type: "text", about: "Id of the entity." },
  { path: "entity.identifier", type: "text", about: "Name of its identifier." },
  { path: "entity.logicalType", type: "text", about: "Logical type that the identifier has everywhere." },
  { path: "entity.definition", type: "text", about: "What the identifier means." },
];

const CONTRACT: readonly FactRow[] = [
  ...changes(FACETS),
  ...SUNSETS,
  ...DESCRIPTOR,
  { path: "products", type: "texts", about: "Products with an output port that the contract governs." },
  { path: "productStatuses", type: "texts", about: "Their statuses, in lower case.", case: "lower" },
  { path: "consumers", type: "texts", about: "Products and consumers that read it directly, in this version of it." },
  { path: "consumingDomains", type: "texts", about: "Their domains." },
  {
    path: "fields",
    type: "list",
    about: "Every field of every object, at any depth, in the order of the document.",
    like: "schema[*].properties[*]",
  },
  ...below("fields[*]", FIELD),
  {
    path: "sla",
    type: "object",
    about: "The service levels by the standard's name: any case, and two-letter synonyms such as `re` for `retention`.",
  },
  {
    path: "sla.*",
    type: "object",
    about:
      "A service level; of one given for several elements or drivers, the weakest: the longest time, the lowest availability.",
    absent: "it is not given",
    like: "slaProperties[*]",
  },
  {
    path: "sla.*.duration",
    type: "text",
    about: "Value and unit as an ISO 8601 duration.",
    absent: "they are not a length of time",
  },
  {
    path: "classification",
    type: "text",
    about: "The most sensitive classification of its fields.",
    absent: NO_CLASSIFICATION,
  },
];

const MESH: readonly FactRow[] = [
  { path: "cycles", type: "list", about: "Products that read each other in a circle." },
  { path: "cycles[*].key", type: "text", about: "The members in one line." },
  { path: "cycles[*].members", type: "texts", about: "Their ids along the data flow, the smallest first." },
  {
    path: "cycles[*].level",
    type: ["product", "port"],
    about: "`port`: the circle also closes when `inputContracts` say which input feeds which port.",
  },
];

const COMMON: readonly FactRow[] = [
  { path: "asOf", type: "date", about: "The day that is judged for, YYYY-MM-DD." },
  { path: "guild", type: "object", about: "What guild.yaml says." },
  { path: "guild.domains", type: "texts", about: "Ids of the domains." },
  { path: "guild.classifications", type: "texts", about: "Classifications, from the least to the most sensitive." },
  {
    path: "guild.valueSets",
    type: "object",
    about: "Closed lists of values by name; ask with [inValueSet](operators.md#invalueset).",
  },
  { path: "guild.valueSets.*", type: "list", about: "The values of a set.", absent: "it does not exist" },
  {
    path: "guild.tables",
    type: "object",
    about: "Tables by name; ask with [lookup](operators.md#lookup).",
  },
  { path: "guild.tables.*", type: "object", about: "The rows of a table by key.", absent: "it does not exist" },
  { path: "guild.tables.*.*", type: "any", about: "What a table says of a key.", absent: "it says nothing" },
  { path: "guild.teams", type: "texts", about: "Teams that exist; ask with [teamExists](operators.md#teamexists)." },
  { path: "change", type: "object", about: "What became of the descriptor since base.", absent: NO_BASE },
  {
    path: "change.kind",
    type: ["added", "changed", "removed", "renamed", "unchanged"],
    about: "A removed subject is described as it was at base.",
  },
  {
    path: "change.content",
    type: "boolean",
    about: "Whether anything but `version`, `apiVersion` and layout differs.",
  },
  { path: "change.version", type: "object", about: "The versions on both sides." },
  { path: "change.version.before", type: "text", about: "The version at base.", absent: "there was none" },
  { path: "change.version.after", type: "text", about: "The version at head.", absent: "there is none" },
  {
    path: "change.version.bump",
    type: ["none", "patch", "minor", "major", "lowered", "unknown"],
    about: "The step between them; `unknown`: one is missing or not a semantic version.",
  },
  {
    path: "change.compatibility",
    type: "object",
    about: "What the change does to those who read a contract or product, and to those who make it.",
    absent: "there is nothing to compare with, or nothing differs",
  },
  {
    path: "change.compatibility.class",
    type: [...CLASSES, "none"],
    about: "The worst class of all changes.",
  },
  {
    path: "change.compatibility.enforced",
    type: "boolean",
    about: "False for what was a draft or a proposal at base, and for a new version beside one that stays.",
  },
  { path: "change.compatibility.consumer", type: AXIS_STATES, about: "The worst of all changes for readers." },
  {
    path: "change.compatibility.producer",
    type: AXIS_STATES,
    about: "The worst of all changes for pipelines and stored rows.",
  },
  { path: "change.compatibility.requiredBump", type: BUMPS, about: "The step that the version has to take." },
  {
    path: "change.compatibility.nextVersion",
    type: "text",
    about: "The version to write.",
    absent: "the version before is not a semantic one",
  },
  {
    path: "change.compatibility.versionIsEnough",
    type: "boolean",
    about: "Whether the version has taken that step.",
  },
  {
    path: "before",
    type: "object",
    about: "The subject as it was at base, with the same facts.",
    absent: "nothing is compared, or the subject is new",
  },
];

/** `common` is read from the root of a rule, the rest below the word for the subject. */
export const FACTS_SHAPE: Readonly<Record<SubjectKind | "common", readonly FactRow[]>> = {
  product: PRODUCT,
  contract: CONTRACT,
  consumer: READER,
  mesh: MESH,
  common: COMMON,
};
