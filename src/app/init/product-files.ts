import type { RepoPath } from "../../model/location.ts";

/**
 * A draft product with its contract and a first reader. Structurally complete; the words are for its owner to find.
 * `owner` answers for the domain, where the guild says so.
 */
export function productFiles(domain: string, product: string, owner?: string): ReadonlyMap<RepoPath, string> {
  const names: Names = { domain, product, object: product.replaceAll("-", "_"), team: owner ?? `@my-org/${domain}` };
  const folder = `products/${domain}/${product}`;
  return new Map([
    [`${folder}/${product}.odps.yaml`, descriptor(names)],
    [`${folder}/contracts/${product}.odcs.yaml`, contract(names)],
    [`consumers/${domain}/${product}-first-reader.yaml`, consumer(names)],
  ]);
}

interface Names {
  readonly domain: string;
  readonly product: string;
  /** The product's name where dashes are not allowed. */
  readonly object: string;
  readonly team: string;
}

function descriptor({ domain, product, team }: Names): string {
  return `apiVersion: v1.1.0
kind: DataProduct
id: ${domain}.${product}
name: ${product}
version: 0.1.0
status: draft # active once readers may rely on it
domain: ${domain}

description:
  purpose: TODO which questions does this product answer, and for whom?
  limitations: TODO what is missing, late or uncertain in it?
  usage: TODO how is it read, and what is it not meant for?

authoritativeDefinitions:
  - type: businessDefinition
    url: https://example.com/docs/${domain}/${product} # TODO where is it documented?

outputPorts:
  - name: ${product}
    version: 0.1.0
    contractId: ${domain}.${product}
    type: table

support:
  - channel: ${domain}-data
    url: https://example.com/channels/${domain}-data # TODO where can readers ask?

team:
  name: ${JSON.stringify(team)} # TODO the team that keeps it for the long term
  members:
    - username: ${domain}-data-owner # TODO who decides about it?
      role: owner
`;
}

function contract({ domain, product, object }: Names): string {
  return `apiVersion: v3.2.0
kind: DataContract
id: ${domain}.${product}
name: ${product}
version: 0.1.0
status: draft
domain: ${domain}

description:
  purpose: TODO what does this contract promise?

schema:
  - name: ${object}
    logicalType: object
    physicalType: table
    dataGranularityDescription: TODO what is one row?
    properties:
      - name: ${object}_id
        logicalType: string
        required: true
        unique: true
        primaryKey: true
        primaryKeyPosition: 1
        classification: internal
        description: TODO what does the identifier stand for?
      - name: updated_at
        logicalType: timestamp
        required: true
        classification: internal
        description: When the row was last changed, in UTC.

slaProperties:
  - property: frequency
    value: 1
    unit: d
  - property: retention
    value: 1
    unit: y
`;
}

function consumer({ domain, product, object, team }: Names): string {
  return `# Applications, dashboards and models that read products declare it like this, and are asked before anything changes.
apiVersion: meshgate/v1
kind: Consumer
id: ${product}-first-reader # TODO what reads it?
name: First reader of ${product}
type: dashboard
status: draft
domain: ${domain}
description: TODO what is it for?
team:
  name: ${JSON.stringify(team)} # TODO who answers for it?
inputPorts:
  - name: ${product}
    version: 0.1.0
    contractId: ${domain}.${product}
    customProperties:
      - property: meshgate.uses
        value: [${object}.${object}_id]
`;
}
