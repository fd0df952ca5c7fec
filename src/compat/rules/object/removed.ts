import { alikeIn } from "../../alike.ts";
import { onRemoved, rule } from "../../rule.ts";

export const objectRemoved = rule({
  id: "object.removed",
  row: "A2",
  level: "object",
  facet: "existence",
  direction: "weaken",
  title: "An object is gone",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "object.added",
  find: onRemoved(({ name, deprecated }, { newcomers = [] }) => {
    const heir = alikeIn(name, newcomers);
    return {
      before: name,
      after: null,
      message: `${name} is gone.`,
      remedy:
        heir !== undefined
          ? `${heir} looks like a rename of ${name}: give it \`meshgate.renamedFrom: ${name}\`.`
          : deprecated
            ? `Keep ${name} until its readers have moved.`
            : `Keep ${name}, and write \`deprecated: true\` on it first.`,
      reasons: {
        consumer: "Whoever reads it finds nothing.",
        producer: "What is stored in it is promised to nobody any more.",
      },
    };
  }),
});
