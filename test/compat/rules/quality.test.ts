import { QUALITY_RULES } from "../../../src/compat/rules/quality/index.ts";
import { tellEach } from "./pairs.ts";
import { QUALITY_PAIRS } from "./pairs/quality.ts";

tellEach(QUALITY_PAIRS, QUALITY_RULES);
