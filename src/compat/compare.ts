import type { JsonPath } from "../model/json.ts";
import { canonical } from "../model/json.ts";
import type { ContractForm, FieldForm, Identity, ObjectForm, PromiseForm, RelationshipForm } from "./form/contract.ts";
import type { Difference } from "./difference.ts";
import { differenceOf } from "./difference.ts";
import { sourceOf } from "./lattice.ts";
import { movesOf } from "./move.ts";
import { BY_IDENTITY, called, pairUp } from "./pair.ts";
import type { Match } from "./pair.ts";
import { aliasedPaths } from "./paths.ts";
import type { Both, Level, Levels, Pair, Rule, Surroundings } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { isSameForm } from "./same.ts";

export type { Difference } from "./difference.ts";

/**
 * Every atomic change from one contract to another, in the order of the contract. Pairs are made here; rules only say
 * what a pair means. Of something added or removed only that is told, not what stands inside it. A side that is missing:
 * the contract comes or goes as a whole.
 */
export function compareContracts(
  before: ContractForm | undefined,
  after: ContractForm | undefined,
): readonly Difference[] {
  const either = before ?? after;
  if (either === undefined) return [];
  if (isSameForm(before, after)) return [];
  const contract = { before: before ?? either, after: after ?? either };
  const source = sourceOf(contract);
  const differences: Difference[] = [];
  const say = <L extends Level>(
    level: L,
    steps: readonly string[],
    fields: readonly string[],
    pair: Match<Levels[L]>,
    around: Around = {},
    near: JsonPath = [],
  ): void => {
    if (isSameForm(pair.before, pair.after)) return;
    const surroundings = { ...around, contract, source, by: pair.by };
    for (const rule of ASKED[level]) {
      for (const found of rule.find(pair, surroundings))
        differences.push(differenceOf(rule, found, pair, { steps, fields, near }));
    }
  };
  say("contract", [], [], { ...(before && { before }), ...(after && { after }), by: "name" });
  if (before === undefined || after === undefined) return differences;
  const objects = pairUp(before.objects, after.objects, BY_IDENTITY);
  for (const [match, name] of called(objects, nameOf)) {
    if (isSameForm(match.before, match.after)) continue;
    const steps = [`schema[${name}]`];
    const names = [...new Set([match.before?.name ?? [], match.after?.name ?? []].flat())];
    say("object", steps, names, match, { newcomers: newcomersOf(objects) }, ["schema"]);
    const object = both(match);
    if (object === undefined) continue;
    standing(object.before, object.after, steps, names, { object });
    fields(
      object.before.fields,
      object.after.fields,
      steps,
      {
        object,
        moves: movesOf(object.before, object.after),
        aliased: [aliasedPaths(object.before), aliasedPaths(object.after)],
        told: new Set(),
      },
      object.after.place,
    );
  }
  for (const [match, name] of called(pairUp(before.serviceLevels, after.serviceLevels, BY_LEVEL), levelName))
    say("serviceLevel", [`slaProperties[${name}]`], elementsOf(match), match, {}, ["slaProperties"]);
  for (const [match, name] of called(pairUp(before.servers, after.servers, BY_SERVER), nameOf))
    say("server", [`servers[${name}]`], [], match, {}, ["servers"]);
  for (const [match, name] of called(pairUp(before.roles, after.roles, BY_ROLE), nameOf))
    say("role", [`roles[${name}]`], [], match, {}, ["roles"]);
  return differences;

  function fields(
    then: readonly FieldForm[],
    now: readonly FieldForm[],
    steps: readonly string[],
    walk: Walk,
    parent: JsonPath,
  ): void {
    const matches = pairUp(then, now, BY_IDENTITY);
    const newcomers = newcomersOf(matches);
    for (const [match, name] of called(matches, nameOf)) {
      const found = reunited(match, walk);
      if (found !== undefined)
        field(
          found,
          [...steps, `properties[${found.by === "moved" ? nameOf(found.after ?? found.before) : name}]`],
          walk,
          [...parent, "properties"],
          newcomers,
        );
    }
  }

  function field(
    match: Match<FieldForm>,
    steps: readonly string[],
    walk: Walk,
    near: JsonPath,
    newcomers: readonly string[] = [],
  ): void {
    if (isSameForm(match.before, match.after)) return;
    const { object } = walk;
    const paths = pathsOf(match, walk);
    say("field", steps, paths, match, { object, newcomers }, near);
    const pair = both(match);
    if (pair === undefined) return;
    standing(pair.before, pair.after, steps, paths, { object, field: pair });
    // Where an object begins or ends, its type says so; one that says no type any more may still have fields.
    const kinds = [pair.before.type.kind, pair.after.type.kind];
    if (kinds[0] === kinds[1] || kinds.includes("none"))
      fields(pair.before.fields, pair.after.fields, steps, walk, pair.after.place);
    for (const part of ["items", "key", "value"] as const) {
      const [then, now] = [pair.before[part], pair.after[part]];
      // Where a list or map begins or ends, its type says so.
      if (then !== undefined && now !== undefined)
        field({ before: then, after: now, by: "position" }, [...steps, part], walk, pair.after.place);
    }
  }

  function standing(
    then: { readonly promises: readonly PromiseForm[]; readonly relationships: readonly RelationshipForm[] },
    now: typeof then & { readonly place: JsonPath },
    steps: readonly string[],
    paths: readonly string[],
    around: Around,
  ): void {
    for (const [match, name] of called(pairUp(then.promises, now.promises, BY_PROMISE), promiseName))
      say("promise", [...steps, `quality[${name}]`], paths, match, around, [...now.place, "quality"]);
    for (const [match, name] of called(pairUp(then.relationships, now.relationships, BY_RELATIONSHIP), ({ to }) => to))
      say("relationship", [...steps, `relationships[${name}]`], paths, match, around, [...now.place, "relationships"]);
  }
}

const BY_LEVEL = {
  id: () => undefined,
  name: ({ property, element, driver }: Levels["serviceLevel"]) => canonical([property, element, driver]),
  content: ({ property, element }: Levels["serviceLevel"]) => canonical([property, element]),
};
const BY_SERVER = {
  id: ({ id }: Levels["server"]) => id,
  name: ({ name, environment, type }: Levels["server"]) => (name === "" ? canonical([environment, type]) : name),
  content: ({ type, environment, location, encoding }: Levels["server"]) =>
    canonical([type, environment, location, encoding]),
};
const BY_ROLE = { id: ({ id }: Levels["role"]) => id, name: ({ name }: Levels["role"]) => name };
const BY_PROMISE = {
  id: ({ id }: PromiseForm) => id,
  name: (form: PromiseForm) => promiseName(form),
  content: ({ type, metric, allowed, arguments: given, how }: PromiseForm) =>
    JSON.stringify([type, metric, allowed, given, how]),
};
const BY_RELATIONSHIP = {
  id: ({ id }: RelationshipForm) => id,
  name: ({ from, to }: RelationshipForm) => canonical([from, to]),
};

/** What is around an element besides the contract. */
type Around = Pick<Surroundings, "object" | "field" | "newcomers">;

/** What a walk through the fields of an object knows. */
interface Walk {
  readonly object: Both<ObjectForm>;
  readonly moves: ReadonlyMap<FieldForm, FieldForm>;
  /** All paths of fields that go by several, before and after. */
  readonly aliased: readonly ReadonlyMap<FieldForm, readonly string[]>[];
  /** Moved fields that are told of where they were met first. */
  readonly told: Set<FieldForm>;
}

/** What readers may call a field on either side. */
function pathsOf({ before, after }: Match<FieldForm>, { aliased }: Walk): readonly string[] {
  const known = (form: FieldForm): readonly string[] =>
    aliased.map((paths) => paths.get(form)).find((paths) => paths !== undefined) ?? [form.path];
  return [...new Set([before, after].flatMap((form) => (form === undefined ? [] : known(form))))];
}

/** One side of a moved field with the other; undefined where it is told of already. */
function reunited(match: Match<FieldForm>, { moves, told }: Walk): Match<FieldForm> | undefined {
  const form = match.before ?? match.after;
  const other = form && both(match) === undefined ? moves.get(form) : undefined;
  if (form === undefined || other === undefined) return match;
  if (told.has(form)) return undefined;
  told.add(other);
  return match.before === undefined
    ? { before: other, after: form, by: "moved" }
    : { before: form, after: other, by: "moved" };
}

function newcomersOf(matches: readonly Match<Identity>[]): readonly string[] {
  return matches.flatMap(({ before, after }) => (before === undefined && after !== undefined ? [after.name] : []));
}

function promiseName(form: PromiseForm | undefined): string {
  return form === undefined ? "" : form.name || [form.type, form.metric].filter((part) => part !== "").join(" ");
}

function nameOf(form: { readonly name: string } | undefined): string {
  return form?.name ?? "";
}

function levelName(form: Levels["serviceLevel"] | undefined): string {
  return [form?.property ?? "", form?.element ?? ""].filter((part) => part !== "").join(" of ");
}

/** The objects and fields that a service level is about, by name; none: all. */
function elementsOf({ before, after }: Pair<Levels["serviceLevel"]>): readonly string[] {
  return [...new Set([before, after].flatMap((level) => level?.element ?? []))].filter((name) => name !== "");
}

function both<Form>({ before, after }: Pair<Form>): Both<Form> | undefined {
  return before === undefined || after === undefined ? undefined : { before, after };
}

/** The rules of each level: they are asked of every pair. */
const ASKED: { readonly [L in Level]: readonly Rule<L>[] } = {
  contract: rulesOf("contract"),
  object: rulesOf("object"),
  field: rulesOf("field"),
  promise: rulesOf("promise"),
  serviceLevel: rulesOf("serviceLevel"),
  server: rulesOf("server"),
  role: rulesOf("role"),
  relationship: rulesOf("relationship"),
};

function rulesOf<L extends Level>(level: L): readonly Rule<L>[] {
  return RULES.filter((rule): rule is Rule<L> & Rule => rule.level === level);
}
