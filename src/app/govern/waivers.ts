import { claimsByName } from "../../descriptor/discover.ts";
import type { Day } from "../../model/day.ts";
import { daysBetween, hasCome } from "../../model/day.ts";
import { governingDomain } from "../../model/governing.ts";
import type { Finding, Subject, SubjectKind } from "../../model/finding.ts";
import { at } from "../../model/location.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Mesh, PlacedDescriptor } from "../../model/mesh.ts";
import type { Problem } from "../../model/problem.ts";
import type { Waiver } from "../../model/waiver.ts";
import type { Policy } from "../../policy/policy.ts";
import { isInScope } from "../../policy/policy.ts";
import { readWaiver } from "../../settings/waiver.ts";
import { lastingTarget, majorOf, plainId } from "../../policy/identity.ts";
import type { Files, Ground } from "./ground.ts";
import { placed, soleDocument } from "./ground.ts";
import { strangeDomain } from "./policies.ts";
import { named } from "./kinds.ts";

/** A file in `waivers/`. One with faults waives nothing. */
export interface WaiverFile {
  readonly file: RepoPath;
  /** Absent when the file cannot be read as a waiver. */
  readonly waiver?: Waiver;
  readonly faults: readonly Problem[];
}

/** Reads all waivers, and holds each against the policy in the form that its domain has of it. */
export function readWaivers(files: Files, policies: readonly Policy[], ground: Ground): readonly WaiverFile[] {
  const read = [...files].flatMap(([file, bytes]): readonly WaiverFile[] => {
    // A descriptor that stands here is told as such.
    if (!file.startsWith("waivers/") || claimsByName(file)) return [];
    const faults: Problem[] = [];
    const document = soleDocument(file, bytes, faults);
    if (document === undefined) return [{ file, faults }];
    const { waiver, problems } = readWaiver(file, document);
    faults.push(...problems.map((problem) => placed(file, problem)));
    if (waiver === undefined || faults.length > 0) return [{ file, faults }];
    return [{ file, waiver, faults: termFaults(waiver, policies, ground) }];
  });
  return withoutTwins(read.sort((one, other) => (one.file < other.file ? -1 : 1)));
}

function fault({ location }: Waiver, path: string, message: string): Problem {
  return { severity: "error", code: "waiver-invalid", message, path, location };
}

function termFaults(waiver: Waiver, policies: readonly Policy[], { guild }: Ground): readonly Problem[] {
  const { id, domain, policy, subject, from, expires } = waiver;
  const stem = (waiver.location.file.split("/").at(-1) ?? "").replace(/\.ya?ml$/, "");
  const domains = guild.domains.map((one) => one.id);
  const problem = (path: string, message: string): Problem => fault(waiver, path, message);
  const faults: Problem[] = [];
  if (stem !== id) faults.push(problem("/id", `The id is ${id} and the file is called ${stem}: make them equal.`));
  if (waiver.location.file.split("/").length < 3)
    return [problem("", "A waiver stands in the folder of its domain: waivers/<domain>/<id>.yaml.")];
  if (!domains.includes(domain)) return [...faults, problem("", strangeDomain(domain, domains))];
  const [base = policy.id] = policy.id.split("+");
  const named = policies.filter((one) => one.id === policy.id || one.id === base);
  const found = policies.find((one) => one.id === policy.id && isInScope(one.scope, domain));
  if (found === undefined) {
    const what = named.length === 0 ? "There is no policy" : `Domain ${domain} is not judged by`;
    return [...faults, problem("/policy", `${what} ${policy.id}.`)];
  }
  if (found.major !== policy.major) {
    const message = `${policy.id} is in version ${found.version}: a waiver of ${policy.id}@${policy.major} is over. Ask for a new one if it is still needed.`;
    return [...faults, problem("/policy", message)];
  }
  const strange = strangeKind(found, subject.kind);
  if (strange !== undefined) faults.push(problem(`/${subject.kind}`, strange));
  if (!found.waiver.allowed) faults.push(problem("/policy", `Findings of ${policy.id} cannot be waived.`));
  const longest = Math.min(found.waiver.maxDays, guild.waivers.maxDays);
  const lasts = daysBetween(from, expires);
  if (lasts > longest)
    faults.push(
      problem("/expires", `The waiver lasts ${lasts} days; for ${policy.id} at most ${longest} are allowed.`),
    );
  if (waiver.target === undefined && found.target.lists.length > 0 && !found.waiver.whole) {
    const message = `${policy.id} judges every element of a list: name under target the one that is meant, as the finding shows it.`;
    faults.push(problem("", message));
  }
  return faults;
}

/** Why a policy has nothing to say of a kind of subject. */
export function strangeKind({ id, target }: Policy, kind: SubjectKind): string | undefined {
  if (target.kind === kind) return undefined;
  return target.kind === "mesh"
    ? `${id} judges the mesh as a whole, which no waiver is for.`
    : `${id} judges ${target.kind}s and never a ${kind}: name the ${target.kind}.`;
}

/** Two waivers of one id could not be told apart in a report. */
function withoutTwins(files: readonly WaiverFile[]): readonly WaiverFile[] {
  const first = new Map<string, RepoPath>();
  return files.map((one) => {
    const { waiver, file } = one;
    const taken = waiver && first.get(waiver.id);
    if (waiver === undefined) return one;
    if (taken === undefined) {
      first.set(waiver.id, file);
      return one;
    }
    const message = `Waiver id ${waiver.id} is taken by ${taken}. Give this one an id of its own.`;
    return { ...one, faults: [...one.faults, fault(waiver, "/id", message)] };
  });
}

export type WaiverState = "invalid" | "pending" | "active" | "expiring" | "expired";

/** What a waiver is worth on a day. */
export function stateOf({ waiver, faults }: WaiverFile, asOf: Day, { guild }: Pick<Ground, "guild">): WaiverState {
  if (waiver === undefined || faults.length > 0) return "invalid";
  if (hasCome(waiver.expires, asOf)) return "expired";
  if (!hasCome(waiver.from, asOf)) return "pending";
  return daysBetween(asOf, waiver.expires) <= guild.waivers.expiringDays ? "expiring" : "active";
}

/** A descriptor as findings name it. */
export function subjectOf({ outline: { kind, id, version = "" } }: PlacedDescriptor): Subject {
  return { kind, id, ...(kind === "contract" && { version }) };
}

/** All that have an id, also those that the graph leaves out because another has taken it. */
function placesOf(mesh: Mesh, kind: PlacedDescriptor["outline"]["kind"], id: string): readonly PlacedDescriptor[] {
  if (kind === "contract") return mesh.contracts.get(id) ?? [];
  const node = named(mesh, kind, id);
  if (node === undefined) return [];
  return mesh.duplicates.find(({ places }) => places.includes(node))?.places ?? [node];
}

/** Descriptors that findings may mean by a subject: more than one where files share an id. */
function declaring(mesh: Mesh, subject: Subject): readonly PlacedDescriptor[] {
  const { kind, id } = subject;
  if (kind === "mesh") return [];
  return [...new Set([id, plainId(subject)])]
    .flatMap((one) => placesOf(mesh, kind, one))
    .filter((placed) => subjectOf(placed).version === subject.version);
}

/** Descriptors that a waiver names, in whatever domain. */
export function namedBy(waiver: Waiver, mesh: Mesh): readonly PlacedDescriptor[] {
  const { kind, id } = waiver.subject;
  if (kind === "mesh") return [];
  const ids = new Set([id, ...(kind === "contract" ? [id.replace(/@[^@]*$/, "")] : [])]);
  return [...ids].flatMap((one) => placesOf(mesh, kind, one)).filter((placed) => isFor(waiver, subjectOf(placed)));
}

/**
 * The domain that governs a subject on the first of the sides that has it. None where files of several domains declare
 * it: then nobody can tell whose findings there are to excuse.
 */
export function governorOf(subject: Subject, sides: readonly Mesh[]): string | undefined {
  for (const side of sides) {
    const domains = new Set(declaring(side, subject).map((placed) => governingDomain(side, placed)));
    if (domains.size > 0) return domains.size === 1 ? [...domains][0] : undefined;
  }
  return undefined;
}

/** What a finding is judged by. */
export interface Judged {
  readonly major: number;
  /** The domain that governs its subject. */
  readonly domain: string | undefined;
}

/** Whether a finding is one of those that the waiver is about, on whatever day. No domain can excuse another one's. */
export function isAbout(waiver: Waiver, { policy, subject, target }: Finding, { major, domain }: Judged): boolean {
  return (
    waiver.domain === domain &&
    waiver.policy.id === policy &&
    waiver.policy.major === major &&
    isFor(waiver, subject) &&
    (waiver.target === undefined || lastingTarget(waiver.target) === lastingTarget(target))
  );
}

/** Whether it is for a subject. A contract is named by its id alone, or with the major of its version. */
export function isFor({ subject: { kind, id } }: Waiver, subject: Finding["subject"]): boolean {
  const plain = plainId(subject);
  const isNamed = id === plain || (subject.version !== undefined && id === `${plain}@${majorOf(subject.version)}`);
  return kind === subject.kind && isNamed;
}

export function placeOf({ file, waiver }: WaiverFile): Problem["location"] {
  return waiver?.location ?? at(file);
}
