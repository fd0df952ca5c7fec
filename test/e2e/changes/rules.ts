import { block, error, previewed, warn, warning } from "./case.ts";
import type { Cases, Expected } from "./case.ts";
import {
  APP,
  ARTISTS,
  part,
  PARTNERS,
  SESSIONS,
  SESSIONS_V1_C,
  SESSIONS_V2_C,
  SPORTS_C,
  TASTE,
  WORDING,
} from "./daff.ts";

const products = { "playlist.sports-playlists": "changed" } as const;
const POLICY = "policies/global/aggregates.yaml";

const AGGREGATES = `apiVersion: meshgate/v1
kind: Policy
id: global.aggregates
version: 1.0.0
type: descriptor
title: Aggregates are tagged as such
rationale: Readers must know that rows are counts and not events.
level: warn
target: { forEach: product }
applies: { eq: [{ var: product.type }, aggregate] }
rule: { not: { empty: { var: product.tags } } }
message: "Aggregate {product.id} has no tags."
fix: { text: "Tag it." }
tests: []
`;

const SESSION_ID = `      - name: |session_id
        logicalType: string
        physicalType: varchar(26)
        required: true
`;

const untagged = (file: string): Expected => ({
  policy: "global.aggregates",
  level: "warn",
  origin: "policy",
  at: [file, "|apiVersion"],
});

const WAIVER = "waivers/playlist/W-1.yaml";

function waiver(contract: string): string {
  return `apiVersion: meshgate/v1
kind: Waiver
id: W-1
policy: baseline.contract-version-raised@1
contract: ${contract}
category: waiver
reason: The wording is corrected while the version is frozen.
ticket: DG-7
requestedBy: playlist-data
from: 2026-11-01
expires: 2026-12-15
`;
}

const contractOf = (name: string): string => `products/playlist/${name}/contracts/${name}.odcs.yaml`;

const OFF = [
  "  baseline.field-examples:\n    level: off\n",
  "  baseline.field-examples:\n    level: off\n  baseline.contract-version-raised:\n    level: off\n",
] as const;

/** Changes to what judges. They are judged by the rules of the base; what the new rules would find is a preview. */
export const RULES: Cases = {
  "switches the policy off that it breaks": {
    changes: { "meshgate.yaml": [OFF], [SPORTS_C]: [WORDING] },
    verdict: "fail",
    findings: [block("contract-version-raised", SPORTS_C, "\nversion: |1.1.0")],
    problems: [warning("rules-change", "meshgate.yaml", "  |baseline.contract-version-raised:")],
    products,
  },
  "hides the product that it breaks from discovery": {
    changes: {
      "meshgate.yaml": [
        [
          "packs: [baseline]\n",
          'packs: [baseline]\ndiscovery:\n  exclude: ["products/playlist/sports-playlists/**"]\n',
        ],
      ],
      [SPORTS_C]: [WORDING],
    },
    verdict: "fail",
    findings: [
      block("contract-version-raised", SPORTS_C, "\nversion: |1.1.0"),
      previewed(block("consumer-inputs-found", APP, "    contractId: |sports-playlists")),
    ],
    problems: [warning("discovery-narrowed", "meshgate.yaml", "|discovery:")],
    products,
  },
  "gives an identifier another definition": {
    changes: { "guild.yaml": [["glossary/session-id", "terms/session-id"]] },
    verdict: "pass",
    findings: [
      previewed(warn("entity-identifiers", SESSIONS_V1_C, "      - name: |session_id")),
      previewed(warn("entity-identifiers", SESSIONS_V2_C, `${SESSION_ID}        unique: true\n`)),
      previewed(warn("entity-identifiers", SESSIONS_V2_C, `${SESSION_ID}        primaryKey: true\n`)),
    ],
    problems: [warning("rules-change", "guild.yaml", "|entities:")],
  },
  "adds a policy that four products break": {
    changes: { [POLICY]: AGGREGATES },
    verdict: "pass",
    findings: [TASTE, SESSIONS, ARTISTS, PARTNERS].map(untagged),
    problems: [warning("rules-change", POLICY, "|apiVersion")],
  },
  "takes out the pack": {
    changes: { "meshgate.yaml": [[part("meshgate.yaml", "packs:"), ""]] },
    verdict: "pass",
    problems: [warning("rules-change", "meshgate.yaml", "|apiVersion")],
  },
  "writes a policy where none is read": {
    changes: { "rules/aggregates.yaml": AGGREGATES },
    verdict: "pass",
    problems: [warning("out-of-place", "rules/aggregates.yaml", "kind: |Policy")],
  },
  "writes a policy of everybody where those of one domain stand": {
    changes: { "policies/domains/player/aggregates.yaml": AGGREGATES },
    verdict: "error",
    problems: [error("policy-scope", "policies/domains/player/aggregates.yaml", "id: |global.aggregates")],
  },
  "sets a parameter that a policy does not have": {
    changes: { "meshgate.yaml": [[OFF[0], `${OFF[0]}  baseline.description:\n    params: { minWord: 8 }\n`]] },
    verdict: "error",
    problems: [error("policy-param", "meshgate.yaml", "|minWord:")],
  },
  "breaks the guild": {
    changes: { "guild.yaml": [["classifications: [public,", "classifications: [public, public,"]] },
    verdict: "error",
    problems: [error("duplicate-name", "guild.yaml", "[public, |public,")],
  },
  "writes a waiver for what it breaks": {
    changes: { [WAIVER]: waiver("sports-playlists"), [SPORTS_C]: [WORDING] },
    verdict: "fail",
    findings: [block("contract-version-raised", SPORTS_C, "\nversion: |1.1.0")],
    problems: [
      warning("rules-change", WAIVER, "policy: |baseline"),
      warning("waiver-unused", WAIVER, "policy: |baseline"),
    ],
    products,
  },
  "breaks what is waived at the base": {
    before: { [WAIVER]: waiver("sports-playlists") },
    changes: { [SPORTS_C]: [WORDING] },
    verdict: "pass",
    findings: [{ ...block("contract-version-raised", SPORTS_C, "\nversion: |1.1.0"), waived: true }],
    products,
  },
  "breaks what was waived until yesterday": {
    before: { [WAIVER]: waiver("sports-playlists").replace("2026-12-15", "2026-11-20") },
    changes: { [SPORTS_C]: [WORDING] },
    verdict: "fail",
    findings: [block("contract-version-raised", SPORTS_C, "\nversion: |1.1.0")],
    products,
  },
  "writes a waiver that is none": {
    changes: { [WAIVER]: "kind: Waiver\n" },
    verdict: "error",
    problems: Array.from({ length: 10 }, () => error("missing-key", WAIVER, "|kind")),
  },
  "waives for another domain": {
    changes: { [WAIVER]: waiver("tracks") },
    verdict: "error",
    problems: [error("waiver-invalid", WAIVER, "policy: |baseline")],
  },
  "binds a looser value for its domain": {
    changes: { "bindings/playlist.yaml": [["P2Y", "P11Y"]] },
    verdict: "error",
    problems: [error("binding-looser", "bindings/playlist.yaml", "|longest: P11Y")],
  },
  "binds a value for its domain that a product breaks": {
    changes: { "bindings/playlist.yaml": [["P2Y", "P1Y"]] },
    verdict: "pass",
    findings: [
      {
        policy: "global.retention",
        level: "warn",
        origin: "policy",
        at: [contractOf("holiday-playlists"), "slaProperties:\n  - |property: retention"],
      },
    ],
    problems: [warning("rules-change", "bindings/playlist.yaml", "|longest: P1Y")],
  },
  "writes a binding for another domain": {
    changes: { "bindings/player.yaml": [["domain: player", "domain: album"]] },
    verdict: "error",
    problems: [error("binding-scope", "bindings/player.yaml", "|domain: album")],
  },
  "writes a policy for one domain": {
    changes: { "policies/domains/playlist/aggregates.yaml": AGGREGATES.replace("id: global.", "id: playlist.") },
    verdict: "pass",
    problems: [
      warning("policy-applies-nowhere", "policies/domains/playlist/aggregates.yaml", "|apiVersion"),
      warning("rules-change", "policies/domains/playlist/aggregates.yaml", "|apiVersion"),
    ],
  },
};
