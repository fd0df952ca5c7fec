import { OVERVIEW, pageOf } from "../../model/policy-docs.ts";
import type { PolicyDocs } from "../../model/policy-docs.ts";
import { overviewPage } from "./overview.ts";
import { policyPage } from "./page.ts";

/** The first line of every page, by which pages are told from what others have written. */
export const PAGE_MARK = "<!-- Made by `meshgate policy docs`. Change the policy, not this page. -->";

/** The pages by the names of their files. */
export function policyPages(docs: PolicyDocs): ReadonlyMap<string, string> {
  const whole = (body: string): string => `${PAGE_MARK}\n\n${body}\n`;
  return new Map([
    [OVERVIEW, whole(overviewPage(docs))],
    ...docs.policies.map((policy) => [pageOf(policy.id), whole(policyPage(policy, docs.asOf))] as const),
  ]);
}
