import { LEVELS } from "../../src/model/finding.ts";
import type { Level } from "../../src/model/finding.ts";
import type { Json } from "../../src/model/json.ts";
import type { Policy } from "../../src/policy/policy.ts";
import type { PackedPolicy, Pack, Parameter } from "./pack.ts";

const INTRODUCTION = `<!-- Made by scripts/generate-policy-docs.ts from policies/. Change the policy files, not this page. -->

# Policies

The policies that ship with Meshgate, by pack. A mesh takes a pack by naming it in \`meshgate.yaml\`, and sets the level
or the parameters of a policy there when it wants others:

\`\`\`yaml
packs: [baseline]
policies:
  baseline.field-names: { level: off }
  baseline.description: { params: { minWords: 8 } }
\`\`\`

A finding says what was found, where, and what to do. Its level decides what it means for a change:

| level | meaning |
| --- | --- |
| block | The change cannot be merged. |
| warn | A warning; the change can be merged. |
| advisory | A note to the owner. |
| shadow | Recorded and counted, not shown to the owner. |
| off | Not judged. |

A policy that does not apply to something is never a pass there: it is counted as not applicable. What is not declared
fails, unless the policy says otherwise. *Serves* names the user requirements behind a policy by number.
`;

/** What a policy looks at, by the first words of its target; the longest that fits counts. */
const SUBJECTS: readonly (readonly [target: string, words: string])[] = [
  ["product.outputPorts[*]", "every output port of every product"],
  ["product.removedOutputPorts[*]", "every output port that a change takes away from a product"],
  ["product.inputPorts[*].upstreams[*]", "everything that an input port of a product reads"],
  ["product.inputPorts[*]", "every input port of every product"],
  ["product", "every product"],
  ["consumer.inputPorts[*].upstreams[*]", "everything that an input port of a consumer reads"],
  ["consumer.inputPorts[*]", "every input port of every consumer"],
  ["consumer", "every consumer"],
  ["contract.fields[*]", "every field of every contract, at any depth"],
  ["contract.schema[*]", "every object of every contract"],
  ["contract.slaProperties[*]", "every service level of every contract"],
  ["contract", "every contract"],
  ["mesh.cycles[*]", "every circle of products that read each other"],
];

export function renderPacks(packs: readonly Pack[]): string {
  return [INTRODUCTION, ...packs.map(renderPack)].join("\n");
}

function renderPack(pack: Pack): string {
  const heading = `## ${pack.name} ${pack.version}: ${pack.title}\n\n${pack.description}\n`;
  return [heading, renderIndex(pack.policies), ...pack.policies.map(renderPolicy)].join("\n");
}

/** The policies from the heaviest level to the lightest. */
function renderIndex(policies: readonly PackedPolicy[]): string {
  const weigh = (level: Level): number => LEVELS.indexOf(level);
  const rows = policies
    .map(({ policy }) => policy)
    .sort((one, other) => weigh(other.level) - weigh(one.level))
    .map(({ id, level, title }) => `| [${id}](#${anchor(id)}) | ${level} | ${title} |`);
  return ["| policy | level | what it asks |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

/** The anchor that Markdown renderers give to a heading. */
function anchor(id: string): string {
  return id.toLowerCase().replaceAll(".", "");
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

function placing({ level, type }: Policy, target: string): string {
  const when = type === "change" ? "; judged when something changes" : "";
  return `Level: ${level}${when}. Looks at ${subject(target)}.`;
}

function subject(target: string): string {
  const found = SUBJECTS.find(([known]) => known === target);
  if (found === undefined) throw new Error(`say in scripts/policy-docs/page.ts what the target ${target} is`);
  return found[1];
}

function renderParameters(params: Readonly<Record<string, Parameter>>): string {
  const rows = Object.entries(params).map(
    ([name, { type, default: value, description }]) => `| ${name} | ${type} | ${show(value)} | ${description} |`,
  );
  if (rows.length === 0) return "";
  return ["| parameter | type | default | meaning |", "| --- | --- | --- | --- |", ...rows].join("\n");
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
