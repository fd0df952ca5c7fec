import { quote } from "../../../source/words.ts";
import { onBoth, rule } from "../../rule.ts";
import { moves, statuses } from "./status.ts";

export const contractRetired = rule({
  id: "contract.retired",
  row: "K8",
  level: "contract",
  facet: "existence",
  direction: "weaken",
  title: "A contract is retired",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "contract.revived",
  find: onBoth((both) => {
    if (!moves(both, ["draft", "active", "deprecated"], ["retired"])) return undefined;
    const { before } = both;
    return {
      ...statuses(both),
      message: "The contract is retired: its data ends.",
      remedy: `Keep the status ${quote(before.status)} until the notice is over and nobody reads it.`,
      reasons: {
        consumer: "Whoever still reads it finds nothing.",
        producer: "Nothing is written any more.",
      },
    };
  }),
});
