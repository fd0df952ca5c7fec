import { describe, expect, it } from "vitest";
import { bumpOf } from "../../../src/policy/facts/change.ts";
import { canonicalSla, slaDuration, slaOf } from "../../../src/policy/facts/sla.ts";
import {
  APP,
  DAFF,
  edited,
  fact,
  factsOf,
  factsOfChange,
  factsOfMesh,
  TOP,
  TRACKS,
  TRACKS_CONTRACT,
  without,
} from "./daff.ts";
import type { Json } from "../../../src/model/json.ts";
import { encode } from "../../../src/source/encode.ts";
import { readSource } from "../../../src/source/read.ts";
import type { Texts } from "./daff.ts";

const TOP_USES = "[tracks.track_id, tracks.deal.label, tracks.credits.role, tracks.tempo, albums]";

describe("an input port", () => {
  it.each([
    ["3.4.0", "exact"],
    ["v3.4.0", "exact"],
    // The contract document of the port says 3.4.1: the port is known under both.
    ["3.4.1", "exact"],
    ["3.1.0", "same-major"],
    ["2.0.0", "id-only"],
    ["2026-01", "id-only"],
  ])("of version %s finds its source %s", (version, tier) => {
    const facts = factsOf(edited(DAFF, { [APP]: ["3.4.1", version] }), APP);
    expect(fact(facts, "consumer.inputPorts.0.upstreams.0.tier")).toBe(tier);
    expect(fact(facts, "consumer.inputPorts.0.resolution")).toBe(tier);
  });

  it("may find several sources, or none", () => {
    const copy = edited({ [TRACKS]: DAFF[TRACKS] ?? "" }, { [TRACKS]: ["album.tracks", "album.copy"] })[TRACKS];
    const ambiguous = factsOf({ ...DAFF, "products/album/copy.odps.yaml": copy ?? "" }, APP);
    expect(fact(ambiguous, "consumer.inputPorts.0.resolution")).toBe("ambiguous");
    expect(fact(ambiguous, "consumer.inputPorts.0.upstreams.1.product")).toBe("album.tracks");
    const dangling = factsOf(without(DAFF, TRACKS), APP);
    expect(fact(dangling, "consumer.inputPorts.0.resolution")).toBe("dangling");
    expect(fact(dangling, "consumer.inputPorts.0.upstreams")).toEqual([]);
  });

  it.each([
    ["[tracks.track_id]", "public"],
    ["[tracks.deal.label]", "internal"],
    ["[tracks.deal]", "confidential"],
    ["[tracks]", "confidential"],
    // No classification of the guild among what is read.
    ["[tracks.credits.role]", undefined],
    ["[tracks.tempo]", undefined],
  ])("that uses %s reads what is %s", (uses, classification) => {
    const facts = factsOf(edited(DAFF, { [TOP]: [TOP_USES, uses] }), TOP);
    expect(fact(facts, "product.inputPorts.0.upstreams.0.classification")).toBe(classification);
    expect(fact(facts, "product.outputPorts.0.inputClassification")).toBe(classification);
  });

  it("feeds only those output ports that name its contract, when they name any", () => {
    const named = (contract: string): Texts =>
      edited(DAFF, {
        [TOP]: ["contractId: top", `contractId: top\n    inputContracts: [{ id: ${contract}, version: 1.0.0 }]`],
      });
    const classification = "product.outputPorts.0.inputClassification";
    expect(fact(factsOf(named("tracks"), TOP), classification)).toBe("internal");
    expect(fact(factsOf(named("charts"), TOP), classification)).toBeUndefined();
  });

  it.each([
    ["{ id: tracks, version: 9.0.0 }", "internal"],
    ["{ id: charts, version: 1.0.0 }", undefined],
    ["{ id: nothing, version: 1.0.0 }", "internal"],
    // Somebody's contract, but none that the product reads.
    ["{ id: top, version: 1.0.0 }", "internal"],
    ["{ id: charts, version: 1.0.0 }, { id: nothing, version: 1.0.0 }", "internal"],
  ])("feeds by inputContracts %s what is %s, and every port when one of them is unknown", (entries, classification) => {
    const texts = edited(DAFF, { [TOP]: ["contractId: top", `contractId: top\n    inputContracts: [${entries}]`] });
    expect(fact(factsOf(texts, TOP), "product.outputPorts.0.inputClassification")).toBe(classification);
  });

  it.each<[string, readonly string[]]>([
    ["[tracks.track_id]", []],
    ["[tracks.credits]", ["tracks.credits[].role"]],
    ["[tracks]", ["tracks.credits[].role"]],
    ["[tracks.tempo]", []],
  ])("that uses %s reads what has no classification of the guild: %o", (uses, unclassified) => {
    const facts = factsOf(edited(DAFF, { [TOP]: [TOP_USES, uses] }), TOP);
    expect(fact(facts, "product.inputPorts.0.upstreams.0.unclassified")).toEqual(unclassified);
  });

  describe("of a contract with aliases", () => {
    const ALIASED = (alias: string): string =>
      `classification: public\n        deprecated: true\n        customProperties: [{ property: meshgate.aliases, value: ${alias} }]`;
    const DEAL =
      "- name: deal\n        customProperties: [{ property: meshgate.aliases, value: [contract, agreement] }]";
    const NEWER = edited(DAFF, { [TRACKS_CONTRACT]: ["v3.1.0", "v3.2.0"] });
    const uses = (used: string, alias = "[trackId, id]"): Json =>
      fact(
        factsOf(
          edited(NEWER, {
            [TOP]: [TOP_USES, `[${used}]`],
            [TRACKS_CONTRACT]: ["classification: public", ALIASED(alias)],
          }),
          TOP,
        ),
        "product.inputPorts.0.upstreams.0",
      ) as Json;

    it.each([
      ["tracks.track_id", { known: true, deprecated: true }, "public"],
      ["tracks.trackId", { known: true, deprecated: true }, "public"],
      ["tracks.id", { known: true, deprecated: true }, "public"],
      ["tracks.other", { known: false, deprecated: false }, undefined],
      ["trackId", { known: false, deprecated: false }, undefined],
    ])("knows the use %s as %o of what is %s", (used, told, classification) => {
      expect(uses(used)).toMatchObject({ uses: [{ field: used, ...told }], ...(classification && { classification }) });
      expect(Object.keys(uses(used) as object).includes("classification")).toBe(classification !== undefined);
    });

    it.each(["5", "[trackId, 5]", "{ trackId: true }", "[[trackId]]"])("takes %s for none", (alias) => {
      expect(uses("tracks.trackId", alias)).toMatchObject({ uses: [{ known: false }] });
    });

    it("knows what stands below an alias", () => {
      const texts = edited(DAFF, {
        [TOP]: [TOP_USES, "[tracks.agreement.contact, tracks.contract.label, tracks.agreement.other]"],
        [TRACKS_CONTRACT]: ["- name: deal", DEAL],
      });
      expect(fact(factsOf(texts, TOP), "product.inputPorts.0.upstreams.0")).toMatchObject({
        uses: [{ known: true }, { known: true }, { known: false }],
        classification: "confidential",
      });
    });
  });

  it.each([
    ["active", false],
    [" Deprecated", true],
    ["retired", true],
    ["draft", false],
  ])("reads what is deprecated where the contract is of status '%s': %s", (status, deprecated) => {
    const facts = factsOf(edited(DAFF, { [TRACKS_CONTRACT]: ["status: active", `status: "${status}"`] }), APP);
    expect(fact(facts, "consumer.inputPorts.0.upstreams.0.deprecated")).toBe(deprecated);
  });

  it.each([
    ["- name: tracks", ["tracks.deal.label", "tracks.credits.role", "tracks.*"]],
    ["- name: deal", ["tracks.deal.label"]],
    ["- name: credits", ["tracks.credits.role"]],
    ["- name: track_id", []],
  ])("uses what is deprecated, or stands in it, where the contract says it of '%s': %j", (element, ending) => {
    const indent = (DAFF[TRACKS_CONTRACT] ?? "").split("\n").find((line) => line.endsWith(element)) ?? "";
    const flagged = `${element}\n${" ".repeat(indent.indexOf("-") + 2)}deprecated: true`;
    const facts = factsOf(
      edited(edited(DAFF, { [TRACKS_CONTRACT]: ["v3.1.0", "v3.2.0"] }), {
        [TOP]: [TOP_USES, "[tracks.deal.label, tracks.credits.role, tracks.*]"],
        [TRACKS_CONTRACT]: [element, flagged],
      }),
      TOP,
    );
    const uses = ["tracks.deal.label", "tracks.credits.role", "tracks.*"];
    expect(fact(facts, "product.inputPorts.0.upstreams.0.uses")).toMatchObject(
      uses.map((field) => ({ field, deprecated: ending.includes(field) })),
    );
  });

  it.each<[string, readonly string[]]>([
    ["['tracks.credits[].role', deal.*]", ["tracks.credits.role", "deal"]],
    ["[tracks.track_id, '*']", ["tracks.track_id", "*"]],
  ])("with the uses %s reads %j", (uses, reads) => {
    const facts = factsOf(edited(DAFF, { [TOP]: [TOP_USES, uses] }), TOP);
    expect(fact(facts, "product.inputPorts.0.reads")).toEqual(reads);
  });

  it("reads the objects of the contract where it declares nothing", () => {
    expect(fact(factsOf(DAFF, APP), "consumer.inputPorts.0.reads")).toEqual(["tracks"]);
  });

  it("reads everything where nobody can tell what there is", () => {
    expect(fact(factsOf(DAFF, TOP), "product.inputPorts.1.reads")).toEqual(["*"]);
    expect(fact(factsOf(without(DAFF, TRACKS_CONTRACT), APP), "consumer.inputPorts.0.reads")).toEqual(["*"]);
  });

  it("tells what a use stands in, by all names", () => {
    const aliased = "- name: deal\n        customProperties: [{ property: meshgate.aliases, value: agreement }]";
    const texts = edited(DAFF, {
      [TOP]: [TOP_USES, "[tracks.agreement.label, 'tracks.credits[].role', tracks.*, '*', tracks.none]"],
      [TRACKS_CONTRACT]: ["- name: deal", aliased],
    });
    const deal = ["tracks.deal", "tracks.deal.label", "tracks.agreement", "tracks.agreement.label"];
    expect(fact(factsOf(texts, TOP), "product.inputPorts.0.upstreams.0.uses")).toMatchObject([
      {
        contract: "tracks",
        within: ["*", "tracks", "tracks.agreement", "tracks.agreement.label", ...deal.slice(0, 2)],
      },
      { contract: "tracks", within: ["*", "tracks", "tracks.credits", "tracks.credits.role"] },
      { within: ["*", "tracks"] },
      { within: ["*"] },
      { within: ["*", "tracks", "tracks.none"] },
    ]);
  });

  it("reads classified data where what stands above it has a classification", () => {
    const above = ["logicalType: array", "logicalType: array\n        classification: internal"] as const;
    const facts = factsOf(edited(DAFF, { [TRACKS_CONTRACT]: above }), APP);
    expect(fact(facts, "consumer.inputPorts.0.upstreams.0.unclassified")).toEqual([]);
  });

  it("names in words what is published", () => {
    const published = "consumer.inputPorts.0.published";
    expect(fact(factsOf(edited(DAFF, { [APP]: ["3.4.1", "2.0.0"] }), APP), published)).toEqual([
      "album.tracks port tracks version 3.4.0 (contract 3.4.1)",
    ]);
    const bare = edited(DAFF, { [TRACKS]: ["    version: 3.4.0\n", ""] });
    expect(fact(factsOf(bare, APP), published)).toEqual([
      "album.tracks port tracks without a version (contract 3.4.1)",
    ]);
    expect(fact(factsOf(without(DAFF, TRACKS), APP), published)).toEqual([]);
  });

  it("says whether the product or the port that it reads is deprecated", () => {
    const deprecated = "consumer.inputPorts.0.upstreams.0.deprecated";
    const ofPort = edited(DAFF, { [TRACKS]: ["contractId: tracks", "contractId: tracks\n    deprecated: true"] });
    const ofProduct = edited(DAFF, { [TRACKS]: ['" Active"', '" Deprecated"'] });
    expect([DAFF, ofPort, ofProduct].map((texts) => fact(factsOf(texts, APP), deprecated))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe("descriptors that share an id", () => {
  const SAME = `apiVersion: meshgate/v1
kind: Consumer
id: playlist.top
type: application
inputPorts: [{ name: tracks, version: 2.0.0, contractId: tracks }]
`;
  const SAME_FILE = "consumers/player/top.yaml";

  it("have inputs of their own when one is a product and one a consumer", () => {
    const texts = { ...DAFF, [SAME_FILE]: SAME };
    const [product, consumer] = [factsOf(texts, TOP), factsOf(texts, SAME_FILE)];
    expect(fact(product, "product.inputPorts.0.upstreams.0.tier")).toBe("same-major");
    expect(fact(consumer, "consumer.inputPorts.0.upstreams.0.tier")).toBe("id-only");
    expect(fact(product, "product.twins")).toEqual([]);
    expect(fact(consumer, "consumer.twins")).toEqual([]);
    const without1 = edited(texts, { [TOP]: ["contractId: tracks", "contractId: charts"] });
    expect(fact(factsOf(without1, TOP), "product.graph.upstreams")).toEqual([]);
    expect(fact(factsOf(without1, TRACKS), "product.graph.consumingDomains")).toEqual(["player"]);
  });

  it("are twins when they are of one kind, each with inputs of its own", () => {
    const twin = "products/playlist/top-again.odps.yaml";
    const text = edited(DAFF, { [TOP]: ["name: tracks", "name: catalogue"] })[TOP] ?? "";
    const texts = { ...DAFF, [twin]: text };
    for (const file of [TOP, twin]) {
      expect(fact(factsOf(texts, file), "product.inputPorts.0.resolution")).toBe("same-major");
    }
    expect(fact(factsOf(texts, TOP), "product.twins")).toEqual([twin]);
    expect(fact(factsOf(texts, twin), "product.twins")).toEqual([TOP]);
  });

  it("are no twins when they are contracts of several versions", () => {
    const file = "products/album/tracks-4.odcs.yaml";
    const text = (DAFF[TRACKS_CONTRACT] ?? "").replace("3.4.1", "4.0.0");
    const facts = factsOf({ ...DAFF, [file]: text }, file);
    expect(fact(facts, "contract.twins")).toEqual([]);
    expect(fact(facts, "contract.products")).toEqual([]);
    const same = { ...DAFF, [file]: text.replace("4.0.0", "v3.4.1") };
    expect(fact(factsOf(same, file), "contract.twins")).toEqual([TRACKS_CONTRACT]);
  });

  it.each(["album.Tracks", "a1bum.tracks", "album.tr\u0430cks"])("or nearly do, as %s, are lookalikes", (id) => {
    const file = "products/album/other.odps.yaml";
    const text = (DAFF[TRACKS] ?? "").replace("album.tracks", id).replace("contractId: tracks", "contractId: other");
    expect(fact(factsOf({ ...DAFF, [file]: text }, TRACKS), "product.lookalikes")).toEqual([id]);
    expect(fact(factsOf({ ...DAFF, [file]: text }, file), "product.lookalikes")).toEqual(["album.tracks"]);
  });
});

describe("a field", () => {
  it.each([
    ["tags: [PII]", true],
    ["tags: [personal, sensitive]", true],
    ["tags: [Personal-Data]", true],
    ["classification: personal", true],
    ["customProperties: [{ property: pii, value: true }]", true],
    ["customProperties: [{ property: meshgate.personal, value: 'true' }]", true],
    ["customProperties: [{ property: pii, value: false }]", false],
    ["customProperties: [{ property: pii, value: yes }]", true],
    ["customProperties: [{ property: PII, value: ' Y ' }]", true],
    ["customProperties: [{ property: personal, value: 'TRUE' }]", true],
    ["customProperties: [{ property: personal, value: '1' }]", true],
    ["customProperties: [{ property: personal, value: 1 }]", true],
    ["customProperties: [{ property: pii, value: no }]", false],
    ["customProperties: [{ property: pii, value: yesterday }]", false],
    ["customProperties: [{ property: pii, value: [yes] }]", false],
    ["customProperties: [{ property: impersonal, value: yes }]", false],
    ["tags: [personal data]", true],
    ["classification: ' personal_data '", true],
    ["tags: [non personal data]", false],
    ["tags: [impersonal]", false],
    ["description: personal", false],
  ])("with %s is personal: %s", (members, personal) => {
    const texts = edited(DAFF, { [TRACKS_CONTRACT]: ["classification: confidential, tags: [PII]", members] });
    expect(fact(factsOf(texts, TRACKS_CONTRACT), "contract.fields.3.personal")).toBe(personal);
  });

  it.each([
    ["[{ type: businessDefinition, url: a }]", "a"],
    ["[{ type: tutorial, url: t }, { type: businessDefinition, url: a }, { type: businessDefinition, url: b }]", "a"],
    ["[{ type: tutorial, url: t }]", undefined],
    ["[]", undefined],
  ])("that links %s means %s", (definitions, term) => {
    const members = `authoritativeDefinitions: ${definitions}`;
    const texts = edited(DAFF, { [TRACKS_CONTRACT]: ["classification: confidential, tags: [PII]", members] });
    expect(fact(factsOf(texts, TRACKS_CONTRACT), "contract.fields.3.term")).toBe(term);
  });

  it("is compared with the field of its path at base", () => {
    const lowered = edited(DAFF, {
      [TRACKS_CONTRACT]: ["classification: confidential, tags: [PII]", "classification: public"],
    });
    const facts = factsOfChange(DAFF, lowered);
    expect(fact(facts, "contract.fields.3.personal")).toBe(false);
    expect(fact(facts, "contract.fields.3.before.classification")).toBe("confidential");
    expect(fact(facts, "contract.fields.3.before.personal")).toBe(true);
    expect(fact(facts, "before.fields.3.before")).toBeUndefined();
  });

  it.each([
    ["a new field", ["name: contact", "name: email"], 3, undefined],
    [
      "a field whose list became one object",
      [
        "logicalType: array\n        items:\n          logicalType: object\n          properties:\n",
        "logicalType: object\n        properties:\n",
      ],
      5,
      "secret",
    ],
    ["a field without a classification", ["classification: secret", "description: Part"], 5, "secret"],
  ] as const)("is compared by its path: %s", (_, edit, index, classification) => {
    const facts = factsOfChange(DAFF, edited(DAFF, { [TRACKS_CONTRACT]: edit }));
    expect(fact(facts, `contract.fields.${index}.before.classification`)).toBe(classification);
  });

  it("has nothing to be compared with where nothing is compared", () => {
    expect(fact(factsOf(DAFF, TRACKS_CONTRACT), "contract.fields.0.before")).toBeUndefined();
  });

  it("below a list has its mark in the path, and its entity by its whole name", () => {
    const facts = factsOf(edited(DAFF, { [TRACKS_CONTRACT]: ["name: role", "name: track_id"] }), TRACKS_CONTRACT);
    expect(fact(facts, "contract.fields.5.path")).toBe("tracks.credits[].track_id");
    expect(fact(facts, "contract.fields.5.entity.id")).toBe("track");
    expect(fact(facts, "contract.fields.4.entity")).toBeUndefined();
    expect(facts.locate(["contract", "fields", 5, "classification"])).toMatchObject({
      file: TRACKS_CONTRACT,
      line: 25,
    });
  });
});

describe("a service level", () => {
  it.each([
    [{ value: 2, unit: "y" }, "P2Y"],
    [{ value: 90, unit: "Days" }, "P90D"],
    [{ value: "24", unit: "h" }, "PT24H"],
    [{ value: 15, unit: "min" }, "PT15M"],
    [{ value: 3, unit: "mo" }, "P3M"],
    [{ value: "P1D" }, "P1D"],
    [{ value: " PT5M ", unit: "d" }, "PT5M"],
    // Minutes or months: nobody can tell.
    [{ value: 5, unit: "m" }, undefined],
    [{ value: 99.9, unit: "%" }, undefined],
    [{ value: -1, unit: "d" }, undefined],
    [{ value: "soon", unit: "d" }, undefined],
    [{ value: "9,999", unit: "y" }, undefined],
    [{ value: "P9,999Y" }, undefined],
    [{ unit: "d" }, undefined],
    [{ value: true, unit: "d" }, undefined],
  ])("of %o lasts %s", (property, duration) => {
    expect(slaDuration(property)).toBe(duration);
  });

  it.each<[name: string, values: readonly string[], weakest: number]>([
    ["retention", ["1 y", "50 y"], 1],
    ["retention", ["50 y", "1 y"], 0],
    ["retention", ["1 y", "forever", "50 y"], 1],
    ["availability", ["99.9 %", "99 %"], 1],
    ["endOfSupport", ["2027-06-30 ", "2026-12-31 "], 1],
    ["errorRate", ["1 %", "5 %"], 1],
  ])("of %s %j counts the weakest", (property, values, weakest) => {
    const slaProperties = values.map((said) => {
      const [value = "", unit = ""] = said.split(" ");
      return { property, value: /^\d+(\.\d+)?$/.test(value) ? Number(value) : value, unit };
    });
    const [document] = readSource(encode(JSON.stringify({ slaProperties }))).documents;
    expect(document && slaOf(document).get(property)?.index).toBe(weakest);
  });

  it.each([
    ["re", "retention"],
    ["Retention", "retention"],
    [" FREQUENCY ", "frequency"],
    ["timetorepair", "timeToRepair"],
    ["constructor", "constructor"],
    ["Own word", "Own word"],
  ])("called %s is %s", (written, name) => {
    expect(canonicalSla(written)).toBe(name);
  });
});

describe("a change", () => {
  it.each([
    ["1.0.0", "1.0.0", "none"],
    ["1.0.0", "v1.0.0", "none"],
    ["1.0.0", "1.0.1", "patch"],
    ["1.0.9", "1.1.0", "minor"],
    ["1.9.9", "2.0.0", "major"],
    ["1", "1.4", "minor"],
    ["1.4", "2", "major"],
    ["1.1.0", "1.0.9", "lowered"],
    ["2026-01", "2026-02", "unknown"],
    ["odd", "odd", "none"],
    [undefined, "1.0.0", "unknown"],
    ["1.0.0", undefined, "unknown"],
  ])("from version %s to %s is %s", (before, after, bump) => {
    expect(bumpOf(before, after)).toBe(bump);
  });

  const moved = "products/playlist/charts/top.odps.yaml";
  const spaced = edited(DAFF, { [TOP]: ["inputPorts:", "# what it reads\ninputPorts:"] });

  it.each<[string, Texts, Texts, string, boolean]>([
    ["a new file", without(DAFF, TOP), DAFF, "added", true],
    ["a file that is gone", DAFF, without(DAFF, TOP), "removed", true],
    ["a move", DAFF, { ...without(DAFF, TOP), [moved]: DAFF[TOP] ?? "" }, "renamed", false],
    ["a comment", DAFF, spaced, "unchanged", false],
    ["a version", DAFF, edited(DAFF, { [TOP]: ["version: 1.0.0", "version: 1.0.1"] }), "changed", false],
    ["a member", DAFF, edited(DAFF, { [TOP]: ["status: active", "status: draft"] }), "changed", true],
    ["a port's version", DAFF, edited(DAFF, { [TOP]: ["version: 3.1.0", "version: 3.4.0"] }), "changed", true],
  ])("of %s is told", (_, before, after, kind, content) => {
    const facts = factsOfChange(before, after);
    expect(fact(facts, "change.kind")).toBe(kind);
    expect(fact(facts, "change.content")).toBe(content);
    expect(fact(facts, "before.id")).toBe(kind === "added" ? undefined : "playlist.top");
    expect(fact(facts, "product.id")).toBe("playlist.top");
  });

  it.each<[string, readonly [string, string], readonly object[]]>([
    ["nothing", ["status: active", "status: draft"], []],
    [
      "a name",
      ["- name: top", "- name: best"],
      [{ name: "top", version: "1.0.0", deprecated: false, status: "active", continued: false }],
    ],
    [
      "a version",
      ["version: 1.0.0\n    contractId: top", "version: 2.0.0\n    contractId: top"],
      [{ name: "top", version: "1.0.0", deprecated: false, status: "active", continued: true }],
    ],
    ["a leading v", ["version: 1.0.0\n    contractId: top", "version: v1.0.0\n    contractId: top"], []],
    [
      "a port",
      ["  - { name: raw, version: 1.0.0 }\n", ""],
      [{ name: "raw", version: "1.0.0", deprecated: false, status: "active", continued: false }],
    ],
  ])("of %s removes the output ports that were there before", (_, edit, removed) => {
    const facts = factsOfChange(DAFF, edited(DAFF, { [TOP]: edit }));
    expect(JSON.parse(JSON.stringify(fact(facts, "product.removedOutputPorts")))).toEqual(removed);
  });

  it("leaves no removed ports where nothing is compared", () => {
    expect(fact(factsOf(DAFF, TOP), "product.removedOutputPorts")).toBeUndefined();
    expect(fact(factsOf(DAFF, TOP), "change")).toBeUndefined();
    expect(fact(factsOfChange(without(DAFF, TOP), DAFF), "product.removedOutputPorts")).toEqual([]);
  });
});

describe("an owner", () => {
  const owners = (member: string): Json | undefined =>
    fact(factsOf(edited(DAFF, { [TRACKS]: ["role: Data Owner", member] }), TRACKS), "product.namedOwners");

  it.each([
    "owner",
    "Owners",
    "Data Product Owner",
    "product-owner",
    "dataOwner",
    'owner, dateOut: "2026-11-21"',
    'owner, dateOut: "2026-11-20T08:00:00Z"',
  ])("is who has the role %s", (role) => {
    expect(owners(`role: ${role}`)).toEqual(["mina"]);
  });

  it.each([
    "former owner",
    "Ex-Owner",
    "previous product owner",
    "exOwner",
    "non-owner",
    "ownership analyst",
    "steward",
    // The day that is judged is 2026-11-20.
    'owner, dateOut: "2026-11-20"',
    "owner, dateOut: soon",
  ])("is not who has the role %s", (role) => {
    expect(owners(`role: ${role}`)).toEqual([]);
  });

  it("stands after the team by name", () => {
    expect(fact(factsOf(DAFF, TRACKS), "product.owners")).toEqual(["@daff/catalogue", "mina"]);
  });
});

describe("who answers", () => {
  it("is the team, else the domain; for a contract those who hand it out", () => {
    expect(factsOf(DAFF, TRACKS).owners).toEqual(["@daff/catalogue"]);
    expect(factsOf(DAFF, TOP).owners).toEqual(["@daff/playlist-data"]);
    expect(factsOf(DAFF, TRACKS_CONTRACT).owners).toEqual(["@daff/catalogue"]);
    expect(factsOf(without(DAFF, TRACKS), TRACKS_CONTRACT).owners).toEqual(["@daff/album-data"]);
    expect(factsOfMesh(DAFF).owners).toEqual([]);
  });

  it("is nobody where no domain claims the path", () => {
    const text = DAFF[TOP] ?? "";
    const facts = factsOf({ ...without(DAFF, TOP), "elsewhere/top.odps.yaml": text }, "elsewhere/top.odps.yaml");
    expect(facts.owners).toEqual([]);
    expect(fact(facts, "product.domainKnown")).toBe(false);
    expect(fact(facts, "product.domain")).toBeUndefined();
  });
});
