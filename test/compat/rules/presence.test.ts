import { PRESENCE_RULES } from "../../../src/compat/rules/presence/index.ts";
import { tellEach } from "./pairs.ts";
import { PRESENCE_PAIRS } from "./pairs/presence.ts";

tellEach(PRESENCE_PAIRS, PRESENCE_RULES);
