import type { Json, JsonPath } from "../../model/json.ts";
import { isList } from "../../model/json.ts";
import { follow } from "../../model/key-tree.ts";
import type { KeyTree } from "../../model/key-tree.ts";
import { nearest } from "../../source/suggest.ts";
import { quote } from "./show.ts";

const NAME = String.raw`[A-Za-z_$][\w$-]*`;
const INDEX = String.raw`\[(?:0|[1-9]\d{0,4})\]`;
const PATH = new RegExp(`^${NAME}(?:\\.${NAME}|${INDEX})*$`);
const MAX_LENGTH = 300;

/** Never read, whatever they hold: they lead into the machine instead of the data. */
const FORBIDDEN: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** A path as the rule means it, or why it is none. */
export type ParsedPath = { readonly steps: JsonPath } | { readonly fault: string };

/** What a path may start with and then name, and which parameters there are. */
export interface Roots {
  readonly names: ReadonlyMap<string, KeyTree>;
  readonly params: ReadonlySet<string>;
}

/** Reads `it.members[0].name`, or the list form `["it", "a.b", 0]` for names with dots and other odd characters. */
export function parsePath(written: Json, roots: Roots): ParsedPath {
  const steps = isList(written) ? listSteps(written) : textSteps(written);
  if (typeof steps === "string") return { fault: steps };
  const fault =
    steps.flatMap((step) => forbidden(step) ?? [])[0] ??
    rootFault(steps, roots) ??
    paramFault(steps, roots) ??
    nameFault(steps, roots);
  return fault === undefined ? { steps } : { fault };
}

function textSteps(written: Json): JsonPath | string {
  if (typeof written !== "string") {
    return `a path is written out in the rule, like it.name; found ${typeof written === "object" ? "an operation" : quote(written)}`;
  }
  if (written.includes("[*]")) return `"${written}" names many values: go through a list with every, any or no`;
  if (written.length > MAX_LENGTH || !PATH.test(written)) {
    return `${quote(written)} is not a path: expected names joined by dots, like it.name or it.members[0].name; write other names as a list, like [it, "a.b"]`;
  }
  return [...written.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) =>
    index === undefined ? name : Number(index),
  );
}

function listSteps(written: readonly Json[]): JsonPath | string {
  const steps: (string | number)[] = [];
  for (const step of written) {
    const valid = typeof step === "string" ? step !== "" : Number.isSafeInteger(step) && Number(step) >= 0;
    if (!valid || (typeof step !== "string" && typeof step !== "number")) {
      return `a path in list form holds names and positions from 0; found ${quote(step)}. For a fallback write {default: [{var: …}, …]}`;
    }
    steps.push(step);
  }
  return steps.length === 0 ? "the path is empty: start with a root like it" : steps;
}

function forbidden(step: string | number): string | undefined {
  return FORBIDDEN.has(String(step)) ? `"${step}" may not be read` : undefined;
}

function rootFault([root = ""]: JsonPath, roots: Roots): string | undefined {
  const name = String(root);
  if (roots.names.has(name)) return undefined;
  if (name === "item") return `"item" exists only inside the condition of every, any or no`;
  const near = nearest(name, roots.names.keys());
  const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
  return `a path cannot start with ${quote(name)} here; it starts with ${[...roots.names.keys()].join(", ")}.${hint}`;
}

function paramFault([root, name, ...rest]: JsonPath, roots: Roots): string | undefined {
  if (root !== "params") return undefined;
  if (name === undefined || rest.length > 0) return "a parameter is read as params.name";
  if (roots.params.has(String(name))) return undefined;
  const near = nearest(String(name), roots.params);
  const hint = near === undefined ? "declare it under params" : `did you mean "params.${near}"?`;
  return `the policy declares no parameter ${quote(name)}: ${hint}`;
}

/** A name that no fact has would be missing for ever. */
function nameFault([root, ...rest]: JsonPath, roots: Roots): string | undefined {
  if (root === "params") return undefined;
  const tree = roots.names.get(String(root)) ?? {};
  const found = follow(tree, rest);
  if ("stranger" in found) return strangerFault(found);
  return rest.flatMap((step, index) => slipFault(tree, rest.slice(0, index), step) ?? [])[0];
}

/** A name that the author of a descriptor may choose, and surely means otherwise. */
function slipFault(tree: KeyTree, above: JsonPath, step: string | number): string | undefined {
  const found = follow(tree, above);
  const known = "tree" in found ? (found.tree.usual ?? []) : [];
  if (known.includes(String(step)) || nearest(String(step), known) === undefined) return undefined;
  return strangerFault({ stranger: step, known });
}

/** Why a step leads nowhere, with what may have been meant. */
export function strangerFault({
  stranger,
  known,
}: {
  readonly stranger: string | number;
  readonly known: readonly string[];
}): string {
  if (typeof stranger === "number") return `[${stranger}] asks for an element where no list stands`;
  const near = nearest(stranger, known);
  const few = known.length === 0 ? "nothing stands below" : `there are ${[...known].sort().join(", ")}`;
  return `there is no fact ${quote(stranger)} here: ${near === undefined ? few : `did you mean "${near}"?`}`;
}
