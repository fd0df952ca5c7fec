import type { JsonPath } from "../model/json.ts";
import type { Location } from "../model/location.ts";
import type { PolicySetting } from "../model/settings.ts";

/** What somebody other than the policy's author sets for a policy: the guild in `meshgate.yaml`, a domain in its binding. */
export interface Layer {
  /** As messages call it: `the mesh`, `domain player`. */
  readonly name: string;
  readonly setting: PolicySetting;
  /** Where a part of the setting stands: its pointer in the file, and the location. The nearest part that there is. */
  readonly locate: (path: JsonPath) => { readonly path: string; readonly location: Location };
}

/** Who has set a value that is in force, and where. */
export interface Source {
  /** `policy` for the author's own value, else the name of the layer. */
  readonly layer: string;
  readonly location: Location;
}
