import { SERVER_RULES } from "../../../src/compat/rules/server/index.ts";
import { tellEach } from "./pairs.ts";
import { SERVER_PAIRS } from "./pairs/server.ts";

tellEach(SERVER_PAIRS, SERVER_RULES);
