import { own } from "../../model/json.ts";
import { defineOperator } from "../language/operator.ts";
import { failed } from "../language/result.ts";
import { quote, show } from "../language/show.ts";
import { OBJECT, SCALAR, TEXT } from "../language/types.ts";

const GUILD = { tables: { limits: { public: "P10Y", personal: "P1Y" } } };

export const lookup = defineOperator({
  name: "lookup",
  summary:
    "What a table of guild.yaml says of a key; missing when it says nothing. A table that does not exist is an error.",
  examples: [
    [{ lookup: ["limits", { var: "it.a" }] }, { it: { a: "personal" }, guild: GUILD }, "P1Y"],
    [
      { durationLte: [{ var: "it.b" }, { lookup: ["limits", { var: "it.a" }] }] },
      { it: { a: "public", b: "P11Y" }, guild: GUILD },
      false,
    ],
    [{ lookup: ["limits", { var: "it.a" }] }, { it: { a: "secret" }, guild: GUILD }, "missing"],
    [{ lookup: ["limits", { var: "it.a" }] }, { it: {}, guild: GUILD }, "missing"],
    [{ lookup: ["bounds", { var: "it.a" }] }, { it: { a: "public" }, guild: GUILD }, "error"],
    [{ lookup: ["limits", { var: "it.a" }] }, { it: { a: 1 }, guild: GUILD }, "error"],
  ],
  arguments: [
    { name: "table", type: TEXT, form: "literal", names: ["guild", "tables"] },
    { name: "key", type: TEXT },
    { name: "tables", type: OBJECT, fact: ["guild", "tables"] },
  ],
  result: "unknown",
  apply(name, key, tables) {
    const table = own(tables, name);
    if (table === undefined) return failed(`lookup finds no table ${quote(name)} in guild.yaml`);
    return SCALAR.read(own(table, key) ?? null) ?? { kind: "missing", steps: ["guild", "tables", name, show(key)] };
  },
});
