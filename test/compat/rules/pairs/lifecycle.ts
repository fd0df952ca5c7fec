import type { Example } from "../example.ts";

const contract = (status: string): string => `
id: orders
version: 1.0.0
${status === "" ? "" : `status: ${status}`}
schema: [{ name: orders, properties: [{ name: a, logicalType: string }] }]
`;

/** Pairs for the rules in src/compat/rules/lifecycle. */
export const LIFECYCLE_PAIRS: readonly Example[] = [
  {
    title: "a contract goes back to being a draft",
    before: contract("active"),
    after: contract("draft"),
    told: ["contract.withdrawn broken ok breaking major"],
  },
  {
    title: "a proposal is released, which the way back withdraws",
    before: contract("proposed"),
    after: contract("active"),
    told: ["contract.released ok ok safe minor"],
  },
  {
    title: "a deprecated contract is none that may change freely",
    before: contract("deprecated"),
    after: contract("proposed"),
    told: ["contract.withdrawn broken ok breaking major"],
  },
  {
    title: "a contract is deprecated",
    before: contract("active"),
    after: contract("deprecated"),
    told: ["contract.deprecated.added ok ok safe minor"],
  },
  {
    title: "a contract is not deprecated any more",
    before: contract("deprecated"),
    after: contract("active"),
    told: ["contract.deprecated.dropped ok ok safe minor"],
  },
  {
    title: "a contract is retired",
    before: contract("deprecated"),
    after: contract("retired"),
    told: ["contract.retired broken ok breaking major"],
  },
  {
    title: "a retired contract comes back",
    before: contract("retired"),
    after: contract("active"),
    told: ["contract.revived ok ok safe minor"],
  },
  { title: "a status is written otherwise", before: contract("active"), after: contract("' Active'"), told: [] },
  { title: "without a status readers rely on it too", before: contract(""), after: contract("active"), told: [] },
  { title: "a proposal becomes a draft", before: contract("proposed"), after: contract("draft"), told: [] },
];
