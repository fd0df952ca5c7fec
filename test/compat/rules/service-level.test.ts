import { SERVICE_LEVEL_RULES } from "../../../src/compat/rules/service-level/index.ts";
import { tellEach } from "./pairs.ts";
import { SERVICE_LEVEL_PAIRS } from "./pairs/service-level.ts";

tellEach(SERVICE_LEVEL_PAIRS, SERVICE_LEVEL_RULES);
