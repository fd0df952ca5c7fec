import { onBoth, rule } from "../../rule.ts";
import { moves, statuses } from "./status.ts";

export const contractDeprecatedDropped = rule({
  id: "contract.deprecated.dropped",
  row: "K7",
  level: "contract",
  facet: "lifecycle",
  direction: "annotation",
  title: "A contract is not deprecated any more",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "contract.deprecated.added",
  find: onBoth((both) => {
    if (!moves(both, ["deprecated"], ["active"])) return undefined;
    return {
      ...statuses(both),
      message: "The contract is not deprecated any more.",
      remedy: "Tell the readers who have left that it stays.",
      reasons: {
        consumer: "Everything arrives as before.",
        producer: "Stored rows stay as they are.",
      },
    };
  }),
});
