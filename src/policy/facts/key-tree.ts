import type { SubjectKind } from "../../model/finding.ts";
import { follow, OPEN } from "../../model/key-tree.ts";
import type { Guild } from "../../model/settings.ts";
import type { JsonObject } from "../../model/json.ts";
import type { KeyTree } from "../../model/key-tree.ts";
import { FACTS_SHAPE } from "./shape.ts";
import type { FactRow } from "./shape.ts";

/** What policies may read: below the word for each kind of subject, and (`common`) from the root of a rule. */
export type FactTrees = Readonly<Record<SubjectKind | "common", KeyTree>>;

/** Service levels that ODCS 3.x names, and freshness. */
export const SERVICE_LEVELS: readonly string[] = [
  ...["availability", "throughput", "errorRate", "generalAvailability", "endOfSupport", "endOfLife", "retention"],
  ...["frequency", "latency", "freshness", "timeToDetect", "timeToNotify", "timeToRepair"],
];

/** Where service levels stand by name. */
const LEVELLED = {
  product: ["inputPorts[*].upstreams[*].sla", "outputPorts[*].contract.sla"],
  consumer: ["inputPorts[*].upstreams[*].sla"],
  contract: ["sla"],
} as const;

/** The facts: the names of the standards, and what the engine adds to them or reads in its own way. */
export function factTrees(standards: Readonly<Record<"product" | "consumer" | "contract", KeyTree>>): FactTrees {
  const described = (kind: "product" | "consumer" | "contract"): KeyTree =>
    LEVELLED[kind].reduce(
      (tree, path) => changeAt(tree, stepsOf(path), (at) => ({ ...at, usual: SERVICE_LEVELS })),
      withRows(standards[kind], FACTS_SHAPE[kind]),
    );
  return {
    product: described("product"),
    consumer: described("consumer"),
    contract: described("contract"),
    mesh: withRows({}, FACTS_SHAPE.mesh),
    common: withRows({}, FACTS_SHAPE.common),
  };
}

/** Classifications that the engine works out: each is one of the guild's. Those that an author writes may be any. */
const CLASSIFICATIONS: Readonly<Record<SubjectKind | "common", readonly string[]>> = {
  product: [
    "classification",
    "inputPorts[*].upstreams[*].classification",
    "outputPorts[*].contract.classification",
    "outputPorts[*].inputClassification",
  ],
  consumer: ["inputPorts[*].upstreams[*].classification"],
  contract: ["classification"],
  mesh: [],
  common: ["guild.classifications[*]"],
};

/** The facts in a mesh whose guild is known, and with it the names of its value sets, tables and classifications. */
export function factTreesIn(
  guild: Pick<Guild, "valueSets" | "tables" | "classifications">,
  trees: FactTrees,
): FactTrees {
  const { valueSets, tables, classifications } = guild;
  const named = (common: KeyTree, name: string, members: JsonObject): KeyTree =>
    changeAt(common, ["guild", name], ({ others = {} }) => ({
      keys: new Map(Object.keys(members).map((key) => [key, others])),
    }));
  // A guild that orders none has nothing to be asked about.
  const classified = (kind: keyof FactTrees): KeyTree =>
    (classifications.length === 0 ? [] : CLASSIFICATIONS[kind]).reduce(
      (tree, path) => changeAt(tree, stepsOf(path), (at) => ({ ...at, words: classifications })),
      trees[kind],
    );
  return {
    product: classified("product"),
    consumer: classified("consumer"),
    contract: classified("contract"),
    mesh: trees.mesh,
    common: named(named(classified("common"), "valueSets", valueSets), "tables", tables),
  };
}

function withRows(standard: KeyTree, rows: readonly FactRow[]): KeyTree {
  return rows.reduce((tree, row) => changeAt(tree, stepsOf(row.path), (at) => givenTree(at, row, standard)), standard);
}

/** A fact that is nowhere said to be absent is there. */
function givenTree(at: KeyTree, row: FactRow, standard: KeyTree): KeyTree {
  const tree: KeyTree = { ...withRow(at, row, standard), about: row.about };
  return row.absent === undefined ? { ...tree, given: true } : tree;
}

/** `inputPorts[*].custom.*` in steps: `[*]` is any element, `*` any key. */
function stepsOf(path: string): readonly string[] {
  return path.replaceAll("[*]", ".[*]").split(".");
}

function changeAt(tree: KeyTree, [step, ...rest]: readonly string[], change: (at: KeyTree) => KeyTree): KeyTree {
  if (step === undefined) return change(tree);
  const below = (at: KeyTree = {}): KeyTree => changeAt(at, rest, change);
  if (step === "*") return { ...tree, others: below(tree.others) };
  if (step === "[*]") return { ...tree, elements: below(tree.elements) };
  const keys = new Map(tree.keys).set(step, below(tree.keys?.get(step)));
  return { ...(tree.keys === undefined && { type: "object" as const }), ...tree, keys };
}

/** What a fact says of its own place; the rows that follow it say what stands below. */
function withRow(at: KeyTree, row: FactRow, standard: KeyTree): KeyTree {
  const { type, like } = row;
  const alike = like === undefined ? undefined : treeAt(standard, stepsOf(like));
  if (type === "any") return OPEN;
  if (type === "texts") return { type: "list", elements: textTree(row) };
  if (type === "list") return { type: "list", elements: alike ?? at.elements ?? {} };
  if (type === "number" || type === "boolean") return { type };
  if (type !== "object") return textTree(row);
  const { keys, others } = alike ?? at;
  return { type: "object", ...(keys && { keys }), ...(others && { others }) };
}

function textTree({ type, case: letters }: FactRow): KeyTree {
  return {
    type: "text",
    ...(typeof type !== "string" && { words: type }),
    ...(letters && { lowerCase: true as const }),
  };
}

function treeAt(standard: KeyTree, steps: readonly string[]): KeyTree {
  const found = follow(
    standard,
    steps.map((step) => (step === "[*]" ? 0 : step)),
  );
  if ("stranger" in found) throw new Error(`the standard has no ${steps.join(".")}`);
  return found.tree;
}
