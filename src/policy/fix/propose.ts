import type { Facts } from "../../model/facts.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { list, own } from "../../model/json.ts";
import { scopeOf } from "../evaluate.ts";
import type { Scope } from "../language/scope.ts";
import { factPath, lookup, peek } from "../language/scope.ts";
import { isScalar } from "../language/types.ts";
import type { Policy } from "../policy.ts";
import type { Element } from "../target.ts";
import { edited } from "./edit.ts";
import type { Edit } from "./splice.ts";
import type { Draft, FixPlace, FixStep } from "./step.ts";

/**
 * What the policy's fix does to the document of the subject, for one target. Undefined when the policy has none, or when
 * a fact that it needs is missing, or stands in no document.
 */
export function proposeEdits(
  policy: Policy,
  facts: Facts,
  element: Element,
  document: Json,
): readonly Edit[] | undefined {
  const { place } = facts;
  if (policy.patch.length === 0 || place === undefined) return undefined;
  const scope: Scope = { ...scopeOf(policy, facts, element), budget: { left: 0 } };
  const placed = (path: JsonPath): JsonPath | undefined => {
    const found = factPath(scope, path);
    return found && place(found).path;
  };
  const edits: Edit[] = [];
  let current: Json | undefined = document;
  for (const step of policy.patch) {
    const edit = editOf(step, scope, placed, current);
    if (edit === undefined) return undefined;
    edits.push(edit);
    current = edited(current, edit.path, edit);
  }
  return edits;
}

type Placed = (path: JsonPath) => JsonPath | undefined;

function editOf(step: FixStep, scope: Scope, placed: Placed, document: Json | undefined): Edit | undefined {
  if (step.kind === "remove") {
    const path = step.place.kind === "fact" ? placed(step.place.path) : customPath(step.place, placed, document)?.found;
    return path && { kind: "remove", path };
  }
  const value = fill(step.value, scope);
  if (value === undefined) return undefined;
  if (step.place.kind === "custom") return setCustom(step.place, value, step.order, placed, document);
  const path = placed(step.place.path);
  return path && { kind: "set", path, value, order: step.order };
}

type Custom = Extract<FixPlace, { kind: "custom" }>;

/** The list of custom properties, and what is meant in the property. The last of a name counts, as it does for facts. */
function customPath(
  { owner, property, below }: Custom,
  placed: Placed,
  document: Json | undefined,
): { readonly entries: JsonPath; readonly count: number | undefined; readonly found?: JsonPath } | undefined {
  const at = placed(owner);
  if (at === undefined) return undefined;
  const entries = [...at, "customProperties"];
  const written = lookup(document, entries);
  const index = list(written).findLastIndex((entry) => own(entry, "property") === property);
  const count = written === undefined ? undefined : list(written).length;
  if (index < 0) return { entries, count };
  return { entries, count, found: [...entries, index, ...(below.length === 0 ? [] : ["value", ...below])] };
}

function setCustom(
  place: Custom,
  value: Json,
  order: readonly string[],
  placed: Placed,
  document: Json | undefined,
): Edit | undefined {
  const at = customPath(place, placed, document);
  if (at === undefined) return undefined;
  const { entries, count, found } = at;
  if (found !== undefined) return { kind: "set", path: place.below.length === 0 ? [...found, "value"] : found, value };
  if (place.below.length > 0) return undefined;
  const entry = { property: place.property, value };
  if (count === undefined) return { kind: "set", path: entries, value: [entry], order };
  return { kind: "set", path: [...entries, count], value: entry };
}

/** A draft with its facts; undefined when one is missing, or cannot be part of a text. */
function fill(draft: Draft, scope: Scope): Json | undefined {
  switch (draft.kind) {
    case "scalar":
      return draft.value;
    case "text": {
      const [first, ...others] = draft.template;
      if (first !== undefined && typeof first !== "string" && others.length === 0) return peek(scope, first);
      const parts = draft.template.map((part) => (typeof part === "string" ? part : textOf(peek(scope, part))));
      return parts.includes(undefined) ? undefined : parts.join("");
    }
    case "list": {
      const items = draft.items.map((item) => fill(item, scope));
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case "object": {
      const members = draft.members.flatMap(([key, member]) => {
        const value = fill(member, scope);
        return value === undefined ? [] : [[key, value] as const];
      });
      return members.length === draft.members.length ? Object.fromEntries(members) : undefined;
    }
  }
}

function textOf(value: Json | undefined): string | undefined {
  return value !== undefined && isScalar(value) ? String(value) : undefined;
}
