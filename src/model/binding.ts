import type { Json } from "./json.ts";
import type { PolicySetting } from "./settings.ts";

/** What a domain sets for policies that bind everybody: `bindings/<domain>.yaml`. */
export interface Binding {
  readonly domain: string;
  readonly policies: readonly BoundPolicy[];
}

export interface BoundPolicy {
  readonly id: string;
  /** The major version that the domain has agreed to. */
  readonly major: number;
  /** The key as it is written, `global.retention@1`. */
  readonly key: string;
  readonly setting: PolicySetting;
  /** A condition that must hold besides, with its own words. */
  readonly also?: Addition;
}

export interface Addition {
  readonly rule: Json;
  readonly message: Json;
  readonly fix: Json;
}
