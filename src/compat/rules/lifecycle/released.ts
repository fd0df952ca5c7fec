import { onBoth, rule } from "../../rule.ts";
import { moves, statuses } from "./status.ts";

export const contractReleased = rule({
  id: "contract.released",
  row: "K9",
  level: "contract",
  facet: "existence",
  direction: "additive",
  title: "A draft becomes a contract",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "contract.withdrawn",
  find: onBoth((both) => {
    if (!moves(both, ["draft"], ["active", "deprecated"])) return undefined;
    const { after } = both;
    return {
      ...statuses(both),
      message: `The contract is ${after.status} now: readers may rely on what it says.`,
      remedy: "Tell those who wait for it.",
      reasons: {
        consumer: "Readers may rely on it from now on.",
        producer: "Whoever writes the data has to keep what it says from now on.",
      },
    };
  }),
});
