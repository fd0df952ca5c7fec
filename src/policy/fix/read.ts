import type { Json, JsonPath } from "../../model/json.ts";
import { isList, isObject, list, own } from "../../model/json.ts";
import { follow, OPEN } from "../../model/key-tree.ts";
import type { Fault } from "../language/fault.ts";
import type { Roots } from "../language/path.ts";
import { parsePath } from "../language/path.ts";
import type { Target } from "../target.ts";
import { parseTemplate } from "../template.ts";
import { placeOf } from "./place.ts";
import type { Draft, FixPlace, FixStep } from "./step.ts";

/** What the steps of a fix may refer to. */
interface Ground {
  readonly roots: Roots;
  readonly target: Target;
}

/** Reads `fix.patch` of a policy whose target is known. */
export function readFixSteps(
  written: Json | undefined,
  ground: Ground,
): { readonly steps: readonly FixStep[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const steps = list(written).flatMap((step, index) => readStep(step, ["fix", "patch", index], ground, faults));
  return { steps, faults };
}

function readStep(step: Json, path: JsonPath, ground: Ground, faults: Fault[]): readonly FixStep[] {
  const kind = own(step, "remove") === undefined ? "set" : "remove";
  const place = readPlace(own(step, kind) ?? null, [...path, kind], ground, faults);
  if (place === undefined) return [];
  if (kind === "remove") return [{ kind, place }];
  const value = readDraft(own(step, "value") ?? null, [...path, "value"], ground.roots, faults);
  return [{ kind, place, value, order: orderAt(place, ground.roots) }];
}

function readPlace(written: Json, path: JsonPath, { roots, target }: Ground, faults: Fault[]): FixPlace | undefined {
  const parsed = parsePath(written, roots);
  const place = "fault" in parsed ? parsed : placeOf(parsed.steps, target);
  if ("kind" in place) return place;
  faults.push({ code: "policy-fix", message: place.fault, path });
  return undefined;
}

function readDraft(written: Json, path: JsonPath, roots: Roots, faults: Fault[]): Draft {
  if (typeof written === "string") {
    const { template, faults: found } = parseTemplate(written, roots);
    faults.push(...found.map((message) => ({ code: "policy-template", message, path })));
    return { kind: "text", template };
  }
  if (isList(written))
    return { kind: "list", items: written.map((item, index) => readDraft(item, [...path, index], roots, faults)) };
  if (!isObject(written)) return { kind: "scalar", value: written };
  const members = Object.entries(written).map(
    ([key, value]) => [key, readDraft(value, [...path, key], roots, faults)] as const,
  );
  return { kind: "object", members };
}

/** The standard's order of the keys that may stand beside the one that a step sets. */
function orderAt(place: FixPlace, { names }: Roots): readonly string[] {
  const [root, ...above] = place.kind === "custom" ? place.owner : place.path.slice(0, -1);
  const found = follow(names.get(String(root)) ?? OPEN, above);
  return "tree" in found ? [...(found.tree.keys?.keys() ?? [])] : [];
}
