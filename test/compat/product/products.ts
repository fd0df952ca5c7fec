import { parse } from "yaml";
import type { Difference } from "../../../src/compat/difference.ts";
import type { CompareContracts } from "../../../src/compat/product/compare.ts";
import { compareProducts } from "../../../src/compat/product/compare.ts";
import type { ProductForm } from "../../../src/compat/product/form.ts";
import { productForm } from "../../../src/compat/product/read.ts";
import { PRODUCT_RULES } from "../../../src/compat/product/rules/index.ts";
import type { Json } from "../../../src/model/json.ts";

/** What is told of the way from one product to another; an empty text is no product. */
export function differences(before: string, after: string, compare?: CompareContracts): readonly Difference[] {
  return compareProducts(form(before), form(after), compare);
}

function form(yaml: string): ProductForm | undefined {
  return yaml === "" ? undefined : productForm(parse(yaml) as Json);
}

/** `rule consumer producer class semver` */
export function line(found: Difference): string {
  return [found.ruleId, found.axes.consumer.verdict, found.axes.producer.verdict, found.class, found.semver].join(" ");
}

/** That something may come does not mean that it may go: there only the rules are each other's mirror. */
export function axes({ ruleId, facet, axes: { consumer, producer } }: Difference): string {
  return facet === "existence" ? ruleId : [ruleId, consumer.verdict, producer.verdict].join(" ");
}

export function mirrored({ ruleId, facet, axes: { consumer, producer } }: Difference): string {
  const mirror = PRODUCT_RULES.find(({ id }) => id === ruleId)?.mirror ?? "";
  return facet === "existence" ? mirror : [mirror, producer.verdict, consumer.verdict].join(" ");
}
