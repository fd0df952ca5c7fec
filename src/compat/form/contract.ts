import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import type { Custom } from "./text.ts";
import type { TypeWords } from "./type.ts";

/**
 * A data contract in one form, whatever version of the standard it is written in: defaults filled, units and physical
 * types read, promises that stand in several places folded into one. `place` says where a part stands in its document.
 */
export interface ContractForm {
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly domain: string;
  readonly tenant: string;
  readonly binding: Binding;
  readonly objects: readonly ObjectForm[];
  readonly serviceLevels: readonly ServiceLevelForm[];
  readonly servers: readonly ServerForm[];
  readonly roles: readonly RoleForm[];
  readonly price: JsonObject | undefined;
  /** Support channels, as canonical texts in any order. */
  readonly support: readonly string[];
  readonly team: Json;
  /** `purpose`, `limitations`, `usage` of the description. */
  readonly terms: Readonly<Record<"purpose" | "limitations" | "usage", string>>;
  readonly custom: Custom;
  readonly tags: readonly string[];
  /** Everything else that is only words, in canonical text. */
  readonly words: string;
  readonly place: JsonPath;
}

/** When readers bind to the types: at the query, or when they were built (streams, interfaces, files). */
export type Binding = "late" | "early";

export type { Custom } from "./text.ts";

/** What pairs elements: a stable id, the id or name that it had, its name. */
export interface Identity {
  readonly id: string | undefined;
  /** `meshgate.renamedFrom` */
  readonly renamedFrom: string | undefined;
  readonly name: string;
}

export interface ObjectForm extends Identity {
  readonly physicalName: string;
  /** `table`, `view`, `topic`, …, in lower case; empty when not said. */
  readonly physicalType: string;
  readonly granularity: string;
  readonly deprecated: boolean;
  readonly fields: readonly FieldForm[];
  /** Names of the fields that tell rows apart, in the order of the key. */
  readonly primaryKey: readonly string[];
  readonly relationships: readonly RelationshipForm[];
  readonly promises: readonly PromiseForm[];
  readonly custom: Custom;
  readonly tags: readonly string[];
  readonly words: string;
  readonly place: JsonPath;
}

export interface FieldForm extends Identity, TypeWords {
  /** `orders.address.zip`; `[]` stands for list items, `{}` for map values, `{key}` for map keys. */
  readonly path: string;
  readonly physicalName: string;
  /** `meshgate.aliases`: names under which the same data is delivered besides, sorted. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly unique: boolean;
  readonly domain: ValueDomain;
  readonly deprecated: boolean;
  readonly classification: string;
  /** Whether it is marked as data about people. */
  readonly personal: boolean;
  readonly critical: boolean;
  readonly encryptedName: string;
  readonly semanticType: string;
  /** Position in the partition key, from 1; 0: not in it. */
  readonly partition: number;
  /** From what and how it is worked out; empty when not said. */
  readonly derivation: string;
  readonly vector: VectorForm | undefined;
  readonly relationships: readonly RelationshipForm[];
  readonly promises: readonly PromiseForm[];
  readonly custom: Custom;
  readonly tags: readonly string[];
  readonly words: string;
  /** Fields of an object. */
  readonly fields: readonly FieldForm[];
  readonly items: FieldForm | undefined;
  readonly key: FieldForm | undefined;
  readonly value: FieldForm | undefined;
  readonly place: JsonPath;
}

/** Which values a field may hold. A bound that is absent is no bound. */
export interface ValueDomain {
  /** Canonical texts of the values allowed; absent: any. */
  readonly values?: readonly string[];
  /** What is said of the values besides: ids, labels, descriptions. */
  readonly labels: string;
  /** Whether readers may rely on it that no value is added: `meshgate.enumClosed`. */
  readonly closed: boolean;
  /** By name: a bound that values must reach or may not pass. */
  readonly bounds: Readonly<Partial<Record<BoundName, Bound>>>;
  readonly multipleOf?: number;
  readonly pattern: string;
  /** `format` of a text, date or time. */
  readonly format: string;
  readonly uniqueItems: boolean;
}

export type BoundName = "value" | "length" | "items" | "properties";

/** An interval. Ends are numbers, or texts that sort as the moments they name. */
export interface Bound {
  readonly least?: Limit;
  readonly most?: Limit;
}

export interface Limit {
  readonly value: number | string;
  /** Whether the end itself is left out. */
  readonly open: boolean;
}

export interface VectorForm {
  readonly model: string;
  readonly modelVersion: string;
  readonly normalized: boolean;
  readonly metric: string;
}

export interface RelationshipForm {
  readonly id?: string;
  /** Empty where it starts at the field that it stands at. */
  readonly from: string;
  readonly to: string;
  readonly place: JsonPath;
}

/** A quality rule. Those that say the same as a key of the field are folded into the field and stand here no more. */
export interface PromiseForm {
  readonly id?: string;
  readonly name: string;
  /** `library`, `sql`, `custom`, `text`. */
  readonly type: string;
  readonly metric: string;
  /** Which values of the metric keep the promise; undefined: not said as an interval. */
  readonly allowed: Bound | undefined;
  readonly arguments: string;
  /** `rows` or `percent`. */
  readonly unit: string;
  /** Query, implementation, engine and unit, as one text. */
  readonly how: string;
  readonly severity: string;
  readonly words: string;
  readonly place: JsonPath;
}

/** A service level; several may have the same property for other elements or drivers. */
export interface ServiceLevelForm {
  readonly property: string;
  readonly element: string;
  readonly driver: string;
  readonly value: number | undefined;
  /** The base unit of the kind of value: `second`, `share` from 0 to 1, `moment`, `time of day`; else as written. */
  readonly unit: string;
  /** As the author wrote it, with its unit. */
  readonly written: string;
  /** `valueExt`, as written. */
  readonly extension: string;
  readonly schedule: string;
  readonly words: string;
  readonly place: JsonPath;
}

export interface ServerForm {
  readonly id?: string;
  readonly name: string;
  readonly environment: string;
  readonly type: string;
  /** Where the data is: host, account, project, path, topic, by key. */
  readonly location: Readonly<Record<string, string>>;
  /** How it is written: format, delimiter, encoding, catalog, by key. */
  readonly encoding: Readonly<Record<string, string>>;
  readonly words: string;
  readonly place: JsonPath;
}

export interface RoleForm {
  readonly id?: string;
  readonly name: string;
  readonly access: string;
  readonly approvers: string;
  readonly words: string;
  readonly place: JsonPath;
}
