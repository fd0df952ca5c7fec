import { hasCome } from "../../model/day.ts";
import { levelAt, turningDays } from "../../model/enforcement.ts";
import type {
  Enforced,
  Explained,
  ExplainedParameter,
  ExplainedSubject,
  ExplainedTarget,
  ExplainedWaiver,
  SetBy,
} from "../../model/explanation.ts";
import type { Facts } from "../../model/facts.ts";
import type { Finding } from "../../model/finding.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { own } from "../../model/json.ts";
import type { Location } from "../../model/location.ts";
import { at } from "../../model/location.ts";
import type { SourceDocument } from "../../model/document.ts";
import { accountOf } from "../../policy/explain/explain.ts";
import type { Account } from "../../policy/explain/explain.ts";
import type { Paired } from "../../policy/facts/subject.ts";
import { fingerprint, lastingTarget, plainId } from "../../policy/identity.ts";
import { written } from "../../policy/explain/steps.ts";
import type { Policy } from "../../policy/policy.ts";
import { judgeChange, judgeWhole } from "./compare.ts";
import { excuse } from "./excuse.ts";
import { factsFor, factsOfMesh } from "./look.ts";
import type { Look } from "./look.ts";
import { subjectOf } from "./plan.ts";
import type { Subject } from "./plan.ts";
import { termsOf } from "./terms.ts";
import { governorOf, isFor, placeOf, stateOf } from "./waivers.ts";
import type { WaiverFile } from "./waivers.ts";

/** A policy in the form that judges the subject, and its file. */
export interface Text {
  readonly policy: Policy;
  readonly document: SourceDocument;
  /** What leads to the policy's rule in the document. */
  readonly root: JsonPath;
  /** In the words of the mesh. */
  readonly layerName: (layer: string) => string;
}

/** What a policy says of a subject and why. The look's shelf must have what `openedFor` the subject. No pair: the mesh. */
export function explainOn(
  look: Look,
  text: Text,
  pair: Paired | undefined,
): { readonly explained: Explained; readonly findings: readonly Finding[] } {
  const { policy } = text;
  const subject = pair && planned(look, policy, pair);
  const findings = findingsOf(look, policy, subject);
  const facts = pair === undefined ? factsOfMesh(look) : factsFor(look, pair, policy.type, subject?.id ?? "");
  const described = describeSubject(pair, subject?.id ?? "mesh", facts);
  const targets =
    facts === undefined
      ? [notAsked(text, described, pair)]
      : accountOf(policy, { policy, facts, locate: (place, part) => locate(text, place, part) }).map((account) =>
          targetOf(look, text, described, account, findings),
        );
  const { id, version, type, title, rationale, file } = policy;
  return {
    explained: {
      policy: { id, version, type, title, rationale, location: at(file, text.document.range(text.root, "key")) },
      subject: described,
      enforcement: enforcedOn(look, text),
      parameters: parametersOf(text),
      targets,
    },
    findings,
  };
}

function locate({ policy, document, root }: Text, place: JsonPath, part: "key" | "value"): Location {
  return at(policy.file, document.range([...root, ...place], part));
}

function planned(look: Look, policy: Policy, pair: Paired): Subject {
  const { head, base } = look;
  return subjectOf(ownTerms(look, policy), head, base, pair, look.pairs().includes(pair));
}

/** What judges when there is no other policy. */
function ownTerms({ rules, asOf }: Look, policy: Policy): ReturnType<typeof termsOf> {
  return termsOf({ asOf }, { ...rules, policies: [policy] });
}

/** The findings of the policy alone, as a check has them: with their origin, grace and waivers. */
function findingsOf(look: Look, policy: Policy, subject: Subject | undefined): readonly Finding[] {
  const { head, base, rules, asOf } = look;
  const terms = ownTerms(look, policy);
  const subjects = subject === undefined ? [] : [subject];
  const plan = { subjects, blobs: new Set<string>(), passages: look.passages() };
  const compared = base ? judgeChange(terms, head.world, base.world, plan) : judgeWhole(terms, head.world, plan);
  return excuse(compared, rules, asOf, { head: head.world.mesh, base: base?.world.mesh }).findings;
}

function describeSubject(pair: Paired | undefined, id: string, facts: Facts | undefined): ExplainedSubject {
  const placed = pair?.head ?? pair?.base;
  if (placed === undefined) return { kind: "mesh", id, domain: "", owners: [] };
  const { outline, domain = "", owners, file } = placed;
  const version = outline.kind === "contract" ? { version: outline.version ?? "" } : {};
  return { kind: outline.kind, id, ...version, domain, owners: facts?.owners ?? owners, file };
}

/** A policy about changes has nothing to say of what the change does not touch, and one about what stands of what went. */
function notAsked({ policy }: Text, subject: ExplainedSubject, pair: Paired | undefined): ExplainedTarget {
  const message =
    pair?.head === undefined ? `The ${subject.kind} is not there any more.` : "The change does not touch it.";
  return {
    target: "",
    outcome: "not-applicable",
    level: "off",
    fingerprint: fingerprintOf(policy, subject, ""),
    message,
    remedy: "",
    location: at(subject.file ?? ""),
    because: [],
    faults: [],
    waivers: [],
  };
}

function fingerprintOf(policy: Policy, subject: ExplainedSubject, target: string): string {
  const { kind, version } = subject;
  return fingerprint({
    policy,
    subject: { kind, id: plainId(subject), ...(version !== undefined && { version }) },
    target,
  });
}

function targetOf(
  look: Look,
  { policy }: Text,
  subject: ExplainedSubject,
  { outcome: said, ...account }: Account,
  findings: readonly Finding[],
): ExplainedTarget {
  const { target, location, remedy } = said;
  const finding = findings.find((one) => one.target === target);
  return {
    target,
    outcome: finding?.outcome ?? said.outcome,
    level: finding?.level ?? levelAt(policy.schedule, look.asOf),
    fingerprint: finding?.fingerprint ?? fingerprintOf(policy, subject, target),
    ...(finding && { origin: finding.origin }),
    message: finding?.message ?? said.message,
    remedy,
    location,
    ...account,
    waivers: said.outcome === "fail" ? waiversOn(look, policy, subject, target) : [],
  };
}

function enforcedOn({ asOf }: Look, text: Text): Enforced {
  const { schedule, existing, waiver } = text.policy;
  const stage = schedule.findLast(({ from }) => hasCome(from, asOf));
  const since = stage && turningDays([stage])[0];
  const next = schedule.find(({ from }) => !hasCome(from, asOf));
  return {
    level: levelAt(schedule, asOf),
    ...(since !== undefined && { since }),
    ...(next && { next }),
    setBy: setBy(text, "level"),
    ...(existing && { grace: { ...existing, over: hasCome(existing.until, asOf), setBy: setBy(text, "existing") } }),
    waivers: { allowed: waiver.allowed, maxDays: waiver.maxDays, ...waiverTermsSetBy(text) },
  };
}

/** Where nobody says anything the usual terms hold. */
function waiverTermsSetBy(text: Text): Pick<Enforced["waivers"], "setBy"> {
  const isUsual =
    text.policy.sources.get("waiver")?.layer === "policy" && own(text.document.value, "waiver") === undefined;
  return isUsual ? {} : { setBy: setBy(text, "waiver") };
}

function setBy({ policy, layerName }: Text, key: string): SetBy {
  const { layer, location } = policy.sources.get(key) ?? { layer: "policy", location: at(policy.file) };
  return { layer: layerName(layer), location };
}

function parametersOf(text: Text): readonly ExplainedParameter[] {
  return [...text.policy.declared].map(([name, { value }]) => {
    const key = `params.${name}`;
    const isOther = text.policy.sources.get(key)?.layer !== "policy";
    const author = own(own(own(text.document.value, "params"), name), "default");
    return {
      name,
      value: written(value),
      setBy: setBy(text, key),
      ...(isOther && author !== undefined && { instead: authored(text, name, author) }),
    };
  });
}

function authored({ policy, document }: Text, name: string, value: Json): NonNullable<ExplainedParameter["instead"]> {
  return { value: written(value), location: at(policy.file, document.range(["params", name, "default"], "key")) };
}

/** The waivers of a policy for a subject, whether they hold or not. */
function waiversOn(look: Look, policy: Policy, subject: ExplainedSubject, target: string): readonly ExplainedWaiver[] {
  return look.rules.waivers.flatMap((file): readonly ExplainedWaiver[] => {
    const { waiver } = file;
    if (waiver?.policy.id !== policy.id || !isFor(waiver, subject)) return [];
    const reason = whyNot(look, policy, file, subject, target);
    return [
      {
        id: waiver.id,
        covers: reason === undefined,
        reason: reason ?? `it covers this until ${waiver.expires}`,
        expires: waiver.expires,
        location: placeOf(file),
      },
    ];
  });
}

function whyNot(
  { asOf, rules, head, base }: Look,
  policy: Policy,
  file: WaiverFile,
  subject: ExplainedSubject,
  target: string,
): string | undefined {
  const { waiver, faults } = file;
  if (waiver === undefined) return "it cannot be read";
  if (
    governorOf(subject, base === undefined ? [head.world.mesh] : [head.world.mesh, base.world.mesh]) !== waiver.domain
  )
    return `it is for the domain ${waiver.domain}, which does not have this alone`;
  if (waiver.policy.major !== policy.major) return `it is for version ${waiver.policy.major} of the policy`;
  if (waiver.target !== undefined && lastingTarget(waiver.target) !== lastingTarget(target))
    return `it is for ${waiver.target}`;
  switch (stateOf(file, asOf, rules)) {
    case "invalid":
      return `it is not valid: ${faults[0]?.message ?? ""}`;
    case "pending":
      return `it begins on ${waiver.from}`;
    case "expired":
      return `it expired on ${waiver.expires}`;
    case "active":
    case "expiring":
      return undefined;
  }
}
