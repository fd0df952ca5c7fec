import { quote } from "../../../source/words.ts";
import { onBoth, rule } from "../../rule.ts";
import { moves, statuses } from "./status.ts";

export const contractWithdrawn = rule({
  id: "contract.withdrawn",
  row: "K9",
  level: "contract",
  facet: "existence",
  direction: "weaken",
  title: "A contract goes back to being a draft",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "contract.released",
  find: onBoth((both) => {
    if (!moves(both, ["active", "deprecated"], ["draft"])) return undefined;
    const { before, after } = both;
    return {
      ...statuses(both),
      message: `The contract is ${after.status} again: nothing that it says is promised any more.`,
      remedy: `Keep the status ${quote(before.status)}, and work on the next version in a file of its own.`,
      reasons: {
        consumer: "What readers rely on may change on any day from now on.",
        producer: "Stored rows stay as they are.",
      },
    };
  }),
});
