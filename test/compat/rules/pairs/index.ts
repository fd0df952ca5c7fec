import type { Example } from "../example.ts";
import { FIELD_PAIRS } from "./field.ts";
import { GOVERNANCE_PAIRS } from "./governance.ts";
import { KEY_PAIRS } from "./key.ts";
import { LIFECYCLE_PAIRS } from "./lifecycle.ts";
import { NEAR_PAIRS } from "./near.ts";
import { OBJECT_PAIRS } from "./object.ts";
import { PRESENCE_PAIRS } from "./presence.ts";
import { QUALITY_PAIRS } from "./quality.ts";
import { SERVER_PAIRS } from "./server.ts";
import { SERVICE_LEVEL_PAIRS } from "./service-level.ts";
import { SUNSET_PAIRS } from "./sunset.ts";
import { TYPE_PAIRS } from "./type.ts";
import { VALUE_PAIRS } from "./value.ts";

/** Pairs of contracts for every rule, by area. */
export const PAIRS: Readonly<Record<string, readonly Example[]>> = {
  field: FIELD_PAIRS,
  governance: GOVERNANCE_PAIRS,
  key: KEY_PAIRS,
  lifecycle: LIFECYCLE_PAIRS,
  near: NEAR_PAIRS,
  object: OBJECT_PAIRS,
  presence: PRESENCE_PAIRS,
  quality: QUALITY_PAIRS,
  server: SERVER_PAIRS,
  "service-level": SERVICE_LEVEL_PAIRS,
  sunset: SUNSET_PAIRS,
  type: TYPE_PAIRS,
  value: VALUE_PAIRS,
};
