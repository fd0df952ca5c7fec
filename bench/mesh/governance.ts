import { definitionOf } from "./contract.ts";
import { ENTITIES } from "./words.ts";

export const SETTINGS_TEXT = `apiVersion: meshgate/v1
kind: Mesh
name: daff
packs: [baseline]
`;

export function guildText(domains: readonly string[]): string {
  return `apiVersion: meshgate/v1
kind: Guild
domains:
${domains.map((domain) => `  - id: ${domain}\n    name: ${domain}\n    owners: ["@daff/${domain}-data"]\n`).join("")}
classifications: [public, internal, confidential, restricted]
entities:
${ENTITIES.map(
  ({ entity, name, logicalType }) => `  - id: ${entity}
    identifier: ${name}
    logicalType: ${logicalType}
    definition: ${definitionOf(entity)}
`,
).join("")}
seats:
${domains.map((domain) => `  - id: ${domain}\n    domain: ${domain}\n    holders: ["@daff/${domain}-data"]\n`).join("")}`;
}
