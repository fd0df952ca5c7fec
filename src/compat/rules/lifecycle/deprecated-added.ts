import { onBoth, rule } from "../../rule.ts";
import { moves, statuses } from "./status.ts";

export const contractDeprecatedAdded = rule({
  id: "contract.deprecated.added",
  row: "K7",
  level: "contract",
  facet: "lifecycle",
  direction: "annotation",
  title: "A contract is deprecated now",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "contract.deprecated.dropped",
  find: onBoth((both) => {
    if (!moves(both, ["active"], ["deprecated"])) return undefined;
    return {
      ...statuses(both),
      message: "The contract is deprecated now.",
      remedy: "Name in its description what to read instead, and until when.",
      reasons: {
        consumer: "Everything arrives as before; readers know now that it will end.",
        producer: "Stored rows stay as they are.",
      },
    };
  }),
});
