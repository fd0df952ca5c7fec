import type { Summary } from "../model/descriptor.ts";
import type { SourceDocument } from "../model/document.ts";
import type { JsonObject } from "../model/json.ts";
import type { TextProblem } from "../model/problem.ts";
import type { RecordShape, Version } from "./schemas/shape.ts";

/** A kind of descriptor that is read. One file in formats/ and one line in its index. */
export interface Format {
  /** `odps`, `odcs`, `consumer`. */
  readonly id: string;
  /** What people call it: `ODPS`. */
  readonly title: string;
  /** The structure of all its versions. */
  readonly shape: RecordShape;
  /** Versions of `shape` that can be asked for, oldest first. */
  readonly versions: readonly Version[];
  /** Whether a document is of this format, by its content. What is wrong with it is said later. */
  recognises(root: JsonObject): boolean;
  readVersion(root: JsonObject): VersionReading;
  /** What the text of the standard asks for and a schema cannot say. The document may have any shape. */
  check(document: SourceDocument, rules: Version): readonly TextProblem[];
  /** Only called for a document without errors. */
  summarise(document: SourceDocument): Summary;
}

export interface VersionReading {
  /** The version that the document names, without the leading `v`; empty when it names none. */
  readonly version: string;
  /** The version of `Format.shape` to check by. Absent: the document cannot be checked. */
  readonly rules?: Version;
  /** The document is newer than its rules: what they do not know may well be right. */
  readonly newer?: boolean;
  /** What is wrong with `apiVersion`. */
  readonly fault?: VersionFault;
}

export type VersionFault = Pick<TextProblem, "severity" | "code" | "message">;

/** A format that is recognised and named but not read. */
export interface ForeignFormat {
  readonly id: string;
  readonly title: string;
  recognises(root: JsonObject): boolean;
  /** The version the document names, if any. */
  version(root: JsonObject): string;
  /** What to do instead. Absent: such files stand beside descriptors by nature, so nothing is said. */
  readonly advice?: string;
}

export function defineFormat(format: Format): Format {
  return format;
}
