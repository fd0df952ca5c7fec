import type { Custom } from "../../form/contract.ts";
import { sunsetOf } from "../../form/text.ts";
import { SUNSET_KEY, sunsetMove, sunsetText } from "../../product/sunset.ts";
import type { SunsetMove } from "../../product/sunset.ts";
import type { Both, Found, Rule, RuleTerms } from "../../rule.ts";
import { onBoth, rule } from "../../rule.ts";

/** What the rules of a contract, an object and a field have in common. */
interface Terms extends Omit<RuleTerms, "id" | "facet" | "title" | "mirror"> {
  readonly move: SunsetMove;
  readonly mirror: SunsetMove;
  readonly title: (what: string) => string;
  /** What is said of the element `name`, whose end was `before` and is `after`. */
  readonly tell: (name: string, before: string, after: string) => Pick<Found, "message" | "remedy" | "reasons">;
}

/** The same rule for each level that can say by `meshgate.sunset` when it ends. */
export function sunsetRules({ move, mirror, title, tell, ...terms }: Terms): readonly Rule[] {
  const at = (level: string, what: string): Omit<RuleTerms, "level"> => ({
    ...terms,
    id: `${level}.sunset.${move}`,
    facet: "lifecycle",
    title: title(what),
    mirror: `${level}.sunset.${mirror}`,
  });
  const found = (both: Both<{ readonly custom: Custom }>, name: string): Found | undefined => {
    const [before, after] = [{ sunset: sunsetOf(both.before.custom) }, { sunset: sunsetOf(both.after.custom) }];
    if (sunsetMove({ before, after }) !== move) return undefined;
    return {
      before: before.sunset || null,
      after: after.sunset || null,
      key: SUNSET_KEY,
      ...tell(name, sunsetText(before), sunsetText(after)),
    };
  };
  return [
    rule({ ...at("contract", "a contract"), level: "contract", find: onBoth((both) => found(both, "The contract")) }),
    rule({ ...at("object", "an object"), level: "object", find: onBoth((both) => found(both, both.after.name)) }),
    rule({ ...at("field", "a field"), level: "field", find: onBoth((both) => found(both, both.after.path)) }),
  ];
}
