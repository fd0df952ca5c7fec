import type { Argument, Operator, Polarity } from "../../src/policy/language/operator.ts";
import { UNSUPPORTED } from "../../src/policy/language/unsupported.ts";
import { OPERATORS } from "../../src/policy/operators/index.ts";
import { UNIT_NAMES } from "../../src/policy/values/quantity.ts";
import { anchor, code, flow, table } from "./markdown.ts";
import type { Parts } from "./page.ts";

export function operatorParts(): Parts {
  return {
    index: table(
      ["operator", "what it says"],
      OPERATORS.map(({ name, summary }) => [`[${name}](#${anchor(name)})`, summary]),
    ),
    operators: OPERATORS.map(section).join("\n\n"),
    units: `Units: ${UNIT_NAMES.map(code).join(", ")}.`,
    unsupported: table(
      ["JsonLogic", "here"],
      [...UNSUPPORTED].map(([name, instead]) => [code(name), instead]),
    ),
  };
}

function section(operator: Operator): string {
  const { name, aliases, summary, examples } = operator;
  const also = aliases.length === 0 ? "" : ` Also written ${aliases.map(code).join(", ")}.`;
  const rows = examples.map(([rule, data, result]) => [code(flow(rule)), code(flow(data)), flow(result)]);
  return [`### ${name}`, `${summary}${also}`, signature(operator), table(["rule", "facts", "result"], rows)].join(
    "\n\n",
  );
}

/** What an author writes, and what each argument may be. */
function signature(operator: Operator): string {
  const { name, arity } = operator;
  const args = Array.from({ length: arity.min }, (_, index) => operator.argument(index, arity.min));
  const meanings = new Map(args.map((one) => [one.name, wordsFor(one)]));
  const names = [...meanings.keys(), ...(arity.max > arity.min ? ["…"] : [])];
  const written = names.length === 1 ? `{ ${name}: ${names.join("")} }` : `{ ${name}: [${names.join(", ")}] }`;
  const [first = "", ...others] = meanings.values();
  const alike = others.length > 0 && others.every((other) => other === first);
  const explained = alike ? `each ${first}` : [...meanings].map(([key, words]) => `${key}: ${words}`).join("; ");
  return `${code(written)} — ${explained}.${movement(args)}`;
}

/** Which arguments the result follows, and which it goes against. */
function movement(args: readonly Argument[]): string {
  const named = (polarity: Polarity): string =>
    [...new Set(args.filter((one) => one.polarity === polarity).map(({ name }) => code(name)))].join(" and ");
  const parts = [
    ["rises with", named("up")],
    ["falls with", named("down")],
  ].flatMap(([verb, names]) => (names === "" ? [] : [`${verb} ${names}`]));
  return parts.length === 0 ? "" : ` The result ${parts.join(" and ")}.`;
}

function wordsFor({ type, form }: Argument): string {
  if (form === "read") return "a read, `{ var: … }`";
  if (form === "subject") return "a read of the subject itself, such as `{ var: product.version }`";
  if (form === "literal" || form === "schema") return `${type.expects}, written out`;
  return form === "condition" ? "true or false, asked of each element, which it reads as `item`" : type.expects;
}
