import type { Axis, AxisState, AxisVerdict, Bump, ChangeClass, Direction, Facet } from "../model/compatibility.ts";
import type { Json } from "../model/json.ts";
import type {
  ContractForm,
  FieldForm,
  ObjectForm,
  PromiseForm,
  RelationshipForm,
  RoleForm,
  ServerForm,
  ServiceLevelForm,
} from "./form/contract.ts";
import type { Both, Pair } from "./both.ts";
import type { Source } from "./lattice.ts";

export type { Both, Pair } from "./both.ts";

/** What rules of each level look at. Whatever stands inside something added or removed is not looked at. */
export interface Levels {
  readonly contract: ContractForm;
  readonly object: ObjectForm;
  readonly field: FieldForm;
  readonly promise: PromiseForm;
  readonly serviceLevel: ServiceLevelForm;
  readonly server: ServerForm;
  readonly role: RoleForm;
  readonly relationship: RelationshipForm;
}

export type Level = keyof Levels;

/** What stands around a pair. */
export interface Surroundings {
  readonly contract: Both<ContractForm>;
  /** What decides which types can be promoted. */
  readonly source: Source;
  /** Of fields, and of what stands inside an object. */
  readonly object?: Both<ObjectForm>;
  /** Of what stands at a field. */
  readonly field?: Both<FieldForm>;
  /** Names of what is new beside it: something that is gone may be called so now. */
  readonly newcomers?: readonly string[];
  /** How they are paired: by stable id, by `meshgate.renamedFrom`, by name, by alias, by what they say; `moved`: by id, under another parent. */
  readonly by: "id" | "renamedFrom" | "name" | "alias" | "content" | "position" | "moved";
}

/** What a rule says of one pair. What it leaves out is as the rule has it by default. */
export interface Found {
  readonly before: Json;
  readonly after: Json;
  readonly message: string;
  readonly remedy: string;
  readonly consumer?: AxisState;
  readonly producer?: AxisState;
  readonly reasons: Readonly<Record<Axis, string>>;
  /** A row that breaks an axis: valid by the new contract and not by the old (`consumer`), or the other way round. */
  readonly witness?: Partial<Readonly<Record<Axis, Json | undefined>>>;
  readonly class?: ChangeClass;
  readonly semver?: Bump;
  readonly direction?: Direction;
  /** The key that differs, to be added to the path; empty: the element itself. */
  readonly key?: string;
  /** By which of its names a field is read by whom this is about; absent: by any. */
  readonly names?: readonly string[];
}

/** What a rule says of every change that it tells of. `row` is its row in the table of docs/reference/compatibility.md. */
export interface RuleTerms {
  readonly id: string;
  readonly row: string;
  readonly facet: Facet;
  readonly direction: Direction;
  /** What it says happened, in one line. */
  readonly title: string;
  readonly consumer: AxisState;
  readonly producer: AxisState;
  readonly class: ChangeClass;
  readonly semver: Bump;
  readonly review?: readonly string[];
  /** The rule that tells of the way back: itself where both ways are alike. */
  readonly mirror: string;
  /** Where and why it differs from other tools. */
  readonly differs?: string;
}

/** One kind of change. A rule is asked about pairs of its level and never looks for them. */
export interface Rule<L extends Level = Level> extends RuleTerms {
  readonly level: L;
  find(pair: Pair<Levels[L]>, around: Surroundings): readonly Found[];
}

/** Checks the types of a rule where it is written. */
export function rule<L extends Level>(definition: Rule<L>): Rule<L> {
  return definition;
}

type Find<Form, Around> = (pair: Pair<Form>, around: Around) => readonly Found[];

/** Of elements that stand on both sides. */
export function onBoth<Form, Around = Surroundings>(
  look: (both: Both<Form>, around: Around) => Found | readonly Found[] | undefined,
): Find<Form, Around> {
  return ({ before, after }, around) =>
    before === undefined || after === undefined ? NOTHING : listed(look({ before, after }, around));
}

/** Of elements that are new. */
export function onAdded<Form, Around = Surroundings>(
  look: (after: Form, around: Around) => Found | undefined,
): Find<Form, Around> {
  return ({ before, after }, around) =>
    before !== undefined || after === undefined ? NOTHING : listed(look(after, around));
}

/** Of elements that are gone. */
export function onRemoved<Form, Around = Surroundings>(
  look: (before: Form, around: Around) => Found | undefined,
): Find<Form, Around> {
  return ({ before, after }, around) =>
    before === undefined || after !== undefined ? NOTHING : listed(look(before, around));
}

const NOTHING: readonly Found[] = [];

function listed(found: Found | readonly Found[] | undefined): readonly Found[] {
  if (found === undefined) return NOTHING;
  return isMany(found) ? found : [found];
}

function isMany(found: Found | readonly Found[]): found is readonly Found[] {
  return Array.isArray(found);
}

/** The default verdicts of a rule under what it found. */
export function verdictsOf(
  { consumer, producer }: Pick<RuleTerms, "consumer" | "producer">,
  found: Found,
): Readonly<Record<Axis, AxisVerdict>> {
  const verdict = (axis: Axis, state: AxisState): AxisVerdict => {
    const witness = found.witness?.[axis];
    return { verdict: found[axis] ?? state, reason: found.reasons[axis], ...(witness !== undefined && { witness }) };
  };
  return { consumer: verdict("consumer", consumer), producer: verdict("producer", producer) };
}
