import type { ContractForm } from "../compat/form/contract.ts";
import { contractForm } from "../compat/form/read.ts";
import { derivedUse } from "../compat/readers/derived.ts";
import type { Reader } from "../compat/readers/settle.ts";
import { EVERYTHING, listedUse } from "../compat/readers/use.ts";
import type { Use } from "../compat/readers/use.ts";
import { problemsIn, readDescriptors } from "../descriptor/read.ts";
import { portLabel } from "../mesh/port.ts";
import { isOtherMajor, readVersion } from "../mesh/version.ts";
import type { InputPort, Summary } from "../model/descriptor.ts";
import type { SourceDocument } from "../model/document.ts";
import { compareText } from "../model/order.ts";
import { readSource } from "../source/read.ts";
import { enumerate } from "../source/words.ts";
import { notValid } from "./diff-side.ts";

/** Files below a folder in which readers are looked for, by the names they were found by. */
export interface ReaderFolder {
  readonly folder: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Who reads a contract, and what else to tell of them. */
export interface FoundReaders {
  readonly readers: readonly Reader[];
  readonly notes: readonly string[];
}

interface Descriptor {
  readonly file: string;
  readonly document: SourceDocument;
  readonly summary: Summary;
}

/**
 * Everybody below a folder with an input port that names the contract, but those who name another major version of it.
 * Throws an `input` failure for a descriptor with a fault: it may be a reader.
 */
export function readersBelow({ folder, files }: ReaderFolder, contract: ContractForm): FoundReaders {
  const descriptors = [...files].flatMap(([file, bytes]) => descriptorsIn(file, bytes));
  const version = readVersion(contract.version);
  const port = publishedAs(descriptors, contract);
  const notes: string[] = [];
  const others: string[] = [];
  const readers = descriptors.flatMap((descriptor) => {
    const { summary } = descriptor;
    if (summary.kind === "contract" || publishes(summary, contract.id)) return [];
    const naming = summary.inputPorts.filter(({ contractId }) => contractId === contract.id);
    return naming.flatMap((input): readonly Reader[] => {
      const pin = input.version ?? "";
      if (pin !== "" && isOtherMajor(readVersion(pin), version)) {
        others.push(summary.id);
        return [];
      }
      const { id, kind, domain = "" } = summary;
      // The team stands first among those whom a descriptor names, as in the mesh.
      const owners = summary.owners.slice(0, 1);
      const use = useOf(input, descriptor, { folder, descriptors }, contract, notes);
      return [{ consumer: id, kind, domain, input: input.name, port, pin, owners, use, isAmbiguous: false }];
    });
  });
  if (others.length > 0) {
    const ids = enumerate([...new Set(others)].sort(), "and");
    notes.push(`Not asked, because they read another major version: ${ids}.`);
  }
  if (readers.length === 0)
    notes.push(`Nobody below ${folder} reads ${contract.id} ${contract.version}: all may be hit.`);
  return { readers: readers.sort(byName), notes };
}

function descriptorsIn(file: string, bytes: Uint8Array): readonly Descriptor[] {
  const source = readSource(bytes);
  const reading = readDescriptors(bytes, source);
  const problems = [...problemsIn(file, reading), ...reading.documents.flatMap((document) => document.problems)];
  const fault = problems.find(({ severity }) => severity === "error");
  if (fault !== undefined) throw notValid(file, fault.range, fault.message);
  return reading.documents.flatMap(({ index, described }) => {
    const document = source.documents.find((one) => one.index === index);
    return described === undefined || document === undefined ? [] : [{ file, document, summary: described.summary() }];
  });
}

/** A product does not read what it publishes itself. */
function publishes(summary: Summary, contract: string): boolean {
  return summary.kind === "product" && summary.outputPorts.some(({ contractId }) => contractId === contract);
}

/** The one output port below the folder that publishes the contract, `name@version`; empty when there is none, or several. */
function publishedAs(descriptors: readonly Descriptor[], { id, version }: ContractForm): string {
  const [port, ...others] = descriptors
    .flatMap(({ summary }) => (summary.kind === "product" ? summary.outputPorts : []))
    .filter((one) => one.contractId === id && !isOtherMajor(readVersion(one.version ?? ""), readVersion(version)));
  return port === undefined || others.length > 0 ? "" : portLabel(port);
}

/** From what is known what a port reads: the strongest evidence counts. */
function useOf(
  port: InputPort,
  { summary }: Descriptor,
  around: { readonly folder: string; readonly descriptors: readonly Descriptor[] },
  contract: ContractForm,
  notes: string[],
): Use {
  const enums = port.enumHandling === undefined ? {} : { enums: port.enumHandling };
  if (port.expects !== undefined) {
    const found = expectation(port.expects, around);
    if (found !== undefined) {
      return { evidence: "expectation", isComplete: true, expectation: contractForm(found.document.value) };
    }
    notes.push(`${summary.id} expects ${port.expects}, which is no contract below ${around.folder}.`);
  }
  if (port.uses !== undefined) return { ...listedUse(port.uses), ...enums };
  const published = new Set(
    summary.kind === "product" ? summary.outputPorts.flatMap(({ contractId }) => contractId ?? []) : [],
  );
  const own = around.descriptors.filter((one) => one.summary.kind === "contract" && published.has(one.summary.id));
  return (
    derivedUse(
      own.map(({ document }) => document.value),
      contract,
    ) ?? { ...EVERYTHING, ...enums }
  );
}

/** The contract at a path of the repository, of which the folder may be only a part. */
function expectation(
  path: string,
  { descriptors }: { readonly descriptors: readonly Descriptor[] },
): Descriptor | undefined {
  const named = path.replaceAll("\\", "/").replace(/^(?:\.?\/)+/u, "");
  const found = descriptors.filter(
    ({ file, summary }) => summary.kind === "contract" && `/${file.replaceAll("\\", "/")}`.endsWith(`/${named}`),
  );
  return found.length === 1 ? found[0] : undefined;
}

function byName(one: Reader, other: Reader): number {
  return compareText(one.consumer, other.consumer) || compareText(one.input, other.input);
}
