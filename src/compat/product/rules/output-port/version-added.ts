import { onAdded } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortVersionAdded = productRule({
  id: "outputPort.version.added",
  row: "K1",
  level: "outputPort",
  facet: "existence",
  direction: "additive",
  title: "An output port is offered in one version more",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "outputPort.version.removed",
  find: onAdded((after, { names }) => {
    if (!names.before.has(after.name)) return undefined;
    return {
      before: null,
      after: labelOf(after),
      message: `The version ${labelOf(after)} of an output port is new.`,
      remedy: `Tell readers of other versions of ${after.name} until when they have to move.`,
      reasons: { consumer: "Nobody reads this version yet.", producer: "Nothing that exists belongs to it." },
    };
  }),
});
