import { list, own } from "../../model/json.ts";
import { among } from "../language/equality.ts";
import { defineOperator } from "../language/operator.ts";
import { failed } from "../language/result.ts";
import { quote } from "../language/show.ts";
import { OBJECT, SCALAR, SCALARS, TEXT } from "../language/types.ts";

const GUILD = { valueSets: { zones: ["eu", "us"] } };

export const inValueSet = defineOperator({
  name: "inValueSet",
  summary: "True when a value set of guild.yaml holds the value. A set that does not exist is an error.",
  examples: [
    [{ inValueSet: [{ var: "it.a" }, "zones"] }, { it: { a: "eu" }, guild: GUILD }, true],
    [{ inValueSet: [{ var: "it.a" }, "zones"] }, { it: { a: "EU" }, guild: GUILD }, false],
    [{ inValueSet: [{ var: "it.a" }, "zones"] }, { it: {}, guild: GUILD }, "missing"],
    [{ inValueSet: [{ var: "it.a" }, "regions"] }, { it: { a: "eu" }, guild: GUILD }, "error"],
    [{ inValueSet: [{ var: "it.a" }, "zones"] }, { it: { a: 1 }, guild: GUILD }, "error"],
  ],
  arguments: [
    { name: "value", type: SCALAR },
    { name: "set", type: TEXT, form: "literal", names: ["guild", "valueSets"] },
    { name: "sets", type: OBJECT, fact: ["guild", "valueSets"] },
  ],
  result: "boolean",
  cost: (_, name, sets) => list(own(sets, name)).length / 10,
  apply(value, name, sets) {
    const set = SCALARS.read(own(sets, name) ?? null);
    return set === undefined
      ? failed(`inValueSet finds no value set ${quote(name)} in guild.yaml`)
      : among("inValueSet", value, set);
  },
});
