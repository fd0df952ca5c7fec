import type { ProductRule } from "../../rule.ts";
import { managementPortAdded } from "./added.ts";
import { managementPortCustomChanged } from "./custom-changed.ts";
import { managementPortInterfaceChanged } from "./interface-changed.ts";
import { managementPortRemoved } from "./removed.ts";
import { managementPortRenamed } from "./renamed.ts";
import { managementPortWordsChanged } from "./words-changed.ts";

/** How a product is watched and steered. */
export const MANAGEMENT_PORT_RULES: readonly ProductRule[] = [
  managementPortAdded,
  managementPortRemoved,
  managementPortRenamed,
  managementPortInterfaceChanged,
  managementPortWordsChanged,
  managementPortCustomChanged,
];
