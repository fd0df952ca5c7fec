import type { Json, JsonPath } from "../../model/json.ts";
import type { Custom } from "../form/contract.ts";

/**
 * A data product in one form, whatever version of the standard it is written in. Texts that are not given are empty;
 * lists without an order are sorted. `place` says where a part stands in its document.
 */
export interface ProductForm extends Ending {
  readonly id: string;
  /** `meshgate.renamedFrom`: the id that it had; empty: none. */
  readonly renamedFrom: string;
  readonly version: string;
  /** In lower case, without space around it. */
  readonly status: string;
  readonly domain: string;
  readonly tenant: string;
  /** `meshgate.class`: core. */
  readonly core: boolean;
  readonly outputPorts: readonly OutputPortForm[];
  readonly inputPorts: readonly InputPortForm[];
  readonly managementPorts: readonly ManagementPortForm[];
  /** Support channels, as canonical texts. */
  readonly support: readonly string[];
  /** Who is accountable, by name. */
  readonly owners: readonly string[];
  readonly team: Json;
  /** `purpose`, `limitations`, `usage` of the description. */
  readonly terms: Readonly<Record<"purpose" | "limitations" | "usage", string>>;
  readonly custom: Custom;
  readonly tags: readonly string[];
  /** Everything else that is only words, in canonical text. */
  readonly words: string;
  readonly place: JsonPath;
}

/** What can be announced to end. */
export interface Ending {
  /** By the flag, or by the status of a product. */
  readonly deprecated: boolean;
  /** `meshgate.sunset`: the day in UTC on which it ends, or what stands there when it is no day; empty: none. */
  readonly sunset: string;
}

/** What all ports have. Name and version together identify one; the stable id does so across both. */
export interface PortForm {
  readonly id?: string;
  readonly name: string;
  readonly version: string;
  /** `meshgate.renamedFrom`: the id or name that it had; empty: none. */
  readonly renamedFrom: string;
  readonly custom: Custom;
  readonly tags: readonly string[];
  readonly words: string;
  readonly place: JsonPath;
}

export interface OutputPortForm extends PortForm, Ending {
  readonly contractId: string;
  /** `table`, `topic`, `file`, `api`, …, in lower case and in the singular. */
  readonly type: string;
  /** `meshgate.interfaceClass` in lower case. */
  readonly interfaceClass: string;
  /** `meshgate.access`: `open`, `request` or `restricted`. */
  readonly access: string;
  /** `meshgate.privacyLevel` */
  readonly privacyLevel: string;
  /** Contracts that feed it, as `id@version`; none: all. */
  readonly inputContracts: readonly string[];
}

export interface InputPortForm extends PortForm {
  readonly contractId: string;
  /** `meshgate.uses`; undefined: everything. */
  readonly uses: readonly string[] | undefined;
  /** `meshgate.expects` */
  readonly expects: string;
  /** `meshgate.external` */
  readonly external: boolean;
}

export interface ManagementPortForm extends PortForm {
  /** What it gives access to, and how. */
  readonly interface: Readonly<Record<"content" | "type" | "url" | "channel", string>>;
}

/** A port as people name it, like `portLabel` of the mesh: `tracks@1.0.0`, or `tracks` when it has no version. */
export function labelOf({ name, version }: Pick<PortForm, "name" | "version">): string {
  return version === "" ? name : `${name}@${version}`;
}
