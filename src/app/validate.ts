import { problemsIn, readDescriptors } from "../descriptor/read.ts";
import type { SourceDocument } from "../model/document.ts";
import { own, text } from "../model/json.ts";
import { at } from "../model/location.ts";
import type { RepoPath } from "../model/location.ts";
import type { TextProblem } from "../model/problem.ts";
import type { ValidatedFile, Validation } from "../model/validation.ts";
import { compilePolicy } from "../policy/compile.ts";
import { readBinding } from "../settings/binding.ts";
import { readGuild } from "../settings/guild.ts";
import { FACT_TREES } from "./govern/facts.ts";
import { readSettings } from "../settings/settings.ts";
import { readWaiver } from "../settings/waiver.ts";
import { readSource } from "../source/read.ts";

/** A file kind of ours, by the `kind` it declares: what it is called, and how its problems are found. */
const OWN_KINDS: Readonly<
  Record<
    string,
    { readonly format: string; readonly check: (file: RepoPath, document: SourceDocument) => readonly TextProblem[] }
  >
> = {
  Mesh: { format: "mesh", check: (_, document) => readSettings(document).problems },
  Guild: { format: "guild", check: (_, document) => readGuild(document).problems },
  Binding: { format: "binding", check: (_, document) => readBinding(document).problems },
  Waiver: { format: "waiver", check: (file, document) => readWaiver(file, document).problems },
  Policy: {
    format: "policy",
    check: (file, document) =>
      compilePolicy(file, document, FACT_TREES).problems.map(({ location, ...problem }) => ({
        ...problem,
        range: location,
      })),
  },
};

/**
 * The structure of files on their own: descriptors, consumers, policies, guild and configuration. Of those that were
 * not `named`, but found in a folder, what is something else is left out, as `check` does.
 */
export function validate(files: ReadonlyMap<RepoPath, Uint8Array>, named: ReadonlySet<RepoPath>): Validation {
  const validated = [...files].flatMap(([file, bytes]) => validateFile(file, bytes, named.has(file)));
  return { schema: "meshgate/validation/v1", files: validated };
}

function validateFile(file: RepoPath, bytes: Uint8Array, isNamed: boolean): readonly ValidatedFile[] {
  const source = readSource(bytes);
  const [document] = source.documents;
  const kind = OWN_KINDS[text(own(document?.value, "kind")) ?? ""];
  if (
    text(own(document?.value, "apiVersion"))?.startsWith("meshgate/") &&
    kind !== undefined &&
    document !== undefined
  ) {
    return [validated(file, kind.format, "1", [...source.problems, ...kind.check(file, document)])];
  }
  const reading = readDescriptors(bytes, source);
  const whole = problemsIn(file, reading);
  const broken = source.problems.filter(({ severity }) => severity === "error");
  if (reading.documents.length === 0) {
    if (!isNamed && whole.every(({ severity }) => severity === "warning")) return [];
    return [validated(file, "unknown", "", broken.length > 0 ? broken : [nothingKnown(document)])];
  }
  return reading.documents.map(({ format, formatVersion, problems }) =>
    validated(file, format, formatVersion, [...whole, ...problems]),
  );
}

function nothingKnown(document: SourceDocument | undefined): TextProblem {
  const message =
    "Nothing here is a data product (ODPS), a data contract (ODCS), or a Consumer, Policy, Binding, Waiver, Guild or Mesh of meshgate/v1; check `kind` and `apiVersion`.";
  return {
    severity: "error",
    code: "unknown-format",
    message,
    path: "",
    range: document?.range([]) ?? { line: 1, column: 1, endLine: 1, endColumn: 1 },
  };
}

function validated(file: RepoPath, format: string, version: string, found: readonly TextProblem[]): ValidatedFile {
  const problems = found.map(({ range, ...problem }) => ({ ...problem, location: at(file, range) }));
  return { file, format, version, valid: problems.every(({ severity }) => severity === "warning"), problems };
}
