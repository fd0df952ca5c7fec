/**
 * A small language for the structure of a standard over all its versions. One table per standard says every key once,
 * with the version that brought or dropped it; from it come the JSON Schema of each version (json-schema.ts) and the
 * explanations that a schema alone cannot give (explain.ts), such as "came with 1.1.0".
 */
export type Shape =
  | TextShape
  | NumberShape
  | ChoiceShape
  | ListShape
  | RecordShape
  | EitherShape
  | VaryingShape
  | LazyShape
  | NamedShape
  | { readonly is: "flag" }
  /** Text, number, boolean or null. */
  | { readonly is: "scalar" }
  /** An object whose keys nobody fixes. */
  | { readonly is: "bag" }
  | { readonly is: "any" };

export interface TextShape {
  readonly is: "text";
  readonly pattern?: string;
  /** What the pattern wants, in words. */
  readonly like?: string;
  /** Never more than a warning: the standards' texts use templates and relative paths where their schemas say `uri`. */
  readonly format?: "uri" | "date" | "date-time";
  readonly examples?: readonly string[];
}

export interface NumberShape {
  readonly is: "number";
  readonly integer?: boolean;
  readonly least?: number;
  readonly above?: number;
  /** From this version on a `${VARIABLE}` may stand for the number. */
  readonly variableSince?: Version;
}

/** A closed vocabulary, by the version that brought each word. */
export interface ChoiceShape {
  readonly is: "choice";
  readonly words: ReadonlyMap<string, Version>;
}

export interface ListShape {
  readonly is: "list";
  readonly of: Shape;
  readonly least?: number;
  readonly most?: number;
  readonly unique?: boolean;
  /** Keys that elements must have here, though the same record may lack them elsewhere. */
  readonly requires?: readonly string[];
}

export interface RecordShape {
  readonly is: "record";
  /** Unique within a standard. */
  readonly name: string;
  readonly fields: Fields;
  /** The version from which unknown keys are faults. Absent: the object stays open. */
  readonly closedSince?: Version;
  readonly cases?: Cases;
  /** What to say of a key that people write here though it belongs elsewhere. */
  readonly hints?: Readonly<Record<string, string>>;
}

/** Fields that depend on the word under another key, such as the connection of a server on its type. */
export interface Cases {
  readonly by: string;
  /** In words: "a server of type". */
  readonly noun: string;
  readonly of: ReadonlyMap<string, Fields>;
  /** When the key is absent. */
  readonly otherwise: Fields;
}

/** Told apart by JSON type. */
export interface EitherShape {
  readonly is: "either";
  readonly options: readonly Shape[];
}

/** The last entry whose version is not newer than the document's counts. */
export interface VaryingShape {
  readonly is: "varying";
  readonly by: readonly (readonly [Version, Shape])[];
}

/** For shapes that contain themselves. */
export interface LazyShape {
  readonly is: "lazy";
  readonly get: () => RecordShape;
}

/** A shape that many places share: it is drawn, and compiled, once. */
export interface NamedShape {
  readonly is: "named";
  readonly name: string;
  readonly of: Shape;
}

export type Fields = Readonly<Record<string, Field>>;

export interface Field extends FieldOptions {
  readonly shape: Shape;
  readonly about: string;
}

export interface FieldOptions {
  readonly since?: Version;
  readonly required?: boolean;
  /** The first version that no longer requires the field. */
  readonly requiredUntil?: Version;
  readonly requiredSince?: Version;
  /** The version that discourages the field. */
  readonly deprecatedSince?: Version;
}

/** `major.minor.patch`. */
export type Version = string;

export const TEXT: Shape = { is: "text" };
export const URI: Shape = { is: "text", format: "uri" };
export const DATE: Shape = { is: "text", format: "date" };
export const TIMESTAMP: Shape = { is: "text", format: "date-time" };
export const FLAG: Shape = { is: "flag" };
export const SCALAR: Shape = { is: "scalar" };
export const BAG: Shape = { is: "bag" };
export const ANY: Shape = { is: "any" };

export function field(shape: Shape, about: string, options: FieldOptions = {}): Field {
  return { shape, about, ...options };
}

export function required(shape: Shape, about: string, options: FieldOptions = {}): Field {
  return field(shape, about, { ...options, required: true });
}

/** Text with usual values that are not the only ones. */
export function open(...examples: string[]): Shape {
  return { is: "text", examples };
}

export function matching(pattern: string, like: string): Shape {
  return { is: "text", pattern, like };
}

/** Words by the version that brought them. */
export function choice(words: Readonly<Record<Version, readonly string[]>>): ChoiceShape {
  const entries = Object.entries(words).flatMap(([since, list]) => list.map((word) => [word, since] as const));
  return { is: "choice", words: new Map(entries) };
}

export function listOf(of: Shape, limits: Omit<ListShape, "is" | "of"> = {}): ListShape {
  return { is: "list", of, ...limits };
}

export function either(...options: readonly Shape[]): Shape {
  return { is: "either", options };
}

export function varying(...by: VaryingShape["by"]): Shape {
  return { is: "varying", by };
}

export function lazy(get: () => RecordShape): Shape {
  return { is: "lazy", get };
}

export function named(name: string, of: Shape): Shape {
  return { is: "named", name, of };
}

export function record(
  name: string,
  fields: Fields,
  options: Omit<RecordShape, "is" | "name" | "fields"> = {},
): RecordShape {
  return { is: "record", name, fields, ...options };
}
