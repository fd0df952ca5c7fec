import { CONSUMER } from "../../descriptor/schemas/consumer.ts";
import { keyTreeOf } from "../../descriptor/schemas/key-tree.ts";
import { ODCS } from "../../descriptor/schemas/odcs.ts";
import { ODPS } from "../../descriptor/schemas/odps.ts";
import type { Guild } from "../../model/settings.ts";
import { factTrees, factTreesIn } from "../../policy/facts/key-tree.ts";
import type { FactTrees } from "../../policy/facts/key-tree.ts";

/** What policies may read in a mesh: which value sets and tables there are its guild says. */
export function factTreesOf(guild: Guild): FactTrees {
  return factTreesIn(guild, FACT_TREES);
}

/** What policies may read of the descriptors that are read here. */
export const FACT_TREES = factTrees({
  product: keyTreeOf(ODPS),
  consumer: keyTreeOf(CONSUMER),
  contract: keyTreeOf(ODCS),
});
