import { onBoth, rule } from "../../rule.ts";
import { moves, statuses } from "./status.ts";

export const contractRevived = rule({
  id: "contract.revived",
  row: "K8",
  level: "contract",
  facet: "existence",
  direction: "additive",
  title: "A retired contract comes back",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "contract.retired",
  find: onBoth((both) => {
    if (!moves(both, ["retired"], ["draft", "active", "deprecated"])) return undefined;
    return {
      ...statuses(both),
      message: "The contract is not retired any more.",
      remedy: "Give what comes back an id of its own if it is not the same data.",
      reasons: {
        consumer: "Readers find more than before.",
        producer: "Whoever writes the data has to keep what it says from now on.",
      },
    };
  }),
});
