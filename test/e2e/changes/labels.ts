/** A product that Daff does not have yet, as it should be and as it should not. */
export const LABELS = "products/album/labels/labels.odps.yaml";
export const LABELS_C = "products/album/labels/contracts/labels.odcs.yaml";

export const LABELS_PRODUCT = `apiVersion: v1.1.0
kind: DataProduct
id: album.labels
name: Labels
version: 1.0.0
status: active
domain: album
description:
  purpose: Every label that delivers music, with the distributor that speaks for it.
  usage: Join on label_code and read the current row only.
authoritativeDefinitions:
  - type: businessDefinition
    url: https://daff.example/data/album/labels
outputPorts:
  - name: labels
    version: 1.0.0
    contractId: labels
    type: table
support:
  - channel: data-album
    url: https://chat.daff.example/channels/data-album
team:
  name: "@daff/album-data"
  members:
    - username: album-data-owner
      role: owner
`;

export const LABELS_CONTRACT = `apiVersion: v3.1.0
kind: DataContract
id: labels
name: Labels
version: 1.0.0
status: active
schema:
  - name: labels
    properties:
      - name: label_code
        logicalType: string
        primaryKey: true
        classification: public
        description: Code of the label as printed on releases.
slaProperties:
  - property: retention
    value: 10
    unit: years
  - property: frequency
    value: 1
    unit: day
`;

export const BAD_PRODUCT = `apiVersion: v1.1.0
kind: DataProduct
id: album.labels
name: Labels
version: one
status: active
domain: artist
description:
  purpose: TODO
inputPorts:
  - name: nothing
    version: 1.0.0
    contractId: no-such-contract
outputPorts:
  - name: labels
    version: 1.0.0
    contractId: labels
`;
