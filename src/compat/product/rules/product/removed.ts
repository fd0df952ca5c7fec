import { onRemoved } from "../../../rule.ts";
import { stageOf } from "../../status.ts";
import { productRule } from "../../rule.ts";

export const productRemoved = productRule({
  id: "product.removed",
  row: "K8",
  level: "product",
  facet: "existence",
  direction: "weaken",
  title: "A product is gone",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "product.added",
  find: onRemoved((before) => {
    const isRetired = stageOf(before) === "retired";
    return {
      before: before.id,
      after: null,
      ...(isRetired && { consumer: "ok", class: "safe", semver: "minor" }),
      message: isRetired
        ? `The product ${before.id} is gone; it was retired before.`
        : `The product ${before.id} is gone.`,
      remedy: isRetired
        ? `Keep the descriptor of ${before.id} as long as anybody may look for it.`
        : before.deprecated
          ? `Keep the product ${before.id} until its readers have moved.`
          : `Keep the product ${before.id}, and write \`status: deprecated\` in it first.`,
      reasons: {
        consumer: isRetired ? "It was promised to nobody any more." : "Whoever reads it finds nothing.",
        producer: "What it held is promised to nobody any more.",
      },
    };
  }),
});
