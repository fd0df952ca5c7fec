import { onAdded } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortAdded = productRule({
  id: "outputPort.added",
  row: "K1",
  level: "outputPort",
  facet: "existence",
  direction: "additive",
  title: "An output port is new",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "outputPort.removed",
  find: onAdded((after, { names }) => {
    if (names.before.has(after.name)) return undefined;
    return {
      before: null,
      after: labelOf(after),
      message: `The output port ${labelOf(after)} is new.`,
      remedy: "Raise the minor version of the product.",
      reasons: { consumer: "Nobody reads it yet.", producer: "Nothing that exists belongs to it." },
    };
  }),
});
