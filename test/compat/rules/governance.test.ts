import { GOVERNANCE_RULES } from "../../../src/compat/rules/governance/index.ts";
import { tellEach } from "./pairs.ts";
import { GOVERNANCE_PAIRS } from "./pairs/governance.ts";

tellEach(GOVERNANCE_PAIRS, GOVERNANCE_RULES);
