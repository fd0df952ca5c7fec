import { compatibilityIn, weighPassages } from "../../../src/app/govern/compat/judge.ts";
import { passagesOf } from "../../../src/app/govern/compat/passages.ts";
import { isRuleFile, readRules } from "../../../src/app/govern/rules.ts";
import type { Rules } from "../../../src/app/govern/rules.ts";
import { pairTouched } from "../../../src/app/govern/pair.ts";
import { candidates } from "../../../src/app/govern/scope.ts";
import { surveyTree } from "../../../src/app/govern/survey.ts";
import type { Survey } from "../../../src/app/govern/survey.ts";
import { documentShelf } from "../../../src/app/govern/shelf.ts";
import { worldOf } from "../../../src/app/govern/world.ts";
import { readDescriptors } from "../../../src/descriptor/read.ts";
import type { Facts } from "../../../src/model/facts.ts";
import type { Day } from "../../../src/model/day.ts";
import type { Json } from "../../../src/model/json.ts";
import type { Landings } from "../../../src/model/landing.ts";
import type { RepoPath } from "../../../src/model/location.ts";
import type { Tree } from "../../../src/model/tree.ts";
import { descriptorFacts, meshFacts } from "../../../src/policy/facts/subject.ts";
import type { World } from "../../../src/policy/facts/world.ts";
import { encode } from "../../../src/source/encode.ts";

export type Texts = Readonly<Record<string, string>>;

const GUILD = `apiVersion: meshgate/v1
kind: Guild
domains:
  - { id: album, owners: ["@daff/album-data"] }
  - { id: playlist, owners: ["@daff/playlist-data"] }
  - { id: player, owners: ["@daff/player-data"] }
classifications: [public, internal, confidential, restricted]
entities:
  - { id: track, identifier: track_id, logicalType: string, definition: "https://daff.example/glossary/track-id" }
`;

export const TRACKS = "products/album/tracks.odps.yaml";
export const TRACKS_CONTRACT = "products/album/tracks.odcs.yaml";
export const TOP = "products/playlist/top.odps.yaml";
export const APP = "consumers/player/app.yaml";

/** Tracks of the domain album, read by a product of the domain playlist and by an application of the domain player. */
export const DAFF: Texts = {
  "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\nname: daff\n",
  "guild.yaml": GUILD,
  [TRACKS]: `apiVersion: v1.1.0
kind: DataProduct
id: album.tracks
name: Tracks
version: 3.4.0
status: " Active"
domain: music
customProperties:
  - { property: meshgate.class, value: core }
inputPorts:
  - name: labels
    customProperties: [{ property: meshgate.external, value: true }]
outputPorts:
  - name: tracks
    version: 3.4.0
    contractId: tracks
    customProperties: [{ property: meshgate.interfaceClass, value: sql }]
team:
  name: "@daff/catalogue"
  members:
    - { username: mina, role: Data Owner }
    - { username: jo, role: owner, dateOut: "2025-01-01" }
`,
  [TRACKS_CONTRACT]: `apiVersion: v3.1.0
kind: DataContract
id: tracks
version: 3.4.1
status: active
team:
  - { username: mina, role: owner }
schema:
  - name: tracks
    properties:
      - name: track_id
        logicalType: string
        primaryKey: true
        classification: public
      - name: deal
        logicalType: object
        properties:
          - { name: label, logicalType: string, classification: internal }
          - { name: contact, logicalType: string, classification: confidential, tags: [PII] }
      - name: credits
        logicalType: array
        items:
          logicalType: object
          properties:
            - { name: role, logicalType: string, classification: secret }
slaProperties:
  - { property: re, value: 2, unit: y }
  - { property: retention, value: 9, unit: d }
  - { property: Frequency, value: 90, unit: m }
  - { property: availability, value: "99.9", unit: "%" }
`,
  [TOP]: `apiVersion: v1.1.0
kind: DataProduct
id: playlist.top
version: 1.0.0
status: active
inputPorts:
  - name: tracks
    version: 3.1.0
    contractId: tracks
    customProperties:
      - property: meshgate.uses
        value: [tracks.track_id, tracks.deal.label, tracks.credits.role, tracks.tempo, albums]
  - { name: charts, version: 1.0.0, contractId: charts }
outputPorts:
  - name: top
    version: 1.0.0
    contractId: top
  - { name: raw, version: 1.0.0 }
`,
  [APP]: `apiVersion: meshgate/v1
kind: Consumer
id: player.app
type: application
inputPorts:
  - { name: tracks, version: 3.4.1, contractId: tracks }
`,
};

/** One side of a change, or all there is. */
interface Stage {
  readonly rules: Rules;
  readonly survey: Survey;
  readonly world: World;
}

/** With `landed`, all files landed on the default branch on that day. */
function stage(texts: Texts, landed?: Day): Stage {
  // The text itself is the id of its blob.
  const tree: Tree = new Map(Object.entries(texts).map(([file, text]) => [file, { mode: "100644", blob: text }]));
  const rules = rulesOf(texts);
  const files = candidates(tree, rules);
  const readings = files.map(([, { blob }]) => [blob, readDescriptors(encode(blob))] as const);
  const survey = surveyTree(files, new Map(readings), rules);
  const problem = survey.problems.find(({ severity }) => severity === "error");
  if (problem !== undefined) throw new Error(`${problem.location.file}: ${problem.message}`);
  const shelf = documentShelf();
  shelf.stock(new Map([...tree.values()].map(({ blob }) => [blob, encode(blob)])));
  return {
    rules,
    survey,
    world: worldOf(survey, rules, shelf, landed === undefined ? {} : { landings: landings(tree, landed) }),
  };
}

function landings(tree: Tree, day: Day): ReadonlyMap<RepoPath, Landings> {
  const landed = [...tree].map(([path, { blob }]) => [path, [{ commit: "", day, path, blob }]] as const);
  return new Map(landed.map(([path, all]) => [path, { landings: all, truncated: false }]));
}

function rulesOf(texts: Texts): Rules {
  const files = Object.entries(texts).filter(([file]) => isRuleFile(file));
  const rules = readRules(new Map(files.map(([file, text]) => [file, encode(text)])), new Map());
  const [problem] = rules.problems;
  if (problem !== undefined) throw new Error(`${problem.location.file}: ${problem.message}`);
  return rules;
}

const AS_OF = "2026-11-20";

/** The facts of the descriptor that stands first in a file. */
export function factsOf(texts: Texts, file: string): Facts {
  const { survey, world } = stage(texts);
  const placed = survey.placed.find((one) => one.file === file && one.index === 0);
  return descriptorFacts({ head: world, asOf: AS_OF }, placed ? { head: placed } : {}, placed?.summary.id ?? "");
}

/** The facts of the descriptor that a change touches, which must be one. */
export function factsOfChange(before: Texts, after: Texts): Facts {
  const [base, head] = [stage(before), stage(after)];
  const touched = Object.keys({ ...before, ...after }).filter((file) => before[file] !== after[file]);
  const [pair, ...others] = pairTouched(head.survey, base.survey, new Set(touched)).pairs;
  if (pair === undefined || others.length > 0) throw new Error("expected a change to one descriptor");
  const id = (pair.head ?? pair.base)?.summary.id ?? "";
  return descriptorFacts({ head: head.world, base: base.world, asOf: AS_OF }, pair, id);
}

/** The facts of every descriptor and of the mesh, and the documents that they were made from. `before` landed on `landed`. */
export function allFacts(after: Texts, before?: Texts, asOf = AS_OF, landed?: Day): readonly Stated[] {
  const [head, base] = [stage(after), before && stage(before, landed)];
  const files = new Set([...Object.keys(after), ...Object.keys(before ?? {})]);
  const { pairs } = pairTouched(head.survey, base?.survey, files);
  const terms = { settings: head.rules.settings.compatibility, asOf };
  const weighed = base && weighPassages(head.world, base.world, passagesOf(head.world, base.world, pairs), terms);
  const compatibility = compatibilityIn(weighed ?? []);
  const scene = { head: head.world, asOf, compatibility, ...(base && { base: base.world }) };
  return [
    { facts: meshFacts(scene) },
    ...pairs.map((pair) => ({
      facts: descriptorFacts(scene, pair, (pair.head ?? pair.base)?.summary.id ?? ""),
      ...(pair.head && { head: head.world.open(pair.head).value }),
      ...(pair.base && { base: base?.world.open(pair.base).value }),
    })),
  ];
}

export interface Stated {
  readonly facts: Facts;
  readonly head?: Json;
  readonly base?: Json | undefined;
}

export function factsOfMesh(texts: Texts): Facts {
  return meshFacts({ head: stage(texts).world, asOf: AS_OF });
}

/** Some files with parts of their texts replaced; `undefined` removes a file. */
export function edited(texts: Texts, edits: Readonly<Record<string, readonly [from: string, to: string]>>): Texts {
  const result = { ...texts };
  for (const [file, [from, to]] of Object.entries(edits)) {
    const text = texts[file] ?? "";
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    result[file] = text.replace(from, to);
  }
  return result;
}

export function without(texts: Texts, file: string): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([other]) => other !== file));
}

/** The fact at a path such as `product.inputPorts.0.uses`; undefined when there is none. */
export function fact({ value }: Facts, path: string): Json | undefined {
  let found: Json | undefined = value;
  for (const step of path.split(".")) {
    found = typeof found === "object" && found !== null ? (found as Record<string, Json>)[step] : undefined;
  }
  return found;
}

/** Facts as a person reads them. */
export function golden({ kind, id, owners, value }: Facts): string {
  return `${JSON.stringify({ kind, id, owners, value }, null, 2)}\n`;
}
