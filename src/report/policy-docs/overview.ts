import { levelAt } from "../../model/enforcement.ts";
import { LEVELS } from "../../model/finding.ts";
import { compareText } from "../../model/order.ts";
import { pageOf } from "../../model/policy-docs.ts";
import type { DocumentedPolicy, PolicyDocs } from "../../model/policy-docs.ts";
import { code, link, md } from "../escape/markdown.ts";
import { capital, counted } from "../words.ts";
import { differences } from "./values.ts";
import { comingStages, LEVEL_MEANINGS, ownersWords, section, stacked, table } from "./words.ts";

/** Every policy by whose it is, and where domains differ. */
export function overviewPage(docs: PolicyDocs): string {
  const { mesh, policies } = docs;
  return stacked([
    mesh === "" ? "# Policies" : `# Policies of ${md(mesh)}`,
    `${capital(counted(policies.length, "policy", "policies"))} in force or on the way. What a level means:`,
    LEVELS.map((level) => `- **${level}**: ${LEVEL_MEANINGS[level]}`).join("\n"),
    ...layersOf(docs).map((layer) => section(md(capital(layer)), policyTable(docs, layer))),
    section("Where domains differ", differenceTable(docs)),
  ]);
}

/** Packs by name, the guild, then the domains as they stand in `guild.yaml`. */
function layersOf({ policies, domains }: PolicyDocs): readonly string[] {
  const layers = [...new Set(policies.map(({ layer }) => layer))];
  const packs = layers.filter((layer) => layer.startsWith("pack ")).sort(compareText);
  return [...packs, "guild", ...domains.map((domain) => `domain ${domain}`)].filter((layer) => layers.includes(layer));
}

function policyTable({ policies, asOf }: PolicyDocs, layer: string): string {
  const rows = policies
    .filter((policy) => policy.layer === layer)
    .map(({ id, title, forms: [{ schedule }], owners }) => [
      link(code(id), pageOf(id)),
      md(title),
      levelAt(schedule, asOf),
      comingStages(schedule, asOf).join(", "),
      ownersWords(owners),
    ]);
  return table(["policy", "what it asks", "level", "what comes", "ask"], rows);
}

/** A row for each policy that is not the same for all, a column for each domain that has something of its own. */
function differenceTable({ policies, domains, asOf }: PolicyDocs): string {
  const rows = policies.flatMap((policy) => {
    const found = differences(policy, asOf);
    return found.length + policy.additions.length === 0 ? [] : [{ policy, found }];
  });
  const cell = ({ policy, found }: (typeof rows)[number], domain: string): string =>
    [
      ...found.flatMap(({ name, domains: own }) => {
        const words = own.get(domain);
        return words === undefined ? [] : [`${md(name)} ${words}`];
      }),
      ...(hasAddition(policy, domain) ? ["asks more"] : []),
    ].join("; ");
  const shown = domains.filter((domain) => rows.some((row) => cell(row, domain) !== ""));
  return table(
    ["policy", "everybody", ...shown.map((domain) => md(domain))],
    rows.map((row) => [
      link(code(row.policy.id), pageOf(row.policy.id)),
      row.found.map(({ name, everybody }) => `${md(name)} ${everybody}`).join("; "),
      ...shown.map((domain) => cell(row, domain)),
    ]),
  );
}

function hasAddition({ additions }: DocumentedPolicy, domain: string): boolean {
  return additions.some((addition) => addition.domain === domain);
}
