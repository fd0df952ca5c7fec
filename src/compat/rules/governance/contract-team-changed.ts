import { canonical } from "../../../model/json.ts";
import { onBoth, rule } from "../../rule.ts";

export const contractTeamChanged = rule({
  id: "contract.team.changed",
  row: "I7",
  level: "contract",
  facet: "docs",
  direction: "annotation",
  title: "Others answer for the data",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "contract.team.changed",
  find: onBoth(({ before, after }) => {
    if (canonical(before.team) === canonical(after.team)) return undefined;
    return {
      before: before.team,
      after: after.team,
      key: "team",
      message: "Others answer for the data now, or in another way.",
      remedy: "Tell readers whom to ask now.",
      reasons: { consumer: "The data is the same.", producer: "The data is the same." },
    };
  }),
});
