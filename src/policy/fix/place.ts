import type { SubjectKind } from "../../model/finding.ts";
import type { JsonPath } from "../../model/json.ts";
import { FACTS_SHAPE } from "../facts/shape.ts";
import type { FactRow } from "../facts/shape.ts";
import type { Target } from "../target.ts";
import type { FixPlace } from "./step.ts";

/** Facts under words of the engine that stand in the descriptor all the same. */
const MIRRORED: ReadonlySet<string> = new Set(["declaredDomain", "fields", "sla", "sla.*"]);

/** Facts of a name of their own that custom properties hold. */
const CUSTOM: ReadonlyMap<string, string> = new Map([
  ["class", "meshgate.class"],
  ["outputPorts[*].interfaceClass", "meshgate.interfaceClass"],
  ["inputPorts[*].uses", "meshgate.uses"],
]);

/** What stands in the descriptor under a name of the standard, but is read from elsewhere. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["domain", "the folder of the descriptor says which domain governs it; what the descriptor says is declaredDomain"],
]);

/** Where a path of the rule stands in the descriptor, or why a fix cannot change it. */
export function placeOf(path: JsonPath, target: Target): FixPlace | { readonly fault: string } {
  const [root, ...steps] = path;
  if (target.kind === "mesh") return { fault: "the mesh as a whole stands in no file that a fix could change" };
  if (root !== "it" && root !== target.kind)
    return { fault: `a fix changes the descriptor: its paths start with it or ${target.kind}` };
  const above: JsonPath = root === "it" ? target.lists.flatMap((list) => [...list, 0]) : [];
  if (above.length + steps.length === 0)
    return { fault: `the path ends too early: name what changes in the ${target.kind}` };
  return descend(path, above, steps, target.kind);
}

function descend(path: JsonPath, above: JsonPath, steps: JsonPath, kind: SubjectKind): ReturnType<typeof placeOf> {
  const whole = [...above, ...steps];
  for (let length = 1; length <= whole.length; length += 1) {
    const row = rowAt(kind, whole.slice(0, length));
    if (row === undefined) continue;
    const below = whole.slice(length);
    const property = CUSTOM.get(row.path);
    if (property !== undefined || isCustom(row)) {
      // What is judged stands in the property already, so the descriptor has it.
      if (length <= above.length) return { kind: "fact", path };
      const owner = path.slice(0, path.length - below.length - 1);
      return property === undefined ? customPlace(owner, below) : { kind: "custom", owner, property, below };
    }
    const fault = rowFault(row, below);
    if (fault !== undefined) return { fault };
  }
  return { kind: "fact", path };
}

function customPlace(owner: JsonPath, [property, ...below]: JsonPath): ReturnType<typeof placeOf> {
  if (typeof property !== "string")
    return { fault: "the path ends too early: name the custom property, like custom.name" };
  return { kind: "custom", owner, property, below };
}

function isCustom({ path }: FactRow): boolean {
  return path === "custom" || path.endsWith(".custom");
}

function rowFault({ path, standard }: FactRow, below: JsonPath): string | undefined {
  const elsewhere = ELSEWHERE.get(path);
  if (elsewhere !== undefined) return elsewhere;
  const name = path.replaceAll("[*]", "");
  if (MIRRORED.has(path))
    return below.length > 0 || path !== "fields" ? undefined : `the path ends too early: name what changes in ${name}`;
  return standard ? undefined : `${name} is worked out by the engine and stands in no descriptor`;
}

function rowAt(kind: SubjectKind, steps: JsonPath): FactRow | undefined {
  return FACTS_SHAPE[kind].find(({ path }) => {
    const pattern = path.replaceAll("[*]", ".[*]").split(".");
    return pattern.length === steps.length && pattern.every((part, index) => fits(part, steps[index]));
  });
}

function fits(part: string, step: string | number | undefined): boolean {
  return typeof step === "number" ? part === "[*]" : part === "*" || part === step;
}
