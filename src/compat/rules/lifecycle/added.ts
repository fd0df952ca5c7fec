import { onAdded, rule } from "../../rule.ts";

export const contractAdded = rule({
  id: "contract.added",
  row: "K8",
  level: "contract",
  facet: "existence",
  direction: "additive",
  title: "A contract is new",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "none",
  mirror: "contract.removed",
  find: onAdded((after) => ({
    before: null,
    after: after.id,
    message: `The contract ${after.id} ${after.version} is new.`,
    remedy: "Name it at the output port that publishes the data.",
    reasons: { consumer: "Nobody reads it yet.", producer: "Nothing was promised before." },
  })),
});
