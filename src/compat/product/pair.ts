import { canonical } from "../../model/json.ts";
import { compareText } from "../../model/order.ts";
import { pairUp } from "../pair.ts";
import type { Both, Pair } from "../rule.ts";
import type { PortForm } from "./form.ts";
import { labelOf } from "./form.ts";
import { lineOf, stepsBetween } from "./line.ts";

/** What of two lists has found its partner, and what has not yet. */
interface Paired<Form> {
  readonly pairs: readonly Both<Form>[];
  readonly before: readonly Form[];
  readonly after: readonly Form[];
}

/** One way to know a port again: by equal keys, of those that fit the nearest versions. */
interface Way<Form> {
  /** What it goes by on each side, `[before, after]`; any of these pairs will do. */
  readonly keys: readonly (readonly [Keys<Form>, Keys<Form>])[];
  readonly fits: (one: Form, other: Form) => boolean;
}

type Keys<Form> = (form: Form) => readonly string[];

/**
 * Pairs the ports of two products, whatever their order: by stable id; by name and version; by name with the nearest
 * version of the same major line; by the id or name that one of the two says it had, in either direction, so that a
 * rename can be taken back. Where versions tell no line, the name is enough if nothing else is called so. With
 * `acrossLines` it always is: an input that reads the next major version is the same input, while an output of the
 * next one is another promise. The pairs come by name.
 */
export function pairPorts<Form extends PortForm>(
  before: readonly Form[],
  after: readonly Form[],
  acrossLines: boolean,
): readonly Pair<Form>[] {
  const alone = new Set([...aloneOf(before), ...aloneOf(after)]);
  const isSameLine = (one: Form, other: Form): boolean => acrossLines || lineOf(one.version) === lineOf(other.version);
  const isUnclear = (one: Form, other: Form): boolean => lineOf(one.version) === "" || lineOf(other.version) === "";
  const lineKey: Keys<Form> = ({ name, version }) => {
    const line = acrossLines ? "every" : lineOf(version);
    return line === "" ? [] : [canonical([name, line])];
  };
  const aloneKey: Keys<Form> = (form) => (alone.has(form) ? [form.name] : []);
  const ways: readonly Way<Form>[] = [
    { keys: [[lineKey, lineKey]], fits: () => true },
    { keys: [[aloneKey, aloneKey]], fits: isUnclear },
    {
      keys: [
        [namesOf, formerNameOf],
        [formerNameOf, namesOf],
      ],
      fits: (one, other) => isSameLine(one, other) || isUnclear(one, other),
    },
  ];
  const ranks = ranksOf([...before, ...after]);
  const rankOf = (form: Form): number => ranks.get(form) ?? 0;
  const sorted = (forms: readonly Form[]): readonly Form[] =>
    [...forms].sort((one, other) => rankOf(one) - rankOf(other));
  const known = split(pairUp(sorted(before), sorted(after), { id: ({ id }) => id, name: labelOf }));
  const { pairs, before: gone, after: added } = ways.reduce((open, way) => pairBy(open, way, rankOf), known);
  const all: readonly Pair<Form>[] = [
    ...pairs,
    ...added.map((form) => ({ after: form })),
    ...gone.map((form) => ({ before: form })),
  ];
  return [...all].sort((one, other) => compareText(textOf(one), textOf(other)));
}

function namesOf({ id, name }: PortForm): readonly string[] {
  return id === undefined ? [name] : [id, name];
}

function formerNameOf({ renamedFrom }: PortForm): readonly string[] {
  return renamedFrom === "" ? [] : [renamedFrom];
}

/** More ports than this of one name are not looked through: nobody has so many. */
const MANY = 20;

/** Pairs what is still open by one more way, the nearest versions first. Both directions come to the same. */
function pairBy<Form extends PortForm>(
  open: Paired<Form>,
  { keys, fits }: Way<Form>,
  rankOf: (form: Form) => number,
): Paired<Form> {
  const candidates = keys
    .flatMap(([then, now]) => candidatesOf(open, then, now))
    .filter((pair) => fits(pair.before, pair.after))
    .map((pair) => {
      const [first, second] = [rankOf(pair.before), rankOf(pair.after)];
      const steps = stepsBetween(pair.before.version, pair.after.version);
      return { pair, order: [...steps, Math.min(first, second), Math.max(first, second)] };
    })
    .sort((one, other) => compareNumbers(one.order, other.order));
  const taken = new Set<Form>();
  const pairs = candidates.flatMap(({ pair }) => {
    if (taken.has(pair.before) || taken.has(pair.after)) return [];
    taken.add(pair.before).add(pair.after);
    return [pair];
  });
  return {
    pairs: [...open.pairs, ...pairs],
    before: open.before.filter((form) => !taken.has(form)),
    after: open.after.filter((form) => !taken.has(form)),
  };
}

function candidatesOf<Form extends PortForm>(
  { before, after }: Paired<Form>,
  then: Keys<Form>,
  now: Keys<Form>,
): readonly Both<Form>[] {
  const known = new Map<string, Form[]>();
  for (const form of before) {
    for (const key of then(form)) {
      const forms = known.get(key);
      if (forms === undefined) known.set(key, [form]);
      else if (forms.length < MANY) forms.push(form);
    }
  }
  return after.flatMap((form) =>
    now(form).flatMap((key) => (known.get(key) ?? []).map((one) => ({ before: one, after: form }))),
  );
}

function split<Form>(pairs: readonly Pair<Form>[]): Paired<Form> {
  return {
    pairs: pairs.flatMap(({ before, after }) =>
      before === undefined || after === undefined ? [] : [{ before, after }],
    ),
    before: pairs.flatMap(({ before, after }) => (before === undefined || after !== undefined ? [] : [before])),
    after: pairs.flatMap(({ before, after }) => (after === undefined || before !== undefined ? [] : [after])),
  };
}

/** Positions by name and version, and where those are the same by what else they say: no order of a file decides. */
function ranksOf<Form extends PortForm>(ports: readonly Form[]): ReadonlyMap<Form, number> {
  const texts = new Map(ports.map((port) => [port, wholeText(port)]));
  const order = new Map([...new Set(texts.values())].sort().map((text, index) => [text, index]));
  return new Map([...texts].map(([port, text]) => [port, order.get(text) ?? 0]));
}

function wholeText(port: PortForm): string {
  return JSON.stringify([labelOf(port), Object.entries({ ...port, place: [], custom: customText(port) }).sort()]);
}

function customText({ custom }: PortForm): string {
  return canonical([...custom].map(([name, value]) => canonical([name, value])).sort());
}

/** Those whose name no other has. */
function aloneOf<Form extends PortForm>(ports: readonly Form[]): ReadonlySet<Form> {
  const named = new Map<string, Form | undefined>();
  for (const port of ports) named.set(port.name, named.has(port.name) ? undefined : port);
  return new Set([...named.values()].flatMap((port) => port ?? []));
}

function textOf({ before, after }: Pair<PortForm>): string {
  const port = after ?? before;
  return port === undefined ? "" : labelOf(port);
}

function compareNumbers(one: readonly number[], other: readonly number[]): number {
  return one.map((number, index) => number - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
