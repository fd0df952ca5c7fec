import { onRemoved, rule } from "../../rule.ts";

export const contractRemoved = rule({
  id: "contract.removed",
  row: "K8",
  level: "contract",
  facet: "existence",
  direction: "weaken",
  title: "A contract is gone",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "contract.added",
  find: onRemoved((before) => ({
    before: before.id,
    after: null,
    message: `The contract ${before.id} ${before.version} is gone.`,
    remedy: `Keep ${before.id} with \`status: deprecated\` until the notice is over and nobody reads it.`,
    reasons: {
      consumer: "Whoever reads it has no promise left, and nobody knows what becomes of the data.",
      producer: "Stored rows stay as they are.",
    },
  })),
});
