import { VALUE_RULES } from "../../../src/compat/rules/value/index.ts";
import { tellEach } from "./pairs.ts";
import { VALUE_PAIRS } from "./pairs/value.ts";

tellEach(VALUE_PAIRS, VALUE_RULES);
