import { onRemoved } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const managementPortRemoved = productRule({
  id: "managementPort.removed",
  row: "K2",
  level: "managementPort",
  facet: "existence",
  direction: "weaken",
  title: "A management port is gone",
  consumer: "unknown",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "managementPort.added",
  find: onRemoved(({ name }) => ({
    before: name,
    after: null,
    message: `The management port ${name} is gone.`,
    remedy: `Ask whoever watches or steers the product by ${name}, and keep it until they have moved.`,
    reasons: {
      consumer: "The data is the same; nobody knows who watches or steers the product by it.",
      producer: "The data is the same.",
    },
  })),
});
