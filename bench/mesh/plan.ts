import { seededRandom } from "./random.ts";
import type { Random } from "./random.ts";
import { DOMAINS, ENTITIES, FIELDS, FORMS, THINGS } from "./words.ts";
import type { Field } from "./words.ts";

export interface PlannedObject {
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface PlannedContract {
  readonly id: string;
  readonly version: string;
  readonly objects: readonly PlannedObject[];
}

export interface PlannedInput {
  readonly contract: PlannedContract;
  /** `object.field`; empty when the reader does not say. */
  readonly uses: readonly string[];
}

export interface PlannedProduct {
  readonly domain: string;
  readonly name: string;
  readonly version: string;
  readonly contracts: readonly PlannedContract[];
  readonly inputs: readonly PlannedInput[];
  /** Whether its contracts hold confidential data, so that it may read such data as well. */
  readonly sensitive: boolean;
}

export interface PlannedConsumer {
  readonly domain: string;
  readonly name: string;
  readonly inputs: readonly PlannedInput[];
}

/** Who exists in a mesh and who reads whom. */
export interface MeshPlan {
  readonly domains: readonly string[];
  readonly products: readonly PlannedProduct[];
  readonly consumers: readonly PlannedConsumer[];
  /** How many declared inputs lead to a contract. */
  readonly readers: ReadonlyMap<PlannedContract, number>;
}

/**
 * Plans a mesh of `size` products: one application for every five products, three inputs a product on average, half of
 * them from a few hubs. Products read only products that stand before them, so there are no circles.
 */
export function planMesh(size: number): MeshPlan {
  const random = seededRandom(size);
  const domains = DOMAINS.slice(0, size < 500 ? 8 : size < 5_000 ? 12 : 20);
  const readers = new Map<PlannedContract, number>();
  const read = (sources: readonly PlannedProduct[], sensitive: boolean): readonly PlannedInput[] =>
    sources.map((source) => {
      const contract = random.pick(source.contracts);
      readers.set(contract, (readers.get(contract) ?? 0) + 1);
      return { contract, uses: sensitive && random.chance(0.02) ? [] : usedFields(random, contract, sensitive) };
    });
  const products: PlannedProduct[] = [];
  for (let index = 0; index < size; index++) {
    const sensitive = random.chance(0.4);
    const product = planProduct(random, domains, index, sensitive);
    products.push({ ...product, inputs: read(chooseSources(random, products, size), sensitive) });
  }
  const unread = products.filter(({ contracts }) => !contracts.some((contract) => readers.has(contract)));
  return { domains, products, consumers: planConsumers(random, domains, products, unread, read), readers };
}

function planProduct(
  random: Random,
  domains: readonly string[],
  index: number,
  sensitive: boolean,
): Omit<PlannedProduct, "inputs"> {
  const domain = member(domains, index);
  const serial = Math.floor(index / domains.length);
  const round = Math.floor(serial / (THINGS.length * FORMS.length));
  const name = `${member(THINGS, serial)}-${member(FORMS, Math.floor(serial / THINGS.length))}${round ? `-${round}` : ""}`;
  const contracts = random.chance(0.2) ? [name, `${name}-totals`] : [name];
  return {
    domain,
    name,
    version: planVersion(random),
    sensitive,
    contracts: contracts.map((contract) => ({
      id: `${domain}-${contract}`,
      version: planVersion(random),
      objects: planObjects(random, contract.replaceAll("-", "_"), sensitive),
    })),
  };
}

/** 6 to 20 fields, a fifth of the contracts with a second object. */
function planObjects(random: Random, name: string, sensitive: boolean): readonly PlannedObject[] {
  const total = 6 + random.whole(15);
  const names = total > 11 && random.chance(0.3) ? [name, `${name}_lines`] : [name];
  return names.map((object) => {
    const allowed = [...ENTITIES, ...FIELDS].filter((field) => sensitive || field.classification !== "confidential");
    const chosen = random.some(allowed, Math.floor(total / names.length) - 1);
    const secret = sensitive && !chosen.some(({ classification }) => classification === "confidential");
    const [first, ...rest] = chosen;
    const personal = allowed.filter((field) => field.personal === true);
    const fields = secret || first === undefined ? [random.pick(personal), ...rest] : chosen;
    return { name: object, fields: [primaryKey(object), ...fields] };
  });
}

function primaryKey(object: string): Field {
  const description = `Identifier of the row, never used again for another one.`;
  return {
    name: `${object}_key`,
    logicalType: "string",
    physicalType: "varchar(26)",
    classification: "internal",
    description,
    example: "key_01J9GQ9K3V",
  };
}

function planVersion(random: Random): string {
  return `${1 + random.whole(4)}.${random.whole(8)}.${random.whole(5)}`;
}

/** Nought to six sources, three on average: half of them from the first hundredth of the mesh, the rest from anywhere before. */
function chooseSources(random: Random, before: readonly PlannedProduct[], size: number): readonly PlannedProduct[] {
  const hubs = before.slice(0, Math.max(5, Math.ceil(size / 100)));
  const sources = new Set<PlannedProduct>();
  const wanted = before.length === 0 ? 0 : Math.floor((random.whole(4) + random.whole(5)) * 0.9);
  for (let count = 0; count < wanted; count++) {
    sources.add(random.pick(random.chance(0.5) ? hubs : before));
  }
  return [...sources];
}

/** Reads the first hundredth of what nobody else reads not at all: a few orphans are in every mesh. */
function planConsumers(
  random: Random,
  domains: readonly string[],
  products: readonly PlannedProduct[],
  unread: readonly PlannedProduct[],
  read: (sources: readonly PlannedProduct[], sensitive: boolean) => readonly PlannedInput[],
): readonly PlannedConsumer[] {
  const count = Math.ceil(products.length / 5);
  const open = unread.slice(Math.ceil(unread.length / 100));
  const share = Math.ceil(open.length / count);
  return Array.from({ length: count }, (_, index) => {
    const sources = new Set([...open.slice(index * share, (index + 1) * share), random.pick(products)]);
    return {
      domain: member(domains, index),
      name: `${member(THINGS, index)}-app-${index}`,
      inputs: read([...sources], true),
    };
  });
}

function usedFields(random: Random, { objects }: PlannedContract, sensitive: boolean): readonly string[] {
  return objects.flatMap(({ name, fields }) => {
    const readable = fields.filter(({ classification }) => sensitive || classification !== "confidential");
    return random.some(readable, 3 + random.whole(6)).map((field) => `${name}.${field.name}`);
  });
}

function member<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError("an empty list has no member");
  return found;
}
