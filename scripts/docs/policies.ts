import { LEVELS } from "../../src/model/finding.ts";
import type { Level } from "../../src/model/finding.ts";
import type { Json } from "../../src/model/json.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { anchor, table } from "./markdown.ts";
import type { PackedPolicy, Pack, Parameter } from "./pack.ts";
import type { Parts } from "./page.ts";

/** What a policy looks at, by its target. */
const SUBJECTS: readonly (readonly [target: string, words: string])[] = [
  ["product.outputPorts[*].inputContracts[*]", "every input contract that an output port of a product names"],
  ["product.outputPorts[*]", "every output port of every product"],
  ["product.removedOutputPorts[*]", "every output port that a change takes away from a product"],
  ["product.changes[*]", "every atomic change of a product"],
  ["product.inputPorts[*].upstreams[*].uses[*]", "every field that an input port of a product says it reads"],
  ["product.inputPorts[*].upstreams[*]", "everything that an input port of a product reads"],
  ["product.inputPorts[*]", "every input port of every product"],
  ["product", "every product"],
  ["consumer.inputPorts[*].upstreams[*].uses[*]", "every field that an input port of a consumer says it reads"],
  ["consumer.inputPorts[*].upstreams[*]", "everything that an input port of a consumer reads"],
  ["consumer.inputPorts[*]", "every input port of every consumer"],
  ["consumer", "every consumer"],
  ["contract.changes[*]", "every atomic change of a contract"],
  ["contract.fields[*]", "every field of every contract, at any depth"],
  ["contract.schema[*]", "every object of every contract"],
  ["contract.slaProperties[*]", "every service level of every contract"],
  ["contract", "every contract"],
  ["mesh.cycles[*]", "every circle of products that read each other"],
];

/** Where a guild starts comes first, then the choices beside it. */
const FIRST = "baseline";

export function policyParts(packs: readonly Pack[]): Parts {
  const sorted = packs.toSorted((one, other) => Number(other.name === FIRST) - Number(one.name === FIRST));
  return { overview: renderOverview(sorted), packs: sorted.map(renderPack).join("\n") };
}

function renderOverview(packs: readonly Pack[]): string {
  const rows = packs.map((pack) => [
    `[${pack.name}](#${anchor(headingOf(pack))})`,
    String(pack.policies.length),
    pack.title,
  ]);
  return table(["pack", "policies", "what it is"], rows);
}

function headingOf({ name, version, title }: Pack): string {
  return `${name} ${version}: ${title}`;
}

function renderPack(pack: Pack): string {
  const heading = `## ${headingOf(pack)}\n\n${pack.description}\n`;
  return [heading, renderIndex(pack.policies), ...pack.policies.map(renderPolicy)].join("\n");
}

/** The policies from the heaviest level to the lightest. */
function renderIndex(policies: readonly PackedPolicy[]): string {
  const weigh = (level: Level): number => LEVELS.indexOf(level);
  const rows = policies
    .map(({ policy }) => policy)
    .sort((one, other) => weigh(highest(other)) - weigh(highest(one)))
    .map((policy) => [`[${policy.id}](#${anchor(policy.id)})`, highest(policy), policy.title]);
  return `${table(["policy", "level", "what it asks"], rows)}\n`;
}

/** A shipped policy has one level, or one that it rises to. */
function highest({ schedule }: Policy): Level {
  return schedule.at(-1)?.level ?? "off";
}

function renderPolicy({ policy, source, check, example }: PackedPolicy): string {
  const parts = [
    `### ${policy.id}`,
    `**${policy.title}.** ${placing(policy, source.target.forEach)}`,
    policy.rationale,
    `\`\`\`yaml\n${check}\n\`\`\``,
    renderParameters(source.params ?? {}),
    `A failure says, for example:\n\n> ${example.message}\n>\n> ${example.remedy}`,
    renderCases(policy),
    `Serves ${policy.serves.join(", ")}.`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function placing(policy: Policy, target: string): string {
  const when = policy.type === "change" ? "; judged when something changes" : "";
  return `Level: ${highest(policy)}${when}. Looks at ${subject(target)}.`;
}

function subject(target: string): string {
  const found = SUBJECTS.find(([known]) => known === target);
  if (found === undefined) throw new Error(`say in scripts/docs/policies.ts what the target ${target} is`);
  return found[1];
}

function renderParameters(params: Readonly<Record<string, Parameter>>): string {
  const rows = Object.entries(params).map(([name, param]) => [
    name,
    param.type,
    show(param.default),
    `${param.description}${leeway(param)}`,
  ]);
  return rows.length === 0 ? "" : table(["parameter", "type", "default", "meaning"], rows);
}

/** What a domain may bind. */
function leeway({ stricter, domains }: Parameter): string {
  if (domains?.values !== undefined) return ` A domain may bind one of ${domains.values.map(show).join(", ")}.`;
  const from = domains?.min === undefined ? "" : ` from ${show(domains.min)}`;
  const to = domains?.max === undefined ? "" : ` up to ${show(domains.max)}`;
  if (domains !== undefined) return ` A domain may bind values${from}${to}; ${stricter ?? ""} is stricter.`;
  return stricter === undefined ? "" : ` A domain may bind ${stricter} values.`;
}

function show(value: Json): string {
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

const VERDICTS: readonly (readonly [expect: string, words: string])[] = [
  ["pass", "Passes"],
  ["fail", "Fails"],
  ["not-applicable", "Does not apply"],
];

function renderCases({ cases: all }: Policy): string {
  return VERDICTS.map(([expect, words]) => [words, all.filter((one) => one.expect === expect)] as const)
    .filter(([, cases]) => cases.length > 0)
    .map(([words, cases]) => `- ${words}: ${cases.map(({ name }) => name).join("; ")}.`)
    .join("\n");
}
