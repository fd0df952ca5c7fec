import type { Json, JsonPath } from "../../../model/json.ts";
import { own } from "../../../model/json.ts";
import { readsOf } from "../../language/check.ts";
import type { Expression } from "../../language/operator.ts";
import type { Mutant, Subject } from "../mutants.ts";
import { vocabularyOf } from "../mutants.ts";
import type { Site } from "../site.ts";
import { conditionOf, sitesOf } from "../site.ts";

/** The parts of a policy that decide where a mutant differs from it. */
export function focusOf(subject: Subject, { place }: Mutant): readonly Expression[] {
  const [member, name] = place;
  if (member === "params")
    return conditionsIn(subject)
      .filter((site) => readsParam(site, String(name)))
      .map(expressionOf);
  if (member === "applies" || member === "rule") {
    // What is asked of elements is asked of their list: a condition on `item` alone leads to no fact.
    const outside = conditionsIn(subject).filter(({ trees }) => !trees.has("item"));
    const around = outside.filter(({ path }) => startsWith(place, path));
    const closest = around.reduce<Site | undefined>(
      (best, site) => (best === undefined || site.path.length > best.path.length ? site : best),
      undefined,
    );
    return closest === undefined ? [] : [closest.expression];
  }
  return wholeRules(subject).map(expressionOf);
}

function wholeRules(subject: Subject): readonly Site[] {
  const { policy, document } = subject;
  const trees = vocabularyOf(subject).roots;
  const site = (member: string, expression: Expression | undefined, written: Json | undefined): readonly Site[] =>
    expression === undefined || written === undefined ? [] : [{ expression, written, path: [member], trees }];
  const { applies, body } = policy;
  return [
    ...site("applies", applies?.expression, own(document.value, "applies")),
    ...site("rule", body.kind === "rule" ? body.rule.expression : undefined, own(document.value, "rule")),
  ];
}

function conditionsIn(subject: Subject): readonly Site[] {
  return wholeRules(subject)
    .flatMap(sitesOf)
    .filter((site) => conditionOf(site));
}

function readsParam({ expression }: Site, name: string): boolean {
  const reads = expression.kind === "call" ? expression.args.flatMap(readsOf) : [];
  return reads.some(({ steps: [root, param] }) => root === "params" && param === name);
}

function startsWith(path: JsonPath, start: JsonPath): boolean {
  return start.every((step, index) => path[index] === step);
}

function expressionOf({ expression }: Site): Expression {
  return expression;
}
