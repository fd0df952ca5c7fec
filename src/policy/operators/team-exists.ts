import { defineOperator } from "../language/operator.ts";
import { SCALARS, TEXT } from "../language/types.ts";

const GUILD = { teams: ["@daff/player-data", "@daff/privacy"] };

export const teamExists = defineOperator({
  name: "teamExists",
  summary:
    "True when guild.yaml knows the team, written like there: among `teams`, or where it has no `teams` as an owner or holder of a seat.",
  examples: [
    [{ teamExists: { var: "it.a" } }, { it: { a: "@daff/privacy" }, guild: GUILD }, true],
    [{ teamExists: [{ var: "it.a" }] }, { it: { a: "@daff/Privacy" }, guild: GUILD }, false],
    [{ teamExists: { var: "it.a" } }, { it: {}, guild: GUILD }, "missing"],
    [{ teamExists: { var: "it.a" } }, { it: { a: ["@daff/privacy"] }, guild: GUILD }, "error"],
  ],
  arguments: [
    { name: "name", type: TEXT },
    { name: "teams", type: SCALARS, fact: ["guild", "teams"] },
  ],
  result: "boolean",
  cost: (_, teams) => teams.length / 10,
  apply: (name, teams) => teams.includes(name),
});
