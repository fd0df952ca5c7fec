import { CONSUMER } from "../../descriptor/schemas/consumer.ts";
import { keyTreeOf } from "../../descriptor/schemas/key-tree.ts";
import { ODCS } from "../../descriptor/schemas/odcs.ts";
import { ODPS } from "../../descriptor/schemas/odps.ts";
import { factTrees } from "../../policy/facts/key-tree.ts";

/** What policies may read of the descriptors that are read here. */
export const FACT_TREES = factTrees({
  product: keyTreeOf(ODPS),
  consumer: keyTreeOf(CONSUMER),
  contract: keyTreeOf(ODCS),
});
