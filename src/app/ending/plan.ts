import type { Day } from "../../model/day.ts";
import { isDay } from "../../model/day.ts";
import type { Ending } from "../../model/ending.ts";
import { failure } from "../../model/failure.ts";
import { list, own, text } from "../../model/json.ts";
import type { Json } from "../../model/json.ts";
import { hasError } from "../../model/problem.ts";
import { quote } from "../../source/words.ts";
import type { WorkFiles } from "../../ports/work-files.ts";
import type { Workshop } from "../gather.ts";
import { meshAt } from "../mesh-at.ts";
import { aimAt } from "./aim.ts";
import type { Aim } from "./aim.ts";
import { NOTHING, raiseVersion, setKey, setSunset, together, write } from "./edits.ts";
import type { Draft } from "./edits.ts";
import { DAYS_TO_LAND, weighEnd } from "./weigh.ts";
import type { Weighed } from "./weigh.ts";

export interface EndRequest {
  /** `product`, `product#port` or `product#port/object.field` */
  readonly target: string;
  /** The branch whose merges are the announcements. */
  readonly base: string;
  readonly asOf: Day;
}

/** What is to be told, and the file with it in; absent: nothing is to be written. */
export interface EndPlan {
  readonly ending: Ending;
  readonly write?: { readonly before: Uint8Array; readonly after: Uint8Array };
}

/**
 * Plans to announce that something ends: `deprecated` or the status, and `meshgate.sunset` (`sunset`, or the first day on
 * which it may go if that lands within `DAYS_TO_LAND`). Throws an `input` failure for a day before that, or where the standard knows no such mark.
 */
export async function planDeprecation(
  workshop: Workshop,
  files: WorkFiles,
  request: EndRequest & { readonly sunset?: Day },
): Promise<EndPlan> {
  const { aim, weighed } = await look(workshop, request);
  const { sunset } = request;
  const { removableFrom } = weighed;
  if (sunset !== undefined && sunset < removableFrom) {
    throw failure(
      "input",
      "sunset-early",
      `${aim.name} cannot end on ${sunset}: its notice is not over before ${removableFrom}.`,
      `Choose ${removableFrom} or a later day.`,
    );
  }
  const node = nodeAt(aim.value, aim.place);
  const mark = markOf(aim, node);
  const said = sunsetIn(node);
  const day = sunset ?? (said === undefined ? weighed.sunset : undefined);
  const end = together(mark, day === undefined || day === said ? NOTHING : setSunset(aim.place, node, day));
  const draft = end.edits.length === 0 ? end : together(end, raiseVersion(aim.value, weighed.landed, "minor"));
  const next = [
    ...portNotes(aim, draft),
    ...(weighed.deprecation.announced === null
      ? [
          "Open a pull request: the notice counts from the day on which it is merged.",
          ...(day !== undefined && sunset === undefined
            ? [`${day} is late enough for a merge within ${DAYS_TO_LAND} days.`]
            : []),
        ]
      : []),
  ];
  return planOf("deprecate", request, { aim, weighed, draft, refusals: [], next }, files);
}

/**
 * Plans to end something: a product is retired, a port, object or field is taken out, and the version says so. It is
 * refused while its notice is not over or somebody reads it.
 */
export async function planRetirement(workshop: Workshop, files: WorkFiles, request: EndRequest): Promise<EndPlan> {
  const { aim, weighed, isStrict } = await look(workshop, request);
  const readers = weighed.readers.filter(({ effect }) => effect === "hit" || (isStrict && effect === "unknown"));
  const refusals = [...noticeRefusals(weighed, request), ...(readers.length === 0 ? [] : ["It is still read."])];
  const end: Draft =
    aim.kind === "product"
      ? setKey([], "status", "retired")
      : { edits: [{ kind: "remove", path: aim.place }], written: [`${aim.name} is taken out`] };
  const draft = refusals.length > 0 ? NOTHING : together(end, raiseVersion(aim.value, weighed.landed, "major"));
  const next =
    refusals.length > 0
      ? []
      : [...portNotes(aim, draft), "Open a pull request: `meshgate check` finds that the end was announced."];
  return planOf("retire", request, { aim, weighed, draft, refusals, next }, files);
}

interface Looked {
  readonly aim: Aim;
  readonly weighed: Weighed;
  readonly isStrict: boolean;
}

async function look(workshop: Workshop, { target, base, asOf }: EndRequest): Promise<Looked> {
  const at = await meshAt(workshop, "worktree");
  if (hasError(at.rules.problems)) {
    throw failure(
      "input",
      "rules-unreadable",
      "The rules of this mesh have errors, so nobody knows what notice holds.",
      "Run `meshgate policy lint` and mend them first.",
    );
  }
  const aim = await aimAt(at, target);
  if (aim.kind === "product" && aim.product.summary.status === "retired")
    throw failure("input", "already-retired", `${aim.name} is retired already.`, "There is nothing left to do.");
  const tip = await workshop.repository.resolve(base);
  const weighed = await weighEnd(workshop, at, aim, tip, asOf);
  return { aim, weighed, isStrict: at.rules.settings.compatibility.unknown === "strict" };
}

interface Planned {
  readonly aim: Aim;
  readonly weighed: Weighed;
  readonly draft: Draft;
  readonly refusals: readonly string[];
  readonly next: readonly string[];
}

async function planOf(
  act: Ending["act"],
  { asOf }: EndRequest,
  { aim, weighed, draft, refusals, next }: Planned,
  files: WorkFiles,
): Promise<EndPlan> {
  const { file, index } = aim.kind === "element" ? aim.contract : aim.product;
  const { deprecation, removableFrom, readers } = weighed;
  const { written } = draft;
  const ending = { act, name: aim.name, file, written, refusals, deprecation, removableFrom, asOf, readers, next };
  if (draft.edits.length === 0) return { ending };
  // The bytes on disk may differ from git's by their line ends.
  const found = await files.read(file);
  if ("reason" in found)
    throw failure("input", "not-writable", `${file} ${found.reason}.`, "Make it a plain file of the work tree first.");
  return { ending, write: { before: found.bytes, after: write(file, found.bytes, index, draft) } };
}

/** `deprecated: true`, or the status of a product. */
function markOf({ kind, value, place, name }: Aim, node: Json | undefined): Draft {
  if (kind === "product") {
    return text(own(value, "status")) === "deprecated" ? NOTHING : setKey([], "status", "deprecated");
  }
  if (own(node, "deprecated") === true) return NOTHING;
  const [standard, since] = kind === "port" ? (["ODPS", "v1.1.0"] as const) : (["ODCS", "v3.2.0"] as const);
  const version = text(own(value, "apiVersion")) ?? "";
  if (!isSince(version, since)) {
    throw failure(
      "input",
      "no-such-mark",
      `${name} stands in a document of ${standard} ${version}, which has no word for what is deprecated.`,
      `Raise its apiVersion to ${since} first.`,
    );
  }
  return setKey(place, "deprecated", true);
}

/** Whether a version of a standard is another or later one. */
function isSince(version: string, since: string): boolean {
  const [is, least] = [version, since].map((one) => one.replace(/^v/u, "").split(".").map(Number));
  const order = (least ?? []).map((part, index) => (is?.[index] ?? 0) - part).find((difference) => difference !== 0);
  return order === undefined || order > 0;
}

function sunsetIn(node: Json | undefined): Day | undefined {
  const entry = list(own(node, "customProperties")).find((one) => own(one, "property") === "meshgate.sunset");
  const day = text(own(entry, "value"));
  return day !== undefined && isDay(day) ? day : undefined;
}

function nodeAt(value: Json, place: readonly (string | number)[]): Json | undefined {
  return place.reduce<Json | undefined>(
    (node, step) => (typeof step === "number" ? list(node)[step] : own(node, step)),
    value,
  );
}

function noticeRefusals(
  { deprecation: { announced, isOver } }: Weighed,
  { base, target }: EndRequest,
): readonly string[] {
  if (isOver) return [];
  if (announced !== null) return ["Its notice is not over."];
  return [`Its end is not announced on ${base}: run \`meshgate deprecate ${quoted(target)}\` and merge that first.`];
}

/** In quotes where a shell would take it for something else. */
function quoted(name: string): string {
  return /^[A-Za-z0-9._/@-]+$/u.test(name) ? name : `'${name}'`;
}

/** A port names the version of its contract, and the contract has another one now. */
function portNotes(aim: Aim, { written }: Draft): readonly string[] {
  if (aim.kind !== "element") return [];
  const version = written.find((line) => line.startsWith("version: "))?.slice("version: ".length);
  const ports = aim.ports.filter((port) => port.version !== undefined && port.version !== version);
  if (version === undefined || ports.length === 0) return [];
  const names = ports.map(({ name }) => quote(name)).join(", ");
  return [`Offer version ${version} of the contract at output port ${names} in ${aim.product.file}.`];
}
