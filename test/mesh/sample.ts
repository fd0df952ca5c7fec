import { outlineOf } from "../../src/descriptor/outline.ts";
import type { InputPort, Outline, OutputPort, Summary } from "../../src/model/descriptor.ts";
import { FILE_START } from "../../src/model/location.ts";
import type { PlacedConsumer, PlacedContract, PlacedDescriptor, PlacedProduct } from "../../src/model/mesh.ts";

const range = FILE_START;

/** An input port that reads `contractId`, written `contract@version` or `contract`. */
export function input(reads: string | undefined, more: Partial<InputPort> = {}): InputPort {
  const reference = referenceOf(reads);
  return { name: reference.contractId ?? "input", external: false, range, ...reference, ...more };
}

/** An output port that publishes `contract@version` under the contract's name, unless `more` says otherwise. */
export function output(publishes: string | undefined, more: Partial<OutputPort> = {}): OutputPort {
  const { contractId, ...rest } = referenceOf(publishes);
  const port = contractId === undefined ? {} : { contractId };
  return { name: contractId ?? "output", deprecated: false, inputContracts: [], range, ...port, ...rest, ...more };
}

export function product(
  id: string,
  inputPorts: readonly InputPort[] = [],
  outputPorts: readonly OutputPort[] = [],
  more: Partial<PlacedProduct["summary"]> = {},
): PlacedProduct {
  const base = { owners: [`@daff/${id}`], deprecated: false, class: "domain", range };
  return place(`products/${id}.odps.yaml`, { kind: "product", id, ...base, inputPorts, outputPorts, ...more });
}

export function consumer(id: string, inputPorts: readonly InputPort[], owners: readonly string[] = []): PlacedConsumer {
  return place(`consumers/${id}.yaml`, { kind: "consumer", type: "application", id, owners, inputPorts, range });
}

export function contract(id: string, version: string, file = `contracts/${id}-${version}.odcs.yaml`): PlacedContract {
  return place(file, { kind: "contract", id, version, range });
}

/** A product that publishes the contract `id@1.0.0` and reads those of `reads`. */
export function linked(id: string, ...reads: readonly string[]): PlacedProduct {
  return product(
    id,
    reads.map((read) => input(`${read}@1.0.0`)),
    [output(`${id}@1.0.0`)],
  );
}

export function inDomain<P extends PlacedDescriptor>(domain: string, placed: P): P {
  return { ...placed, domain };
}

function place<S extends Summary>(
  file: string,
  summary: S,
): {
  readonly file: string;
  readonly blob: string;
  readonly index: number;
  readonly owners: readonly string[];
  readonly outline: Outline;
  readonly summary: S;
} {
  const owners = summary.kind === "contract" ? [] : summary.owners;
  return { file, blob: "0".repeat(40), index: 0, owners, outline: outlineOf(summary), summary };
}

function referenceOf(text: string | undefined): { readonly contractId?: string; readonly version?: string } {
  if (text === undefined) return {};
  const [contractId = "", version] = text.split("@");
  return version === undefined ? { contractId } : { contractId, version };
}
