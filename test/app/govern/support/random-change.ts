import fc from "fast-check";
import { descriptor, inputPort, outputPort, place, WORDS } from "./random-mesh.ts";
import { copyOf, isMembers } from "./state.ts";
import type { Members, State, Value } from "./state.ts";

/** One step of a change; does nothing where there is nothing to do it to. */
type Edit = (state: State) => void;

/** Chooses by a number, so that a change can be made smaller and still means much the same. */
function pick<T>(from: readonly T[], by: number): T | undefined {
  return from.length === 0 ? undefined : from[by % from.length];
}

function descriptorFiles(state: State): string[] {
  return [...state].flatMap(([file, content]) => (typeof content === "string" ? [] : [file])).sort();
}

const chosenFile = (state: State, by: number): string | undefined => pick(descriptorFiles(state), by);

interface Slot {
  readonly holder: Value[] | Members;
  readonly key: string | number;
}

/** Every place of a document that holds a value. */
function slotsOf(value: Value): Slot[] {
  if (Array.isArray(value)) return value.flatMap((item, key) => [{ holder: value, key }, ...slotsOf(item)]);
  if (!isMembers(value)) return [];
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...slotsOf(value[key] ?? null)]);
}

function read({ holder, key }: Slot): Value | undefined {
  return Array.isArray(holder) ? holder[Number(key)] : holder[key];
}

function write({ holder, key }: Slot, value: Value): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else holder[key] = value;
}

function drop({ holder, key }: Slot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

function slotsIn(state: State, by: number): Slot[] {
  const content = state.get(chosenFile(state, by) ?? "");
  return typeof content === "object" ? content.flatMap((document) => slotsOf(document)) : [];
}

/** What a member of a name may become. Ids and contract ids come from the mesh itself as well. */
function valuesFor(state: State, key: string | number): readonly Value[] {
  const found = [...state.values()].flatMap((content) => (typeof content === "string" ? [] : content));
  const ids = found.flatMap((document) => (isMembers(document) ? [document["id"] ?? "none"] : []));
  const values: Record<string, readonly Value[]> = {
    id: [...WORDS.product, ...ids],
    contractId: [...WORDS.contract, ...ids],
    version: WORDS.version,
    status: WORDS.status,
    domain: WORDS.domain,
    classification: WORDS.classification,
    name: [...WORDS.port, ...WORDS.field, ...WORDS.object],
    deprecated: [true, false],
    primaryKey: [true, false],
    kind: ["DataProduct", "DataContract", "Consumer", "Something"],
    property: [
      "meshgate.uses",
      "meshgate.external",
      "meshgate.class",
      "meshgate.renamedFrom",
      "retention",
      "fy",
      "personal",
    ],
    value: [["t.id"], [], true, "core", 3, ...ids],
    tags: [["pii"], []],
    logicalType: ["string", "integer", "object"],
    purpose: ["todo", "What listeners play, by hour and country."],
    apiVersion: ["v1.0.0", "v1.1.0", "v3.1.0", "v3.2.0", "meshgate/v1"],
  };
  return values[String(key)] ?? [null, "", "odd", 7];
}

const number = fc.nat({ max: 9_999 });

/** Members that most policies read; chosen more often than the rest. */
const WEIGHTY = new Set(["id", "contractId", "version", "status", "deprecated", "classification", "name", "value"]);

const setValue = (weighty: boolean): fc.Arbitrary<Edit> =>
  fc.tuple(number, number, number).map(([file, slot, value]) => (state) => {
    const slots = slotsIn(state, file).filter(({ key }) => !weighty || WEIGHTY.has(String(key)));
    const chosen = pick(slots, slot);
    const given = chosen && pick(valuesFor(state, chosen.key), value);
    if (chosen !== undefined && given !== undefined) write(chosen, given);
  });

const dropValue: fc.Arbitrary<Edit> = fc.tuple(number, number).map(([file, slot]) => (state) => {
  const chosen = pick(slotsIn(state, file), slot);
  if (chosen !== undefined) drop(chosen);
});

const shuffleList: fc.Arbitrary<Edit> = fc
  .tuple(number, number, fc.constantFrom("twice", "reversed", "first to the end"))
  .map(([file, slot, how]) => (state) => {
    const list = pick(
      slotsIn(state, file)
        .map(read)
        .filter((value) => Array.isArray(value)),
      slot,
    );
    if (list === undefined) return;
    if (how === "twice") list.push(...structuredClone(list.slice(0, 1)));
    else if (how === "reversed") list.reverse();
    else list.push(...list.splice(0, 1));
  });

const addPort: fc.Arbitrary<Edit> = fc
  .tuple(number, number, fc.constantFrom("inputPorts", "outputPorts"), inputPort, outputPort)
  .map(([file, nth, key, input, output]) => (state) => {
    const content = state.get(chosenFile(state, file) ?? "");
    const document = typeof content === "object" ? pick(content, nth) : undefined;
    if (!isMembers(document) || document["kind"] === "DataContract") return;
    const ports = document[key];
    const port = structuredClone(key === "inputPorts" ? input : output);
    if (Array.isArray(ports)) ports.push(port);
    else if (key === "inputPorts" || document["kind"] === "DataProduct") document[key] = [port];
  });

const addFile: fc.Arbitrary<Edit> = fc.tuple(place, descriptor).map(([file, document]) => (state) => {
  const there = state.get(file);
  const added = structuredClone(document);
  if (typeof there === "object") there.push(added);
  else state.set(file, [added]);
});

const removeFile: fc.Arbitrary<Edit> = number.map((by) => (state) => {
  state.delete(chosenFile(state, by) ?? "");
});

/** To another name, to the folder of another domain, or over a file that is there. */
const moveFile = (keep: boolean): fc.Arbitrary<Edit> =>
  fc.tuple(number, place).map(([by, to]) => (state) => {
    const file = chosenFile(state, by);
    const content = file === undefined ? undefined : state.get(file);
    if (file === undefined || content === undefined) return;
    if (!keep) state.delete(file);
    state.set(to, structuredClone(content));
  });

/** Two files change places, or one takes the documents of the other. */
const mergeFiles: fc.Arbitrary<Edit> = fc.tuple(number, number, fc.boolean()).map(([one, other, swap]) => (state) => {
  const [first, second] = [chosenFile(state, one), chosenFile(state, other)];
  if (first === undefined || second === undefined || first === second) return;
  const [here, there] = [state.get(first), state.get(second)];
  if (typeof here !== "object" || typeof there !== "object") return;
  if (swap) {
    state.set(first, there);
    state.set(second, here);
  } else {
    state.set(first, [...here, ...there]);
    state.delete(second);
  }
});

const breakFile: fc.Arbitrary<Edit> = fc
  .tuple(number, fc.constantFrom("kind: DataProduct\napiVersion: v1.1.0\nid: [", "", "no: descriptor\n", "{"))
  .map(([by, text]) => (state) => {
    const file = chosenFile(state, by);
    if (file !== undefined) state.set(file, text);
  });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 8, arbitrary: setValue(true) },
  { weight: 3, arbitrary: setValue(false) },
  { weight: 2, arbitrary: dropValue },
  { weight: 2, arbitrary: shuffleList },
  { weight: 3, arbitrary: addPort },
  { weight: 3, arbitrary: addFile },
  { weight: 3, arbitrary: removeFile },
  { weight: 2, arbitrary: moveFile(false) },
  { weight: 2, arbitrary: moveFile(true) },
  { weight: 1, arbitrary: mergeFiles },
  { weight: 1, arbitrary: breakFile },
);

export type Change = (base: State) => State;

/** What a pull request may do to a mesh: a few edits of any kind. */
export const change: fc.Arbitrary<Change> = fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => (base) => {
  const head = copyOf(base);
  for (const step of edits) step(head);
  return head;
});
