import type { Format } from "../format.ts";
import { consumer } from "./consumer.ts";
import { odcs } from "./odcs.ts";
import { odps } from "./odps.ts";

export { FOREIGN_FORMATS } from "./foreign.ts";

/** The formats that are read. A document is of the first one that recognises it. */
export const FORMATS: readonly Format[] = [odps, odcs, consumer];
