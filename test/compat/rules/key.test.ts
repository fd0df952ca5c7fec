import { KEY_RULES } from "../../../src/compat/rules/key/index.ts";
import { tellEach } from "./pairs.ts";
import { KEY_PAIRS } from "./pairs/key.ts";

tellEach(KEY_PAIRS, KEY_RULES);
