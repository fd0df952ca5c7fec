import { contractText } from "./mesh/contract.ts";
import { SETTINGS_TEXT, guildText } from "./mesh/governance.ts";
import { planMesh } from "./mesh/plan.ts";
import type { MeshPlan, PlannedContract, PlannedProduct } from "./mesh/plan.ts";
import { consumerText, productText } from "./mesh/product.ts";

/** Texts by path. */
export type Files = ReadonlyMap<string, string>;

export interface GeneratedMesh {
  readonly size: number;
  readonly files: Files;
  /** Adds a field to the contract of a product with three readers, and raises the versions. */
  readonly change: Files;
  /** The same to the product that is read most. */
  readonly hubChange: Files;
  /** How many inputs read the product of `hubChange`. */
  readonly hubReaders: number;
}

/** A mesh repository of `size` products, the same bytes for the same size. */
export function generateMesh(size: number): GeneratedMesh {
  const plan = planMesh(size);
  const files = new Map<string, string>([
    ["meshgate.yaml", SETTINGS_TEXT],
    ["guild.yaml", guildText(plan.domains)],
  ]);
  for (const [index, product] of plan.products.entries()) {
    for (const [file, text] of productFiles(product)) files.set(file, withFlaw(text, index));
  }
  for (const consumer of plan.consumers) {
    files.set(`consumers/${consumer.domain}/${consumer.name}.yaml`, consumerText(consumer));
  }
  const hub = mostRead(plan);
  return {
    size,
    files,
    change: changeOf(files, ordinary(plan)),
    hubChange: changeOf(files, hub),
    hubReaders: readersOf(plan, hub),
  };
}

function productFiles(product: PlannedProduct): readonly (readonly [file: string, text: string])[] {
  const folder = folderOf(product);
  return [
    [`${folder}/${product.name}.odps.yaml`, productText(product)],
    ...product.contracts.map(
      (contract) => [contractFile(product, contract), contractText(contract, product.domain)] as const,
    ),
  ];
}

function folderOf({ domain, name }: PlannedProduct): string {
  return `products/${domain}/${name}`;
}

function contractFile(product: PlannedProduct, { id }: PlannedContract): string {
  return `${folderOf(product)}/contracts/${id}.odcs.yaml`;
}

/** One product in fifty has something to warn of, as in a real mesh. */
function withFlaw(text: string, index: number): string {
  if (index % 100 === 17) return text.replace(/(\n {8})description: .*/, "$1description: TODO");
  if (index % 100 === 67)
    return text.replace(/\n {2}- property: frequency\n(?: {4}.*\n)+ {2}- property: latency\n(?: {4}.*\n)+/, "\n");
  return text;
}

function changeOf(files: Files, product: PlannedProduct): Files {
  const [contract] = product.contracts;
  if (contract === undefined) throw new Error(`${product.name} has no contract`);
  const descriptor = `${folderOf(product)}/${product.name}.odps.yaml`;
  const source = contractFile(product, contract);
  const raised = raise(contract.version);
  return new Map([
    [
      descriptor,
      textOf(files, descriptor)
        .replace(`\nversion: ${product.version}\n`, `\nversion: ${raise(product.version)}\n`)
        .replace(
          `    version: ${contract.version}\n    contractId: ${contract.id}\n    type:`,
          `    version: ${raised}\n    contractId: ${contract.id}\n    type:`,
        ),
    ],
    [
      source,
      textOf(files, source)
        .replace(`\nversion: ${contract.version}\n`, `\nversion: ${raised}\n`)
        .replace("\n    properties:\n", `\n    properties:\n${NEW_FIELD}`),
    ],
  ]);
}

const NEW_FIELD = `      - name: ingest_region
        logicalType: string
        physicalType: varchar(20)
        classification: internal
        description: Region in which the row was received.
        examples: [eu-north]
`;

/** The next minor version. */
function raise(version: string): string {
  const [major = "0", minor = "0"] = version.split(".");
  return `${major}.${Number(minor) + 1}.0`;
}

/** Of the products in the middle, the first with one contract and three readers. */
function ordinary(plan: MeshPlan): PlannedProduct {
  const found = plan.products
    .slice(Math.floor(plan.products.length / 3))
    .find((product) => product.contracts.length === 1 && readersOf(plan, product) === 3);
  if (found === undefined) throw new Error("no product has three readers");
  return found;
}

function mostRead(plan: MeshPlan): PlannedProduct {
  return plan.products.reduce((best, product) => (readersOf(plan, product) > readersOf(plan, best) ? product : best));
}

function readersOf({ readers }: MeshPlan, { contracts }: PlannedProduct): number {
  return contracts.reduce((sum, contract) => sum + (readers.get(contract) ?? 0), 0);
}

function textOf(files: Files, file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new Error(`${file} is not in the mesh`);
  return text;
}
