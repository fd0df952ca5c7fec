import type { Json, JsonPath } from "../../model/json.ts";
import { canonical, isList, isObject, list, own, text } from "../../model/json.ts";
import { ownersOf } from "../../model/owner.ts";
import type { Custom } from "../form/contract.ts";
import { customOf, customWord, flag, sunsetOf, tagsOf, word, wordsOf } from "../form/text.ts";
import type { InputPortForm, ManagementPortForm, OutputPortForm, PortForm, ProductForm } from "./form.ts";

/**
 * A data product of any version of ODPS in the form that is compared. Never throws: what it does not understand it
 * keeps as text.
 */
export function productForm(product: Json): ProductForm {
  const custom = customOf(product);
  const status = word(product, "status").trim().toLowerCase();
  const describes = own(product, "description") ?? null;
  const team = own(product, "team") ?? null;
  const ports = (key: string): readonly Json[] => list(own(product, key));
  return {
    id: word(product, "id"),
    renamedFrom: customWord(custom, "meshgate.renamedFrom"),
    version: word(product, "version"),
    status,
    domain: word(product, "domain"),
    tenant: word(product, "tenant"),
    core: custom.get("meshgate.class") === "core",
    sunset: sunsetOf(custom),
    deprecated: flag(product, "deprecated") || status === "deprecated",
    outputPorts: ports("outputPorts").map(readOutputPort),
    inputPorts: ports("inputPorts").map(readInputPort),
    managementPorts: ports("managementPorts").map(readManagementPort),
    support: ports("support").map(canonical).sort(),
    // There is no clock here: a member with a `dateOut`, even one to come, does not count.
    owners: [...ownersOf(team, () => true)].sort(),
    team: readTeam(team),
    terms: {
      purpose: word(describes, "purpose"),
      limitations: word(describes, "limitations"),
      usage: word(describes, "usage"),
    },
    custom: without(custom, ["meshgate.renamedFrom", "meshgate.class", "meshgate.sunset"]),
    tags: tagsOf(product),
    words: wordsOf({ ...(isObject(product) && product), description: wordsBeside(describes) }, PRODUCT_WORDS),
    place: [],
  };
}

const PRODUCT_WORDS = [
  "name",
  "type",
  "description",
  "tags",
  "authoritativeDefinitions",
  "synonyms",
  "context",
  "productCreatedTs",
];
const PORT_WORDS = ["description", "tags", "authoritativeDefinitions", "synonyms", "context", "sbom", "deprecated"];

function readOutputPort(port: Json, index: number): OutputPortForm {
  const custom = customOf(port);
  return {
    ...readPort(port, custom, ["outputPorts", index]),
    ...{ deprecated: flag(port, "deprecated"), sunset: sunsetOf(custom) },
    contractId: word(port, "contractId"),
    type: word(port, "type").trim().toLowerCase().replace(/s$/u, ""),
    interfaceClass: customWord(custom, "meshgate.interfaceClass").trim().toLowerCase(),
    access: customWord(custom, "meshgate.access"),
    privacyLevel: customWord(custom, "meshgate.privacyLevel"),
    inputContracts: [
      ...new Set(list(own(port, "inputContracts")).map((one) => `${word(one, "id")}@${word(one, "version")}`)),
    ].sort(),
    words: wordsOf(
      port,
      PORT_WORDS.filter((key) => key !== "deprecated"),
    ),
  };
}

function readInputPort(port: Json, index: number): InputPortForm {
  const custom = customOf(port);
  const uses = custom.get("meshgate.uses");
  return {
    ...readPort(port, custom, ["inputPorts", index]),
    contractId: word(port, "contractId"),
    uses: isList(uses) ? [...new Set(uses.flatMap((path) => text(path) ?? []))].sort() : undefined,
    expects: customWord(custom, "meshgate.expects"),
    external: custom.get("meshgate.external") === true,
  };
}

function readManagementPort(port: Json, index: number): ManagementPortForm {
  return {
    ...readPort(port, customOf(port), ["managementPorts", index]),
    interface: {
      content: word(port, "content"),
      type: word(port, "type") || "rest",
      url: word(port, "url"),
      channel: word(port, "channel"),
    },
  };
}

/** Custom properties that a part of the form holds by itself. */
const HELD = [
  "meshgate.renamedFrom",
  "meshgate.sunset",
  "meshgate.interfaceClass",
  "meshgate.access",
  "meshgate.privacyLevel",
  "meshgate.uses",
  "meshgate.expects",
  "meshgate.external",
];

function readPort(port: Json, custom: Custom, place: JsonPath): PortForm {
  const id = text(own(port, "id"));
  return {
    ...(id !== undefined && { id }),
    name: word(port, "name"),
    version: word(port, "version"),
    renamedFrom: customWord(custom, "meshgate.renamedFrom"),
    custom: without(custom, HELD),
    tags: tagsOf(port),
    words: wordsOf(port, PORT_WORDS),
    place,
  };
}

/** The day in UTC; what is no day stays as it is written. */
function without(custom: Custom, names: readonly string[]): Custom {
  return new Map([...custom].filter(([name]) => !names.includes(name)));
}

const TERMS = ["purpose", "limitations", "usage"];

/** What a description says besides the terms. */
function wordsBeside(describes: Json): Json {
  if (!isObject(describes)) return describes;
  return Object.fromEntries(Object.entries(describes).filter(([key]) => !TERMS.includes(key)));
}

/** ODPS 0.9 has a plain list of members, later versions an object around it; members have no order. */
function readTeam(team: Json): Json {
  const whole = isList(team) ? { members: team } : team;
  if (!isObject(whole)) return whole;
  const members = [...list(own(whole, "members"))].map((member) => canonical(member)).sort();
  return { ...whole, members };
}
