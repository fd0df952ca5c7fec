import type { Day } from "../../model/day.ts";
import { daysBetween } from "../../model/day.ts";
import { governingDomain } from "../../model/governing.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Mesh } from "../../model/mesh.ts";
import type { Problem } from "../../model/problem.ts";
import type { Waiver } from "../../model/waiver.ts";
import { enumerate } from "../../source/words.ts";
import { lastingTarget } from "../../policy/identity.ts";
import type { World } from "../../policy/facts/world.ts";
import type { Comparison } from "./compare.ts";
import type { Rules } from "./rules.ts";
import { governorOf, isAbout, namedBy, placeOf, stateOf, subjectOf } from "./waivers.ts";
import type { WaiverFile, WaiverState } from "./waivers.ts";

/** Head and, where there is one, base. */
export interface Sides {
  readonly head: Mesh;
  readonly base?: Mesh | undefined;
}

/** What was found, with what waivers make of it. */
export interface Excused extends Comparison {
  /** Files of the waivers that a finding at head is about, whatever their state. */
  readonly needed: ReadonlySet<RepoPath>;
}

/**
 * Puts waivers into effect: a failure that one covers is `waived`, which is never a pass. One that does not hold yet, or
 * no longer, or is not sound changes nothing, and the finding says so. What a change removes is governed as it was.
 */
export function excuse(
  comparison: Comparison,
  rules: Pick<Rules, "waivers" | "policies" | "guild">,
  asOf: Day,
  sides: Sides,
): Excused {
  const needed = new Set<RepoPath>();
  if (rules.waivers.length === 0) return { ...comparison, needed };
  const { head, base } = sides;
  const majors = new Map(rules.policies.map(({ id, major }) => [id, major]));
  const byMatter = new Map<string, WaiverFile[]>();
  for (const file of rules.waivers) {
    const id = file.waiver?.policy.id;
    if (id !== undefined) byMatter.set(id, [...(byMatter.get(id) ?? []), file]);
  }
  let waived = 0;
  const findings = comparison.findings.map((finding) => {
    if (finding.outcome !== "fail") return finding;
    const known = byMatter.get(finding.policy);
    if (known === undefined) return finding;
    const judged = {
      major: majors.get(finding.policy) ?? 0,
      domain: governorOf(finding.subject, base === undefined ? [head] : [head, base]),
    };
    const about = known.filter(({ waiver }) => waiver && isAbout(waiver, finding, judged));
    for (const { file } of about) needed.add(file);
    const holding = about.find((file) => isHolding(stateOf(file, asOf, rules)))?.waiver;
    if (holding !== undefined) {
      waived += 1;
      return { ...finding, outcome: "waived" as const, waiver: holding.id, waivedUntil: holding.expires };
    }
    const notes = about.flatMap((file) => noteOf(file, stateOf(file, asOf, rules)));
    return notes.length === 0 ? finding : { ...finding, message: `${finding.message} (${notes.join("; ")})` };
  });
  const { counts } = comparison;
  return {
    ...comparison,
    findings,
    counts: { ...counts, fail: counts.fail - waived, waived: counts.waived + waived },
    needed,
  };
}

function isHolding(state: WaiverState): boolean {
  return state === "active" || state === "expiring";
}

function noteOf({ waiver }: WaiverFile, state: WaiverState): readonly string[] {
  if (waiver === undefined) return [];
  if (state === "expired") return [`Waiver ${waiver.id} expired on ${waiver.expires}`];
  if (state === "pending") return [`Waiver ${waiver.id} begins on ${waiver.from}`];
  return state === "invalid" ? [`Waiver ${waiver.id} is invalid`] : [];
}

/** What a run knows of waivers beside the findings. */
interface Inspection {
  readonly rules: Rules;
  readonly world: Pick<World, "mesh">;
  /** Files of the waivers that a finding is about; the run has judged everything. */
  readonly needed: ReadonlySet<RepoPath>;
  readonly asOf: Day;
}

/** What is to be said of all waivers in force, when everything is judged. None of it stops anybody else's change. */
export function waiverRemarks(inspection: Inspection): readonly Problem[] {
  return inspection.rules.waivers
    .flatMap((file) => remarksOn(file, inspection))
    .map((problem) => ({ ...problem, severity: "warning" }));
}

/** What is to be said of the waivers that a change brings or alters. One that would not hold must not be merged. */
export function proposedWaivers(inspection: Inspection, touched: ReadonlySet<RepoPath>): readonly Problem[] {
  return inspection.rules.waivers
    .filter(({ file }) => touched.has(file))
    .flatMap((file) => remarksOn(file, inspection));
}

function remarksOn(one: WaiverFile, { rules, world: { mesh }, needed, asOf }: Inspection): readonly Problem[] {
  const { waiver, faults, file } = one;
  if (waiver === undefined || faults.length > 0) return faults;
  const remark = (code: string, message: string, severity: Problem["severity"] = "warning"): Problem => ({
    severity,
    code,
    message,
    path: "",
    location: placeOf(one),
  });
  const { id, expires, policy } = waiver;
  const homeless = homelessness(waiver, mesh);
  if (homeless !== undefined) return [remark("waiver-invalid", homeless, "error")];
  const state = stateOf(one, asOf, rules);
  if (state === "expired")
    return [remark("waiver-expired", `Waiver ${id} expired on ${expires}. Remove it, or ask for a new one.`)];
  const twin = rules.waivers.find(
    (other) => other.file !== file && other.faults.length === 0 && other.waiver && overlaps(waiver, other.waiver, mesh),
  );
  const days = daysBetween(asOf, expires);
  return [
    ...(twin?.waiver
      ? [
          remark(
            "waiver-overlap",
            `Waivers ${id} and ${twin.waiver.id} cover the same on the same days: ${twin.file} from ${twin.waiver.from} until ${twin.waiver.expires}. Keep one.`,
            "error",
          ),
        ]
      : []),
    ...(state === "expiring"
      ? [remark("waiver-expiring", `Waiver ${id} expires on ${expires}, in ${days} ${days === 1 ? "day" : "days"}.`)]
      : []),
    ...(isHolding(state) && !needed.has(file)
      ? [
          remark(
            "waiver-unused",
            `Waiver ${id} waives nothing: ${policy.id} finds nothing there yet. If it is for a change to come, that is fine; else correct or remove it.`,
          ),
        ]
      : []),
  ];
}

/** Why the domain of a waiver has nothing that it could excuse. */
function homelessness(waiver: Waiver, mesh: Mesh): string | undefined {
  const { id, domain, subject } = waiver;
  const what = `Waiver ${id} is for ${subject.kind} ${subject.id}, which`;
  const found = namedBy(waiver, mesh);
  const own = found.filter((placed) => governingDomain(mesh, placed) === domain);
  if (own.some((placed) => governorOf(subjectOf(placed), [mesh]) === domain)) return undefined;
  const others = [...new Set(found.flatMap((placed) => governingDomain(mesh, placed) ?? []))]
    .filter((one) => one !== domain)
    .sort();
  if (own.length > 0)
    return `${what} ${enumerate([domain, ...others], "and")} declare alike. It waives nothing as long as they share the id.`;
  const remedy =
    others.length === 0
      ? "It waives nothing; correct the id, or remove it."
      : `It waives nothing; move it to ${enumerate(
          others.map((one) => `waivers/${one}/`),
          "or",
        )}.`;
  return `${what} the domain ${domain} does not have. ${remedy}`;
}

/** Whether two waivers would excuse the same finding on the same day. */
function overlaps(one: Waiver, other: Waiver, mesh: Mesh): boolean {
  const isSame =
    one.domain === other.domain && one.policy.id === other.policy.id && one.policy.major === other.policy.major;
  const meet =
    one.target === undefined || other.target === undefined || lastingTarget(one.target) === lastingTarget(other.target);
  if (!isSame || !meet || one.from >= other.expires || other.from >= one.expires) return false;
  const named = new Set(namedBy(one, mesh));
  return namedBy(other, mesh).some((placed) => named.has(placed));
}
