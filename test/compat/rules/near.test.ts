import { tellEach } from "./pairs.ts";
import { NEAR_PAIRS } from "./pairs/near.ts";

tellEach(NEAR_PAIRS, []);
