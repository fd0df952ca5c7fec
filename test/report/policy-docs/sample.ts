import type { DocumentedPolicy, PolicyDocs, PolicyForm } from "../../../src/model/policy-docs.ts";
import type { Waiver } from "../../../src/model/waiver.ts";
import { location } from "../../support/report.ts";

const FILE = "policies/global/freshness.yaml";

export function form(over: Partial<PolicyForm> = {}): PolicyForm {
  return {
    schedule: [{ from: "0000-01-01", level: "block" }],
    waiver: { allowed: true, maxDays: 90, whole: false },
    params: {},
    sources: new Map([["level", { layer: "guild", location: location(FILE, 9) }]]),
    ...over,
  };
}

/** A policy of which nothing is said that need not be. */
export function documented(over: Partial<DocumentedPolicy> = {}): DocumentedPolicy {
  return {
    id: "global.named",
    version: "1.0.0",
    type: "descriptor",
    title: "A product has a name",
    rationale: "People call things by their names.",
    decision: {},
    serves: [],
    file: "policies/global/named.yaml",
    layer: "guild",
    owners: [],
    target: { kind: "product", lists: [] },
    onMissing: "fail",
    onEmpty: "not-applicable",
    rule: "rule: { has: { var: product.name } }",
    message: "{product.id} has no name.",
    fix: { text: "Name it.", isPatched: false },
    params: [],
    forms: [form()],
    additions: [],
    waivers: [],
    examples: [],
    ...over,
  };
}

export function waiver(over: Partial<Waiver> = {}): Waiver {
  return {
    id: "W-7",
    domain: "player",
    policy: { id: "global.freshness", major: 2 },
    subject: { kind: "product", id: "plays" },
    target: "outputPorts[name=eod]",
    category: "waiver",
    reason: "The vendor delivers once a day.",
    ticket: "DG-412",
    requestedBy: "player-data",
    from: "2026-10-01",
    expires: "2026-12-15",
    location: location("waivers/player/W-7.yaml"),
    ...over,
  };
}

const RULE = `applies: { eq: [{ var: product.status }, active] }
rule:
  # A day is what the dashboards need.
  durationLte: [{ var: it.sla.freshness }, { var: params.longest }]`;

/** A policy of which there is everything to say. */
const FRESHNESS = documented({
  id: "global.freshness",
  version: "2.1.0",
  title: "Every output port is fresh",
  rationale: "Old data looks like new data.\nNobody sees the difference until it has cost something.",
  decision: {
    context: "Dashboards showed last week's plays.",
    decision: "A port is at most a day old. Domains may ask for more.",
    consequences: "Vendors that deliver weekly need a waiver.",
    steward: "@daff/platform",
  },
  serves: [16, 169],
  file: FILE,
  owners: ["@daff/platform"],
  target: { kind: "product", lists: ["outputPorts"] },
  onEmpty: "fail",
  rule: RULE,
  message: "Port {it.name} is {it.sla.freshness} old, and {params.longest} is allowed.",
  fix: { text: "Promise at most {params.longest} under slaProperties.", isPatched: true },
  params: [
    {
      name: "longest",
      type: "duration",
      default: "P1D",
      description: "How old data may be.",
      stricter: "lower",
      domains: { max: "P7D" },
    },
    { name: "names", type: "list", default: ["a|b", "c"], description: "Ports that count.", stricter: "fewer" },
    { name: "mode", type: "string", default: "strict", description: "How.", domains: { values: ["strict", "lax"] } },
    { name: "slack", type: "integer", default: 5, description: "In percent." },
  ],
  forms: [
    form({
      schedule: [
        { from: "2026-02-01", level: "shadow" },
        { from: "2026-05-01", level: "warn" },
        { from: "2027-01-01", level: "block" },
      ],
      existing: { level: "advisory", until: "2027-03-01" },
      params: { longest: "P1D", names: ["a|b", "c"], mode: "strict", slack: 7 },
      sources: new Map([
        ["level", { layer: "guild", location: location(FILE, 9) }],
        ["existing", { layer: "guild", location: location(FILE, 13) }],
        ["params.longest", { layer: "guild", location: location(FILE, 20) }],
        ["params.names", { layer: "guild", location: location(FILE, 25) }],
        ["params.mode", { layer: "guild", location: location(FILE, 29) }],
        ["params.slack", { layer: "guild", location: location("meshgate.yaml", 8) }],
      ]),
    }),
    form({
      domain: "player",
      schedule: [{ from: "0000-01-01", level: "block" }],
      existing: { level: "advisory", until: "2026-11-20" },
      waiver: { allowed: false, maxDays: 90, whole: false },
      params: { longest: "PT1H", names: ["a|b", "c"], mode: "strict", slack: 7 },
      sources: new Map([
        ["level", { layer: "domain player", location: location("bindings/player.yaml", 6) }],
        ["existing", { layer: "domain player", location: location("bindings/player.yaml", 7) }],
        ["waiver", { layer: "domain player", location: location("bindings/player.yaml", 8) }],
        ["params.longest", { layer: "domain player", location: location("bindings/player.yaml", 9) }],
      ]),
    }),
  ],
  additions: [
    {
      id: "global.freshness+player",
      domain: "player",
      rule: "rule: { neq: [{ var: it.type }, ftp] }",
      message: "Port {it.name} is a file share.",
      fix: "Offer a table.",
      location: location("bindings/player.yaml", 11),
    },
  ],
  waivers: [
    waiver(),
    waiver({ id: "W-8", subject: { kind: "contract", id: "plays" }, category: "mitigated", from: "2026-12-01" }),
  ],
  examples: [
    { name: "the sample as it is", expect: "pass", before: [], given: [], at: [] },
    {
      name: "older than a day",
      expect: "fail",
      before: [],
      given: [
        { kind: "set", place: "player/plays.odcs.yaml#/slaProperties/0/value", value: 2 },
        { kind: "remove", place: "player/plays.odps.yaml#/customProperties/1" },
      ],
      at: ["player/plays.odcs.yaml#/slaProperties/0"],
    },
    {
      name: "a port that was there before",
      expect: "not-applicable",
      before: [{ kind: "set", place: "player/plays.odps.yaml#/a~1b", value: { some: ["thing"] } }],
      given: [
        { kind: "delete", file: "player/plays.odps.yaml" },
        { kind: "add", file: "player/new.odps.yaml", text: "id: plays\nnote: |\n  ```\n" },
      ],
      at: [],
    },
    { name: "a duration that is none", expect: "error", before: [], given: [], at: [] },
  ],
});

/** A mesh with policies of every layer. */
export const SAMPLE: PolicyDocs = {
  mesh: "daff",
  asOf: "2026-11-20",
  folder: "docs/policies",
  domains: ["listener", "player"],
  policies: [
    documented({
      id: "baseline.no-cycles",
      type: "graph",
      title: "Nothing reads itself",
      layer: "pack baseline",
      file: "policies/baseline/no-cycles.yaml",
      target: { kind: "mesh", lists: ["cycles"] },
      onMissing: "error",
      params: [{ name: "most", type: "integer", default: 0, description: "How many there may be." }],
      forms: [form({ params: { most: 0 }, waiver: { allowed: false, maxDays: 90, whole: false } })],
    }),
    FRESHNESS,
    documented({
      id: "player.prefix",
      type: "change",
      title: "Products of the player are called player",
      layer: "domain player",
      owners: ["@daff/player-data", "@daff/second"],
      onMissing: "skip",
      serves: [5],
      params: [{ name: "start", type: "string", default: "player.", description: "How.", stricter: "lower" }],
      forms: [
        form({
          domain: "player",
          schedule: [{ from: "2027-01-01", level: "warn" }],
          existing: { level: "off", until: "2026-01-01" },
          params: { start: "player." },
          waiver: { allowed: true, maxDays: 1, whole: true },
        }),
      ],
    }),
  ],
};
