import { daysAfter, hasCome, isDay } from "../model/day.ts";
import type { Day } from "../model/day.ts";
import { failure } from "../model/failure.ts";
import type { SubjectKind } from "../model/finding.ts";
import { governingDomain } from "../model/governing.ts";
import type { RepoPath } from "../model/location.ts";
import type { PlacedDescriptor } from "../model/mesh.ts";
import { hasError } from "../model/problem.ts";
import { evaluatePolicy } from "../policy/evaluate.ts";
import { descriptorFacts } from "../policy/facts/subject.ts";
import type { Policy, PolicyOutcome } from "../policy/policy.ts";
import { isInScope } from "../policy/policy.ts";
import { encode } from "../source/encode.ts";
import { nearest } from "../source/suggest.ts";
import type { Workshop } from "./gather.ts";
import { proposedWaivers } from "./govern/excuse.ts";
import { reachOf } from "./govern/reach.ts";
import { readWaivers, strangeKind } from "./govern/waivers.ts";
import { meshAt } from "./mesh-at.ts";
import type { MeshAt } from "./mesh-at.ts";

export interface WaiveRequest {
  /** Id of the policy. */
  readonly policy: string;
  readonly subject: { readonly kind: Exclude<SubjectKind, "mesh">; readonly id: string };
  /** Absent: the one target that the policy fails. */
  readonly target?: string;
  /** What controls the risk instead; then the waiver is of category `mitigated`. */
  readonly control?: string;
  readonly reason: string;
  readonly ticket: string;
  readonly requestedBy: string;
  /** Today, as far as the waiver is concerned. */
  readonly asOf: Day;
  readonly from: Day;
  /** A day, or a time from `from` on: `72h`, `30d`. */
  readonly until: string;
  readonly id?: string;
}

/** A waiver that would hold, and where it goes. */
export interface WaiverPlan {
  readonly file: RepoPath;
  readonly text: string;
  /** What a person should know before asking for approval. */
  readonly notes: readonly string[];
}

/** Plans a waiver. Throws an `input` failure when it would not hold, with everything that speaks against it. */
export async function planWaiver(workshop: Workshop, request: WaiveRequest): Promise<WaiverPlan> {
  const at = await meshAt(workshop, "worktree");
  if (hasError(at.rules.problems)) {
    throw failure(
      "input",
      "rules-unreadable",
      "The rules of this mesh have errors, so no waiver can be checked.",
      "Run `meshgate policy lint` and mend them first.",
    );
  }
  const placed = subjectOf(at, request);
  const domain = domainOf(at, placed);
  const policy = policyOf(at, request.policy, domain);
  refuseKind(policy, request);
  const expires = lastDay(request.from, request.until);
  refusePast(expires, request);
  const failing = await failingTargets(at, policy, placed, request.from);
  const target = targetOf(policy, failing, request);
  const id = request.id ?? freeId(at, policy, request.subject.id);
  const file = `waivers/${domain}/${id}.yaml`;
  const text = waiverText(request, policy, id, target, expires);
  refuseUnsound(at, file, text, request.from);
  const fails = failing === undefined || failing.some((one) => target === undefined || one.target === target);
  return {
    file,
    text,
    notes: [
      ...(fails
        ? []
        : [`${policy.id} finds nothing there now. The waiver does no harm, and holds when a finding comes.`]),
      `It holds from ${request.from} until ${expires}, once it is merged. A change that brings the finding is judged by the waivers of its base, so merge the waiver first.`,
    ],
  };
}

function refuseKind(policy: Policy, { subject: { kind, id } }: WaiveRequest): void {
  const strange = strangeKind(policy, kind);
  if (strange === undefined) return;
  const { kind: judged } = policy.target;
  const remedy =
    judged === "mesh" ? "Mend what it finds." : `Name what it finds with --${judged} instead of --${kind} ${id}.`;
  throw failure("input", "strange-subject", strange, remedy);
}

function refusePast(expires: Day, { from, until, asOf }: WaiveRequest): void {
  if (!isDay(expires) || !hasCome(expires, asOf)) return;
  throw failure(
    "input",
    "waiver-over",
    `A waiver from ${from} until ${until} expires on ${expires}, and today is ${asOf}: it would waive nothing.`,
    "Choose a later --from or --until.",
  );
}

function subjectOf({ mesh }: MeshAt, { subject: { kind, id } }: WaiveRequest): PlacedDescriptor {
  const known = { product: mesh.products, contract: mesh.contracts, consumer: mesh.consumers }[kind];
  const found = kind === "contract" ? mesh.contracts.get(id)?.[0] : known.get(id);
  if (found !== undefined && !Array.isArray(found)) return found as PlacedDescriptor;
  const close = nearest(id, known.keys());
  const remedy = close === undefined ? "`meshgate graph` shows what there is." : `Did you mean "${close}"?`;
  throw failure("input", `unknown-${kind}`, `There is no ${kind} "${id}" in this mesh.`, remedy);
}

function domainOf({ mesh }: MeshAt, placed: PlacedDescriptor): string {
  const domain = governingDomain(mesh, placed);
  if (domain !== undefined) return domain;
  throw failure(
    "input",
    "no-domain",
    `No domain of guild.yaml owns ${placed.file}, so nobody can ask for a waiver.`,
    "Give the file to a domain first.",
  );
}

function policyOf({ rules }: MeshAt, named: string, domain: string): Policy {
  const [id = ""] = named.split("@");
  const found = rules.policies.find((policy) => policy.id === id && isInScope(policy.scope, domain));
  if (found !== undefined) return found;
  const close = nearest(
    id,
    rules.policies.map((policy) => policy.id),
  );
  const remedy = close === undefined ? "`meshgate policy list` shows those in force." : `Did you mean "${close}"?`;
  throw failure("input", "unknown-policy", `Domain ${domain} is not judged by a policy "${id}".`, remedy);
}

/** What the policy finds at the subject now; undefined for policies that only judge changes. */
async function failingTargets(
  { world, shelf, read }: MeshAt,
  policy: Policy,
  placed: PlacedDescriptor,
  asOf: Day,
): Promise<readonly PolicyOutcome[] | undefined> {
  if (policy.type === "change") return undefined;
  shelf.stock(await read(reachOf(world, placed).opened.map(({ blob }) => blob)));
  const facts = descriptorFacts({ head: world, asOf }, { head: placed }, placed.outline.id);
  return evaluatePolicy(policy, facts).filter(({ outcome }) => outcome === "fail");
}

function targetOf(
  policy: Policy,
  failing: readonly PolicyOutcome[] | undefined,
  { target }: WaiveRequest,
): string | undefined {
  if (target !== undefined || policy.target.lists.length === 0) return target;
  const [first, ...others] = failing ?? [];
  if (first !== undefined && others.length === 0) return first.target;
  if (policy.waiver.whole) return undefined;
  const found = (failing ?? []).map((outcome) => outcome.target);
  const message =
    found.length === 0
      ? `${policy.id} judges each element of a list and finds nothing there now, so it is not known which one is meant.`
      : `${policy.id} finds ${found.length} targets there: ${found.slice(0, 5).join(", ")}${found.length > 5 ? ", …" : ""}.`;
  throw failure("input", "no-target", message, "Name one with --target; each needs a waiver of its own.");
}

function lastDay(from: Day, until: string): Day {
  const match = /^(\d{1,4})([hd])$/.exec(until);
  if (match === null) return until;
  const [count, unit] = [Number(match[1]), match[2]];
  return daysAfter(from, unit === "h" ? Math.ceil(count / 24) : count);
}

/** A name that says what it is about, and is not taken. */
function freeId({ rules }: MeshAt, policy: Policy, subject: string): string {
  const plain = (text: string): string => text.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "");
  const start = `${plain(policy.id.slice(policy.id.lastIndexOf(".") + 1))}-${plain(subject)}`.slice(0, 80);
  const taken = new Set(
    rules.waivers.map(({ file }) =>
      file
        .split("/")
        .at(-1)
        ?.replace(/\.ya?ml$/, ""),
    ),
  );
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? start : `${start}-${count}`;
    if (!taken.has(id)) return id;
  }
}

function waiverText(
  { subject, control, reason, ticket, requestedBy, from }: WaiveRequest,
  { id: policy, major }: Policy,
  id: string,
  target: string | undefined,
  expires: Day,
): string {
  const members: readonly (readonly [string, string | undefined])[] = [
    ["apiVersion", "meshgate/v1"],
    ["kind", "Waiver"],
    ["id", id],
    ["policy", `${policy}@${major}`],
    [subject.kind, subject.id],
    ["target", target],
    ["category", control === undefined ? "waiver" : "mitigated"],
    ["control", control],
    ["reason", reason],
    ["ticket", ticket],
    ["requestedBy", requestedBy],
    ["from", from],
    ["expires", expires],
  ];
  return members.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${scalar(value)}\n`])).join("");
}

/** A text that every YAML reader takes for the same text: plain where nothing in it means anything else. */
function scalar(text: string): string {
  const isPlain =
    /^[A-Za-z]([A-Za-z0-9 ._/@()-]*[A-Za-z0-9.)])?$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain || /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : JSON.stringify(text);
}

function refuseUnsound({ rules, world }: MeshAt, file: RepoPath, text: string, asOf: Day): void {
  const added = readWaivers(new Map([[file, encode(text)]]), rules.policies, rules);
  const inspection = {
    rules: { ...rules, waivers: [...rules.waivers, ...added] },
    world,
    needed: new Set([file]),
    asOf,
  };
  const against = proposedWaivers(inspection, new Set([file])).filter(({ severity }) => severity === "error");
  if (against.length === 0) return;
  throw failure(
    "input",
    "waiver-refused",
    against.map(({ message }) => message).join(" "),
    `Nothing was written to ${file}. Correct that and ask again.`,
  );
}
