import { onAdded } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const managementPortAdded = productRule({
  id: "managementPort.added",
  row: "K1",
  level: "managementPort",
  facet: "existence",
  direction: "additive",
  title: "A management port is new",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "managementPort.removed",
  find: onAdded(({ name }) => ({
    before: null,
    after: name,
    message: `The management port ${name} is new.`,
    remedy: "Raise the minor version of the product.",
    reasons: { consumer: "The data is the same.", producer: "The data is the same." },
  })),
});
