import type { Axis } from "../../../model/compatibility.ts";
import type { AvroField, AvroNamed, AvroRecord, AvroType, Logical } from "./schema.ts";
import { simpleName } from "./schema.ts";

/** Why a reader with one schema cannot read what was written with the other, at one place. */
export interface AvroFault {
  /** From the type that the place is in: `shop.Order.lines[]`. */
  readonly path: Sides<string>;
  /** `unknown`: readers of the standard differ, or what values mean to them cannot be told. */
  readonly state: "broken" | "unknown";
  /** Whether it is about the form of the data, and not about what a value of the same form means. */
  readonly isForm: boolean;
  readonly before: string;
  readonly after: string;
  readonly message: string;
  readonly remedy: string;
}

type Fault = Omit<AvroFault, "isForm"> & { readonly isForm?: boolean };

/** Pairs of types that are looked at; more than schemas of honest shape and allowed size have. */
const MAX_VISITS = 200_000;

/**
 * Every fault between two schemas on one axis (Avro 1.12 section Schema Resolution): on `consumer` the schema before
 * reads what the schema after writes, on `producer` the other way round. Undefined where it would take too long.
 */
export function resolveAvro(before: AvroType, after: AvroType, axis: Axis): readonly AvroFault[] | undefined {
  const walk: Walk = { axis, known: new Map(), visits: 0 };
  const faults = faultsOf({ before, after }, { before: "the value", after: "the value" }, walk);
  if (walk.visits > MAX_VISITS) return undefined;
  return distinct(faults).map((fault) => ({ isForm: true, ...fault }));
}

interface Walk {
  readonly axis: Axis;
  /** What is known of two records; while they are looked at they are taken to fit. */
  readonly known: Map<string, readonly Fault[]>;
  visits: number;
}

/** The same thing before and after. */
interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

function reader<T>({ before, after }: Sides<T>, { axis }: Walk): T {
  return axis === "consumer" ? before : after;
}

function writer<T>({ before, after }: Sides<T>, { axis }: Walk): T {
  return axis === "consumer" ? after : before;
}

function sides<T>(read: T, written: T, { axis }: Walk): Sides<T> {
  return axis === "consumer" ? { before: read, after: written } : { before: written, after: read };
}

function faultsOf(pair: Sides<AvroType>, path: Sides<string>, walk: Walk): readonly Fault[] {
  walk.visits++;
  if (walk.visits > MAX_VISITS) return [];
  const [read, written] = [reader(pair, walk), writer(pair, walk)];
  if (written.kind === "union") return unionFaults(read, written.branches, pair, path, walk);
  if (read.kind === "union") return chosen(read.branches, written, path, walk) ?? [mismatch(pair, path)];
  const { before, after } = pair;
  if (before.kind === "record" && after.kind === "record") return recordFaults({ before, after }, walk);
  if (before.kind === "array" && after.kind === "array")
    return faultsOf({ before: before.items, after: after.items }, below(path, "[]"), walk);
  if (before.kind === "map" && after.kind === "map")
    return faultsOf({ before: before.items, after: after.items }, below(path, "{}"), walk);
  if (before.kind === "enum" && after.kind === "enum") return enumFaults({ before, after }, walk);
  if (before.kind === "fixed" && after.kind === "fixed") return fixedFaults({ before, after }, path, walk);
  return isReadable(read, written) ? meaningFaults(pair, path, walk) : [mismatch(pair, path)];
}

/** What a reader makes of what was written as another primitive type. */
const PROMOTIONS: Readonly<Record<string, readonly string[]>> = {
  int: ["long", "float", "double"],
  long: ["float", "double"],
  float: ["double"],
  string: ["bytes"],
  bytes: ["string"],
};

function isReadable(read: AvroType, written: AvroType): boolean {
  return read.kind === written.kind || (PROMOTIONS[written.kind] ?? []).includes(read.kind);
}

/** Every branch that was written must be readable. */
function unionFaults(
  read: AvroType,
  branches: readonly AvroType[],
  pair: Sides<AvroType>,
  path: Sides<string>,
  walk: Walk,
): readonly Fault[] {
  const candidates = read.kind === "union" ? read.branches : [read];
  const told = branches.map((branch) => ({ branch, faults: chosen(candidates, branch, path, walk) }));
  const lost = told.flatMap(({ branch, faults }) => (faults === undefined ? [branch] : []));
  if (lost.length === branches.length) return [mismatch(pair, path)];
  const faults = lost.map((branch) => branchFault(branch, pair, path, walk));
  return distinct([...faults, ...told.flatMap(({ faults: inside }) => inside ?? [])]);
}

/**
 * What reading one type with the best of several leads to: one that takes it as it is, else the one that it is meant
 * for. Undefined where it is meant for none.
 */
function chosen(
  candidates: readonly AvroType[],
  written: AvroType,
  path: Sides<string>,
  walk: Walk,
): readonly Fault[] | undefined {
  const tried = candidates.flatMap((candidate) => {
    if (!isMeantFor(candidate, written) && !isReadable(candidate, written)) return [];
    return [{ candidate, faults: faultsOf(sides(candidate, written, walk), path, walk) }];
  });
  const rank = ({ candidate, faults }: (typeof tried)[number]): number =>
    (faults.length === 0 ? 0 : faults.some(({ state }) => state === "broken") ? 4 : 2) +
    (isMeantFor(candidate, written) ? 0 : 1);
  return tried.sort((one, other) => rank(one) - rank(other))[0]?.faults;
}

/** Whether two types are the same one on both sides, in whatever form. */
function isMeantFor(read: AvroType, written: AvroType): boolean {
  if (read.kind !== written.kind) return false;
  return "name" in read && "name" in written ? nameRelation(read, written) !== "other" : true;
}

function recordFaults(pair: Sides<AvroRecord>, walk: Walk): readonly Fault[] {
  const key = `${pair.before.name}:${pair.after.name}`;
  const known = walk.known.get(key);
  if (known !== undefined) return known;
  walk.known.set(key, []);
  const faults = distinct([...nameFaults(pair, walk), ...fieldFaults(pair, walk)]);
  // What was found in between may rest on it that these two fit.
  if (faults.length > 0) forgetSince(walk.known, key);
  walk.known.set(key, faults);
  return faults;
}

function forgetSince(known: Map<string, readonly Fault[]>, key: string): void {
  const keys = [...known.keys()];
  for (const later of keys.slice(keys.indexOf(key))) if (known.get(later)?.length === 0) known.delete(later);
}

function fieldFaults(pair: Sides<AvroRecord>, walk: Walk): readonly Fault[] {
  const [read, written] = [reader(pair, walk), writer(pair, walk)];
  const byName = new Map(written.fields.map((field) => [field.name, field]));
  return read.fields.flatMap((field): readonly Fault[] => {
    const names = [...new Set([field.name, ...field.aliases])].filter((name) => byName.has(name));
    const [name] = names;
    const other = name === undefined ? undefined : byName.get(name);
    if (other === undefined) return field.hasDefault ? [] : [missing(field, pair, walk)];
    const { before, after } = sides(field, other, walk);
    const path = { before: `${pair.before.name}.${before.name}`, after: `${pair.after.name}.${after.name}` };
    if (names.length > 1) return [ambiguous(path, names)];
    return faultsOf(sides(field.type, other.type, walk), path, walk);
  });
}

function missing({ name, type }: AvroField, pair: Sides<AvroRecord>, { axis }: Walk): Fault {
  const what = typeText(type);
  const path = { before: `${pair.before.name}.${name}`, after: `${pair.after.name}.${name}` };
  return axis === "consumer"
    ? {
        path,
        state: "broken",
        before: what,
        after: "",
        message: `${path.after} is gone, and readers with the old schema have no default for it.`,
        remedy: `Keep ${path.after}; give it a default first, and drop it once every reader has that.`,
      }
    : {
        path,
        state: "broken",
        before: "",
        after: what,
        message: `${path.after} is new and has no default for data that was written before.`,
        remedy: `Give ${path.after} a default.`,
      };
}

function ambiguous(path: Sides<string>, names: readonly string[]): Fault {
  return {
    path,
    state: "unknown",
    before: names.join(", "),
    after: path.after,
    message: `${path.after} may be read from several fields: ${names.join(", ")}.`,
    remedy: `Leave one name for ${path.after}.`,
  };
}

function enumFaults(pair: Sides<Extract<AvroNamed, { readonly kind: "enum" }>>, walk: Walk): readonly Fault[] {
  const [read, written] = [reader(pair, walk), writer(pair, walk)];
  const known = new Set(read.symbols);
  const strange = written.symbols.filter((symbol) => !known.has(symbol));
  const names = nameFaults(pair, walk);
  if (strange.length === 0 || read.fallback !== undefined) return names;
  const path = namesOf(pair);
  const name = path.after;
  const symbols = strange.join(", ");
  return [
    ...names,
    walk.axis === "consumer"
      ? {
          path,
          state: "broken",
          before: "",
          after: symbols,
          message: `${name} may be ${symbols} now, which readers with the old schema do not know, and it had no default.`,
          remedy: `Give ${name} a default first, and add symbols once every reader has that.`,
        }
      : {
          path,
          state: "broken",
          before: symbols,
          after: "",
          message: `${name} may no longer be ${symbols}, which data written before may hold, and it has no default.`,
          remedy: `Keep ${symbols} in ${name}, or give it a default.`,
        },
  ];
}

function fixedFaults(
  pair: Sides<Extract<AvroNamed, { readonly kind: "fixed" }>>,
  path: Sides<string>,
  walk: Walk,
): readonly Fault[] {
  const { before, after } = pair;
  if (before.size === after.size) return [...nameFaults(pair, walk), ...meaningFaults(pair, path, walk)];
  return [
    {
      path: namesOf(pair),
      state: "broken",
      before: String(before.size),
      after: String(after.size),
      message: `${after.name} has ${after.size} bytes now, not ${before.size}.`,
      remedy: `Keep ${before.size} bytes for ${after.name}, or add a type with another name.`,
    },
  ];
}

function namesOf({ before, after }: Sides<AvroNamed>): Sides<string> {
  return { before: before.name, after: after.name };
}

function below({ before, after }: Sides<string>, mark: string): Sides<string> {
  return { before: `${before}${mark}`, after: `${after}${mark}` };
}

/** `near`: the same but for the namespace, which some readers overlook. */
function nameRelation(read: AvroNamed, written: AvroNamed): "same" | "near" | "other" {
  const names = [read.name, ...read.aliases];
  if (names.includes(written.name)) return "same";
  return names.some((name) => simpleName(name) === simpleName(written.name)) ? "near" : "other";
}

function nameFaults(pair: Sides<AvroNamed>, walk: Walk): readonly Fault[] {
  const relation = nameRelation(reader(pair, walk), writer(pair, walk));
  if (relation === "same") return [];
  const { before, after } = pair;
  return [
    {
      path: namesOf(pair),
      state: relation === "near" ? "unknown" : "broken",
      before: before.name,
      after: after.name,
      message:
        relation === "near"
          ? `${before.name} is called ${after.name} now; some readers look at the namespace, others do not.`
          : `${before.name} is called ${after.name} now.`,
      remedy: `Keep the name ${before.name}.`,
    },
  ];
}

/** Of types of one form: whether their values mean the same. */
function meaningFaults(pair: Sides<AvroType>, path: Sides<string>, walk: Walk): readonly Fault[] {
  const [then, now] = [logicalOf(pair.before), logicalOf(pair.after)];
  const state = walk.axis === "consumer" ? meaningState(then, now) : meaningState(now, then);
  if (state === "ok") return [];
  const [was, is] = [typeText(pair.before), typeText(pair.after)];
  return [
    {
      path,
      state,
      isForm: false,
      before: was,
      after: is,
      message: `${path.after} is ${is} now, not ${was}.`,
      remedy: `Keep ${was} for ${path.after}, or add a field of the type ${is}.`,
    },
  ];
}

/** The standard lets decimals match only where precision and scale do; readers that exist take them as their own schema says. */
function meaningState(read: Logical | undefined, written: Logical | undefined): "ok" | "broken" | "unknown" {
  if (read === undefined && written === undefined) return "ok";
  if (read === undefined || written === undefined) return "unknown";
  if (read.name === written.name && read.known === written.known) {
    if (read.precision === written.precision && read.scale === written.scale) return "ok";
    return read.scale !== written.scale || (read.precision ?? 0) < (written.precision ?? 0) ? "broken" : "unknown";
  }
  return read.known && written.known ? "broken" : "unknown";
}

function logicalOf(type: AvroType): Logical | undefined {
  return "logical" in type ? type.logical : undefined;
}

function branchFault(branch: AvroType, pair: Sides<AvroType>, path: Sides<string>, { axis }: Walk): Fault {
  const [was, is, what] = [typeText(pair.before), typeText(pair.after), typeText(branch)];
  return {
    path,
    state: "broken",
    before: was,
    after: is,
    message: axis === "consumer" ? `${path.after} may be ${what} now.` : `${path.after} may no longer be ${what}.`,
    remedy:
      axis === "consumer" ? `Keep ${was} for ${path.after}, or add a field.` : `Let ${path.after} still be ${what}.`,
  };
}

function mismatch(pair: Sides<AvroType>, path: Sides<string>): Fault {
  const [was, is] = [typeText(pair.before), typeText(pair.after)];
  return {
    path,
    state: "broken",
    before: was,
    after: is,
    message: `${path.after} is ${is} now, not ${was}.`,
    remedy: `Keep ${was} for ${path.after}, or add a field of the type ${is}.`,
  };
}

/** Types in a few words; of a long union only its beginning. */
function typeText(type: AvroType): string {
  if ("name" in type) return type.name;
  if (type.kind === "union") {
    const names = type.branches.slice(0, MANY).map(typeText);
    return `${names.join(" or ")}${type.branches.length > MANY ? " or more" : ""}`;
  }
  if (type.kind === "array" || type.kind === "map") return `${type.kind} of ${typeText(type.items)}`;
  const { logical } = "logical" in type ? type : {};
  if (logical === undefined) return type.kind;
  const digits = logical.precision === undefined ? "" : `(${logical.precision},${logical.scale ?? 0})`;
  return `${type.kind} as ${logical.name}${digits}`;
}

const MANY = 6;

/** What tells a fault from others, on either axis. */
export function factOf({ path, message }: Pick<AvroFault, "path" | "message">): string {
  return [path.before, path.after, message].join("\n");
}

function distinct(faults: readonly Fault[]): readonly Fault[] {
  const seen = new Map(faults.map((fault) => [factOf(fault), fault]));
  return [...seen.values()];
}
