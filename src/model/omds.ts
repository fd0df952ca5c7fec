import type { Bump, Change } from "./compatibility.ts";
import type { Json } from "./json.ts";
import { canonical, isList, isObject } from "./json.ts";

/**
 * How the draft of the Open Metadata Difference Standard (Bitol RFC-0039) tells of a change: as one or several
 * differences, each with the impact that its tables give it. Of the draft are the types, the sections and the tables.
 * Ours is what the draft leaves open: a flag that is not written is false, so that it changes and is never added or
 * removed; whatever changes within a quality rule changes `quality`; a new object counts as its name, which is new; what
 * an output port has beside the fields that the draft names counts as in any other section.
 */
export interface OmdsDifference {
  readonly type: "ADD" | "REMOVE" | "CHANGE";
  /** The top-level key that it stands under. */
  readonly section: string;
  readonly field: string;
  /** Steps to add to the path of the change; empty where it is the path. */
  readonly below: string;
  /** Absent where there is none, or where the path says it. */
  readonly value1?: Json;
  readonly value2?: Json;
  readonly impact: Exclude<Bump, "none">;
}

type Told = Pick<Change, "ruleId" | "kind" | "path" | "before" | "after">;
type Type = OmdsDifference["type"];

/** What a rule is about, by the first word of its id: the section, and what an element of it is called. */
const ABOUT: Readonly<Record<string, readonly [section: string, element: string]>> = {
  object: ["schema", "schema"],
  field: ["schema", "properties"],
  relationship: ["schema", "relationships"],
  quality: ["schema", "quality"],
  serviceLevel: ["slaProperties", "slaProperties"],
  server: ["servers", "servers"],
  role: ["roles", "roles"],
  outputPort: ["outputPorts", "outputPorts"],
  inputPort: ["inputPorts", "inputPorts"],
  managementPort: ["managementPorts", "managementPorts"],
};

/** What a rule is about that names no key, or another one than the contract. */
const FIELDS: Readonly<Record<string, string>> = {
  "object.primaryKey.loosened": "primaryKey",
  "object.primaryKey.tightened": "primaryKey",
  "object.primaryKey.replaced": "primaryKey",
  "object.primaryKey.reordered": "primaryKeyPosition",
  "field.derivation.added": "transformLogic",
  "field.derivation.dropped": "transformLogic",
  "field.derivation.changed": "transformLogic",
  "field.personal.added": "customProperties",
  "field.personal.dropped": "customProperties",
  "outputPort.renamed": "name",
};

/** Changes of several keys of one element at once. */
const BY_KEY: ReadonlySet<string> = new Set([
  ...["contract.words.changed", "object.words.changed", "field.words.changed"],
  ...["serviceLevel.words.changed", "server.words.changed", "server.moved", "server.encoding.changed"],
  ...["role.words.changed", "product.words.changed", "outputPort.words.changed"],
  ...["inputPort.words.changed", "managementPort.words.changed"],
]);

/** Of those, the ones whose keys are sections themselves. */
const BY_SECTION: ReadonlySet<string> = new Set(["contract.words.changed", "product.words.changed"]);

/** What goes in one place and comes in another. A port is known by its version too: with another one it is another port. */
const REPLACED: ReadonlySet<string> = new Set([
  ...["field.moved", "outputPort.version.raised", "outputPort.version.lowered"],
  ...["outputPort.version.replaced", "outputPort.version.unclear"],
]);

/** Changes of lists: what comes is added, what goes is removed. */
const BY_ITEM: ReadonlySet<string> = new Set(["field.enum.valueAdded", "field.enum.valueRemoved"]);

const PROMISED = ["name", "physicalName", "logicalType", "physicalType", "required", "unique", "criticalDataElement"];

/** The first row that names the field, or names none, holds. */
type Table = Readonly<
  Record<Type, readonly (readonly [impact: OmdsDifference["impact"], fields?: readonly string[]])[]>
>;

/** By section. */
const TABLES: Readonly<Record<string, Table>> = {
  schema: {
    ADD: [["minor", [...PROMISED, "properties", "quality", "schema"]], ["patch"]],
    REMOVE: [["major"]],
    CHANGE: [["major", PROMISED], ["minor", ["quality"]], ["patch"]],
  },
  outputPorts: {
    ADD: [["minor", ["outputPorts"]], ["patch"]],
    REMOVE: [["major", ["outputPorts"]], ["minor"]],
    CHANGE: [["major", ["contractId", "name", "type"]], ["patch", ["description", "sbom"]], ["minor"]],
  },
  managementPorts: {
    ADD: [["patch"]],
    REMOVE: [["minor"]],
    CHANGE: [["patch", ["description", "tags"]], ["minor"]],
  },
};

const OTHERS: Table = {
  ADD: [["patch"]],
  REMOVE: [["minor"]],
  CHANGE: [["patch", ["contractCreatedTs", "productCreatedTs"]], ["minor"]],
};

/** Of a product, words are patches. */
const PRODUCT_WORDS: ReadonlySet<string> = new Set(["description", "tags"]);

/** Of a product, these ends are breaks to the draft, whatever the field. */
const ENDED: ReadonlySet<string> = new Set(["product.deprecated.added", "product.status.retired"]);

/** At least one, whatever the rule. */
export function omdsDifferences(change: Told): readonly OmdsDifference[] {
  const { ruleId, kind, path, before, after } = change;
  const [section, element] = BY_SECTION.has(ruleId) ? ["", ""] : (aboutOf(ruleId) ?? sectionAt(ruleId, path));
  const tell = (type: Type, field: string, below = "", values: Values = {}): OmdsDifference => {
    const about = section === "" ? field : section;
    return { type, section: about, field, below, ...values, impact: impactOf(ruleId, type, about, field) };
  };
  if (REPLACED.has(ruleId)) return [tell("REMOVE", element), tell("ADD", element)];
  if (kind === "add") return [tell("ADD", element)];
  if (kind === "remove") return [tell("REMOVE", element)];
  if (element === "quality") return [tell("CHANGE", "quality", "", { value1: before, value2: after })];
  const field = (Object.hasOwn(FIELDS, ruleId) ? FIELDS[ruleId] : leafOf(path)) ?? element;
  if (BY_ITEM.has(ruleId) && isList(before) && isList(after)) {
    const [gone, come] = [without(before, after), without(after, before)];
    return ruleId === "field.enum.valueAdded"
      ? [tell("ADD", field, "", { value2: come })]
      : [tell("REMOVE", field, "", { value1: gone })];
  }
  if (!BY_KEY.has(ruleId) || !isObject(before) || !isObject(after)) return [valued(field, "", before, after)];
  const [then, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = [...new Set([...then.keys(), ...now.keys()])];
  // A path that ends with the only key that differs names it already.
  const isNamed = keys.length === 1 && keys[0] === leafOf(path);
  const each = keys.map((key) => valued(key, isNamed ? "" : `/${key}`, then.get(key) ?? null, now.get(key) ?? null));
  return each.length === 0 ? [valued(field, "", before, after)] : each;

  function valued(name: string, below: string, was: Json, is: Json): OmdsDifference {
    if (was === null) return tell("ADD", name, below, { value2: is });
    if (is === null) return tell("REMOVE", name, below, { value1: was });
    return tell("CHANGE", name, below, { value1: was, value2: is });
  }
}

type Values = Pick<OmdsDifference, "value1" | "value2">;

function aboutOf(ruleId: string): readonly [section: string, element: string] | undefined {
  const word = ruleId.replace(/\..*$/su, "");
  return Object.hasOwn(ABOUT, word) ? ABOUT[word] : undefined;
}

/** Keys of the whole stand under their own name; a contract as a whole is its schema, and a product its ports. */
function sectionAt(ruleId: string, path: string): readonly [section: string, element: string] {
  if (path === "/") return ruleId.startsWith("product.") ? ["outputPorts", "outputPorts"] : ["schema", "schema"];
  const word = /^\/(?<key>\w+)/u.exec(path)?.groups?.["key"] ?? "";
  return [word, word];
}

/** The key that the path ends with; undefined where it ends with an element. */
function leafOf(path: string): string | undefined {
  if (/\/customProperties\[[^/]*\]$/u.test(path)) return "customProperties";
  return path.endsWith("]") || path === "/" ? undefined : path.replace(/^.*[/.]/su, "");
}

function impactOf(ruleId: string, type: Type, section: string, field: string): OmdsDifference["impact"] {
  if (ENDED.has(ruleId)) return "major";
  if (ruleId.startsWith("product.") && type === "CHANGE" && PRODUCT_WORDS.has(section)) return "patch";
  const table = (Object.hasOwn(TABLES, section) ? TABLES[section] : undefined) ?? OTHERS;
  const row = table[type].find(([, fields]) => fields === undefined || fields.includes(field));
  return row?.[0] ?? "major";
}

function without(some: readonly Json[], others: readonly Json[]): readonly Json[] {
  const known = new Set(others.map(canonical));
  return some.filter((one) => !known.has(canonical(one)));
}
