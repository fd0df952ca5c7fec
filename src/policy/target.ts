import type { SubjectKind } from "../model/finding.ts";
import type { Json, JsonObject, JsonPath } from "../model/json.ts";
import { isList, own } from "../model/json.ts";
import { follow } from "../model/key-tree.ts";
import type { KeyTree } from "../model/key-tree.ts";
import { digestOf } from "./digest.ts";
import type { FactTrees } from "./facts/key-tree.ts";
import { parsePath, strangerFault } from "./language/path.ts";
import { lookup } from "./language/scope.ts";
import { escapeInvisible, quote } from "./language/show.ts";
import type { Scalar } from "./language/types.ts";
import { isScalar } from "./language/types.ts";

/** What a policy is asked about: the subject, or each element of a list in it. */
export interface Target {
  readonly kind: SubjectKind;
  /** Lists to go down, each from an element of the one before: `[["inputPorts"], ["upstreams"]]`. */
  readonly lists: readonly JsonPath[];
  /** Members that tell elements of the last list apart. */
  readonly key?: readonly Member[];
}

interface Member {
  readonly label: string;
  readonly steps: JsonPath;
}

/** An element to be judged. `fault` says why there is something else than the list that was expected. */
export interface Element {
  readonly name: string;
  readonly path: JsonPath;
  readonly value: Json | undefined;
  readonly fault?: string;
}

const FOR_EACH = /^(product|contract|consumer|mesh)((?:(?:\.[A-Za-z_$][\w$-]*)+\[\*\])*)$/;
const KINDS = ["product", "contract", "consumer", "mesh"] as const;
const MAX_ELEMENTS = 10_000;
const MAX_KEY = 80;

/** What usually tells elements apart, for lists without a key of their own: the first of these, and the version. */
const USUAL = ["name", "path", "key", "id", "product", "property"];

export function parseTarget(
  forEach: string,
  key: readonly string[] | undefined,
  trees: FactTrees,
): Target | { readonly faults: readonly string[] } {
  const match = FOR_EACH.exec(forEach);
  const kind = KINDS.find((name) => name === match?.[1]);
  if (match === null || kind === undefined) {
    return {
      faults: [
        `forEach is ${quote(forEach)}: expected product, contract, consumer or mesh, or a list below one like product.outputPorts[*]`,
      ],
    };
  }
  const lists = (match[2] ?? "")
    .split("[*]")
    .filter(Boolean)
    .map((part) => part.slice(1).split("."));
  const element = elementTree(trees[kind], lists);
  if ("fault" in element) return { faults: [`forEach: ${element.fault}`] };
  const members = (key ?? []).map((label) => parseMember(label, element.tree));
  const faults = members.flatMap((member) => ("fault" in member ? [member.fault] : []));
  if (key !== undefined && lists.length === 0)
    faults.push("key tells elements of a list apart, and forEach names no list");
  if (faults.length > 0) return { faults };
  const sound = members.filter((member) => "steps" in member);
  return sound.length === 0 ? { kind, lists } : { kind, lists, key: sound };
}

/** What may be read of the elements of the last list. */
export function elementTree(
  subject: KeyTree,
  lists: Target["lists"],
): { readonly tree: KeyTree } | { readonly fault: string } {
  const found = follow(
    subject,
    lists.flatMap((list) => [...list, 0]),
  );
  return "tree" in found ? found : { fault: strangerFault(found) };
}

function parseMember(label: string, element: KeyTree): Member | { readonly fault: string } {
  const path = parsePath(`it.${label}`, { names: new Map([["it", element]]), params: new Set() });
  return "fault" in path ? { fault: `key: ${path.fault}` } : { label, steps: path.steps.slice(1) };
}

/** The elements of a target in the facts of a subject, with names that do not depend on their order. */
export function elementsOf(target: Target, facts: JsonObject): readonly Element[] {
  const subject: Element = { name: "", path: [target.kind], value: own(facts, target.kind) };
  let elements: readonly Element[] = [subject];
  for (const [index, list] of target.lists.entries()) {
    const key = index === target.lists.length - 1 ? target.key : undefined;
    elements = elements.flatMap((element) => below(element, list, key));
  }
  return numbered(elements);
}

/** What a target is called when its list is empty: `outputPorts`. */
export function listName(target: Target): string {
  return target.lists.map((list) => list.join(".")).join(".");
}

function below(element: Element, list: JsonPath, key: readonly Member[] | undefined): readonly Element[] {
  if (element.fault !== undefined) return [element];
  const prefix = `${element.name === "" ? "" : `${element.name}.`}${list.join(".")}`;
  const path = [...element.path, ...list];
  const found = lookup(element.value, list);
  if (found === undefined) return [];
  if (!isList(found)) return [{ name: prefix, path, value: found, fault: `expected a list and found ${quote(found)}` }];
  if (found.length > MAX_ELEMENTS) {
    return [{ name: prefix, path, value: found, fault: `the list has more than ${MAX_ELEMENTS} elements` }];
  }
  return found.map((value, index) => ({
    name: `${prefix}[${keyText(value, key ?? usualKey(value))}]`,
    path: [...path, index],
    value: value ?? undefined,
  }));
}

function usualKey(value: Json): readonly Member[] {
  const first = USUAL.find((name) => isScalar(own(value, name) ?? null));
  return [first, "version"].flatMap((label) => (label === undefined ? [] : [{ label, steps: [label] }]));
}

function keyText(value: Json, key: readonly Member[]): string {
  if (isScalar(value)) return keyValue(value);
  const parts = key.flatMap(({ label, steps }) => {
    const part = lookup(value, steps);
    return part !== undefined && isScalar(part) ? [`${label}=${keyValue(part)}`] : [];
  });
  return parts.length === 0 ? "?" : parts.join(",");
}

/** Escaped, so that no value can look like another key; a long one keeps its identity by a digest. */
function keyValue(value: Scalar): string {
  const text = String(value);
  const short = text.length > MAX_KEY ? `${text.slice(0, MAX_KEY - 20)}~${digestOf(text).slice(0, 12)}` : text;
  return escapeInvisible(short.replace(/[\\,=[\]#]/g, String.raw`\$&`));
}

/** Elements that cannot be told apart are counted in the order of the list: `[name=a]`, `[name=a]#2`. */
function numbered(elements: readonly Element[]): readonly Element[] {
  const seen = new Map<string, number>();
  return elements.map((element) => {
    const count = (seen.get(element.name) ?? 0) + 1;
    seen.set(element.name, count);
    return count === 1 ? element : { ...element, name: `${element.name}#${count}` };
  });
}
