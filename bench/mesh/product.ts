import type { PlannedConsumer, PlannedInput, PlannedProduct } from "./plan.ts";

/** The ODPS 1.1.0 descriptor of a product. */
export function productText({ domain, name, version, contracts, inputs }: PlannedProduct): string {
  const title = name.replaceAll("-", " ");
  return `apiVersion: v1.1.0
kind: DataProduct
id: ${domain}.${name}
name: ${title}
version: ${version}
status: active
domain: ${domain}
tenant: daff
type: ${inputs.length === 0 ? "sourceAligned" : "aggregate"}
productCreatedTs: "2024-02-12T08:30:00Z"

description:
  purpose: >-
    The ${title} of the ${domain} domain, cleaned, without doubles, and under the identifiers that all domains share,
    so that other products and reports can build on them.
  limitations: >-
    Rows of the current day are incomplete. Test accounts are marked, not removed. Devices without a connection
    report up to three days late.
  usage: >-
    Join on the shared identifiers, never on titles. Filter on the time column, by which the tables are partitioned.

authoritativeDefinitions:
  - type: businessDefinition
    url: https://daff.example/data/${domain}/${name}
  - type: tutorial
    url: https://daff.example/data/${domain}/${name}/first-query

${inputPorts(inputs)}outputPorts:
${contracts
  .map(
    (contract) => `  - name: ${contract.id}
    version: ${contract.version}
    contractId: ${contract.id}
    type: table
    description: One row for each key, updated every hour.
    customProperties:
      - property: meshgate.interfaceClass
        value: sql
`,
  )
  .join("")}
support:
  - channel: data-${domain}
    url: https://chat.daff.example/channels/data-${domain}
    tool: slack
    scope: interactive
    description: Questions and incidents, answered on working days within four hours.

team:
  name: "@daff/${domain}-data"
  members:
    - username: ${domain}-data-owner
      role: owner
      dateIn: "2023-06-01"
    - username: ${domain}-data-steward
      role: data steward
      dateIn: "2023-06-01"
`;
}

/** The descriptor of an application that reads products. */
export function consumerText({ domain, name, inputs }: PlannedConsumer): string {
  return `# Reads products and is none: declared, so that it is asked before something changes.
apiVersion: meshgate/v1
kind: Consumer
id: ${domain}.${name}
name: ${name.replaceAll("-", " ")}
version: 1.0.0
status: active
type: application
domain: ${domain}
description: Shows what the ${domain} domain needs to know every day, on one page for each market.

team:
  name: "@daff/${domain}-apps"
  members:
    - username: ${domain}-apps-owner
      role: owner

support:
  - channel: ${domain}-apps
    url: https://chat.daff.example/channels/${domain}-apps

${inputPorts(inputs).trimEnd()}
`;
}

function inputPorts(inputs: readonly PlannedInput[]): string {
  if (inputs.length === 0) return "";
  const ports = inputs.map(
    ({ contract, uses }) => `  - name: ${contract.id}
    version: ${contract.version}
    contractId: ${contract.id}
${usesText(uses)}`,
  );
  return `inputPorts:\n${ports.join("")}\n`;
}

function usesText(uses: readonly string[]): string {
  if (uses.length === 0) return "";
  return `    customProperties:
      - property: meshgate.uses
        value:
${uses.map((field) => `          - ${field}\n`).join("")}`;
}
