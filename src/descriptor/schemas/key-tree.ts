import { eitherTree, OPEN } from "../../model/key-tree.ts";
import type { KeyTree } from "../../model/key-tree.ts";
import type { Fields, RecordShape, Shape } from "./shape.ts";

/** Every key that a standard has in any of its versions. A record that contains itself gives a tree that does, too. */
export function keyTreeOf(shape: RecordShape): KeyTree {
  return recordTree(shape, new Map());
}

type Drawn = Map<RecordShape, KeyTree>;

function recordTree(shape: RecordShape, drawn: Drawn): KeyTree {
  const known = drawn.get(shape);
  if (known !== undefined) return known;
  const keys = new Map<string, KeyTree>();
  // Before its fields: they may contain the record again.
  const tree: KeyTree = { type: "object", keys, ...(shape.closedSince === undefined && { others: OPEN }) };
  drawn.set(shape, tree);
  const cases = shape.cases === undefined ? [] : [...shape.cases.of.values(), shape.cases.otherwise];
  addFields(keys, shape.fields, drawn);
  for (const fields of cases) addFields(keys, withoutRequired(fields), drawn);
  return tree;
}

/** What is required of some is not given to all. */
function withoutRequired(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, { ...field, required: false }]));
}

function addFields(keys: Map<string, KeyTree>, fields: Fields, drawn: Drawn): void {
  for (const [key, { shape, about, required }] of Object.entries(fields)) {
    const known = keys.get(key);
    const drawing = { ...treeOf(shape, drawn), about };
    const tree: KeyTree = required ? { ...drawing, given: true } : drawing;
    keys.set(key, known === undefined ? tree : eitherTree(known, tree));
  }
}

function treeOf(shape: Shape, drawn: Drawn): KeyTree {
  switch (shape.is) {
    case "record":
      return recordTree(shape, drawn);
    case "list":
      return { type: "list", elements: treeOf(shape.of, drawn) };
    case "either":
      return shape.options.map((option) => treeOf(option, drawn)).reduce(eitherTree);
    case "varying":
      return shape.by.map(([, option]) => treeOf(option, drawn)).reduce(eitherTree);
    case "lazy":
      return recordTree(shape.get(), drawn);
    case "named":
      return treeOf(shape.of, drawn);
    case "any":
    case "bag":
      return OPEN;
    case "choice":
      return { type: "text", words: [...shape.words.keys()] };
    case "flag":
      return { type: "boolean" };
    case "number":
      // A variable that stands for the number is a text.
      return shape.variableSince === undefined ? { type: "number" } : {};
    case "text":
      return { type: "text" };
    case "scalar":
      return {};
  }
}
