import { parse } from "yaml";
import type { ContractForm } from "../../../src/compat/form/contract.ts";
import { contractForm } from "../../../src/compat/form/read.ts";
import type { Pasts } from "../../../src/compat/life/past.ts";
import type { NoticeTerms } from "../../../src/compat/life/removal.ts";
import type { ProductForm } from "../../../src/compat/product/form.ts";
import { productForm } from "../../../src/compat/product/read.ts";
import { DEFAULT_COMPATIBILITY } from "../../../src/settings/compatibility.ts";
import type { Json } from "../../../src/model/json.ts";

/** A day and what landed on it; null: the file went. */
export type Landed = readonly [day: string, yaml: string | null];

/** Forms from the oldest to the newest. */
export function contracts(...landed: readonly Landed[]): Pasts<ContractForm> {
  return pasts(landed, contractForm);
}

export function products(...landed: readonly Landed[]): Pasts<ProductForm> {
  return pasts(landed, productForm);
}

function pasts<Form>(landed: readonly Landed[], read: (document: Json) => Form): Pasts<Form> {
  return landed.map(([day, yaml]) => ({ day, form: yaml === null ? null : read(parse(yaml) as Json) })).reverse();
}

/** What holds now. */
export function newest<Form>(history: Pasts<Form>): Form {
  const form = history[0]?.form;
  if (form === undefined || form === null) throw new Error("nothing is there now");
  return form;
}

export function termsOn(asOf: string, terms: Partial<NoticeTerms> = {}): NoticeTerms {
  return { notice: DEFAULT_COMPATIBILITY.notice, isCore: false, asOf, ...terms };
}

/** A contract `orders` with the lines of some fields, and further keys. */
export function orders(fields: readonly string[], more = "", inObject = ""): string {
  return [
    "id: orders",
    ...(more.includes("version:") ? [] : ["version: 1.0.0"]),
    more,
    "schema:",
    "  - name: orders",
    ...(inObject === "" ? [] : [`    ${inObject}`]),
    "    properties:",
    ...fields.map((field) => `      - ${field}`),
  ].join("\n");
}
