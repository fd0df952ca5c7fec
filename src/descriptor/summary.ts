import type { InputPort, OutputPort } from "../model/descriptor.ts";
import type { SourceDocument } from "../model/document.ts";
import type { Json } from "../model/json.ts";
import { isList, list, own, text } from "../model/json.ts";
import type { Range } from "../model/location.ts";
import { ownersOf } from "../model/owner.ts";
import { customText, customValue } from "./custom.ts";

/** `{key: value}`, or nothing when there is no value. */
export function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  const result: Partial<Record<K, V>> = {};
  if (value !== undefined) result[key] = value;
  return result;
}

export interface Named {
  readonly id: string;
  readonly name?: string;
  readonly version?: string;
  readonly status?: string;
  readonly range: Range;
}

export function summariseNames(document: SourceDocument): Named {
  const root = document.value;
  return {
    id: text(own(root, "id")) ?? "",
    ...given("name", text(own(root, "name"))),
    ...given("version", text(own(root, "version"))),
    ...given("status", text(own(root, "status"))),
    range: document.range(["id"]),
  };
}

/** Who is accountable. There is no clock here: a member with a `dateOut`, even one to come, does not count. */
export function summariseOwners(root: Json): readonly string[] {
  return ownersOf(own(root, "team"), () => true);
}

/** When members leave: from that day on the facts about the team are others. */
export function summariseLeaves(root: Json): { readonly leaves?: readonly string[] } {
  const team = own(root, "team");
  const leaves = (isList(team) ? team : list(own(team, "members"))).flatMap(
    (member) => text(own(member, "dateOut")) ?? [],
  );
  return leaves.length === 0 ? {} : { leaves: [...new Set(leaves)].sort() };
}

export const ENUM_HANDLING = ["exhaustive", "tolerant"] as const;

export function summariseInputPorts(document: SourceDocument): readonly InputPort[] {
  return list(own(document.value, "inputPorts")).map((port, index) => {
    const uses = customValue(port, "meshgate.uses");
    return {
      name: text(own(port, "name")) ?? "",
      ...given("version", text(own(port, "version"))),
      ...given("contractId", text(own(port, "contractId"))),
      external: customValue(port, "meshgate.external") === true,
      ...given("uses", isList(uses) ? uses.flatMap((path) => text(path) ?? []) : undefined),
      ...given("expects", customText(port, "meshgate.expects")),
      ...given(
        "enumHandling",
        ENUM_HANDLING.find((one) => one === customValue(port, "meshgate.enumHandling")),
      ),
      range: document.range(["inputPorts", index]),
    };
  });
}

export function summariseOutputPorts(document: SourceDocument): readonly OutputPort[] {
  return list(own(document.value, "outputPorts")).map((port, index) => ({
    name: text(own(port, "name")) ?? "",
    ...given("version", text(own(port, "version"))),
    ...given("contractId", text(own(port, "contractId"))),
    ...given("type", text(own(port, "type"))),
    deprecated: own(port, "deprecated") === true,
    ...given("interfaceClass", customText(port, "meshgate.interfaceClass")),
    inputContracts: summariseInputContracts(document.value, port),
    range: document.range(["outputPorts", index]),
  }));
}

/**
 * Which inputs feed a port. One entry that names a contract of no input port makes the whole list worth nothing: then
 * every input counts, so that a wrong entry hides neither what flows into the port nor a circle. Versions do not
 * matter, since real documents disagree about them.
 */
function summariseInputContracts(product: Json, port: Json): OutputPort["inputContracts"] {
  const read = new Set(list(own(product, "inputPorts")).map((input) => text(own(input, "contractId"))));
  const named = list(own(port, "inputContracts")).map((contract) => ({
    id: text(own(contract, "id")) ?? "",
    version: text(own(contract, "version")) ?? "",
  }));
  return named.every(({ id }) => read.has(id)) ? named : [];
}
