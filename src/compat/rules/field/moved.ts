import { onBoth, rule } from "../../rule.ts";

export const fieldMoved = rule({
  id: "field.moved",
  row: "B9",
  level: "field",
  facet: "identity",
  direction: "incomparable",
  title: "A field stands under another parent",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.moved",
  find: onBoth(({ before, after }, { by }) => {
    if (by !== "moved") return undefined;
    return {
      before: before.path,
      after: after.path,
      message: `${before.path} stands at ${after.path} now.`,
      remedy: `Add ${after.path} beside ${before.path}, and write \`deprecated: true\` on ${before.path} until its readers have moved.`,
      reasons: {
        consumer: "Readers look for it at its old place.",
        producer: "Stored rows and pipelines have it at its old place.",
      },
    };
  }),
});
