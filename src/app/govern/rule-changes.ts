import { compareText } from "../../model/order.ts";
import { canonical } from "../../model/json.ts";
import type { Day } from "../../model/day.ts";
import { hasCome } from "../../model/day.ts";
import { at } from "../../model/location.ts";
import type { Location } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import type { RuleChange, RuleClass } from "../../model/report.ts";
import type { Waiver } from "../../model/waiver.ts";
import { compatibilitySteps } from "./compatibility-changes.ts";
import { lookedSteps } from "./discovered.ts";
import type { Looked } from "./discovered.ts";
import { waiverRemarks } from "./excuse.ts";
import { guildSteps } from "./guild-changes.ts";
import { groundNotice, noticeProblems } from "./notice.ts";
import type { SurveyedSide } from "./plan.ts";
import type { Rules } from "./rules.ts";
import { classOf, stepsBetween } from "./strictness.ts";
import type { Step } from "./strictness.ts";

/** One line on what a change does to the rules. */
interface Remark {
  readonly message: string;
  readonly location: Location;
  readonly code?: string;
}

/** Of more policies than this one line tells what happens to them all. */
const MOST = 10;
/** How many of them that line names. */
const FEW = 3;

/** What a change does to the rules: for those who approve it, in lines, and as a whole. */
export interface RuleChanges {
  readonly class: RuleClass;
  readonly changes: readonly RuleChange[];
  /** The changes once more, in the fewest lines. */
  readonly remarks: readonly Problem[];
  /** Where they come sooner than the guild has promised. */
  readonly problems: readonly Problem[];
}

/** What a change does to the rules from `asOf` on. Nothing of it counts before it is merged, but notice does. */
export function ruleChanges(before: Rules, after: Rules, asOf: Day, looked?: Looked): RuleChanges {
  const steps = stepsBetween(before, after, asOf);
  const ground = [
    ...guildSteps(before, after),
    ...compatibilitySteps(before, after),
    ...(looked ? lookedSteps(before, after, looked) : []),
  ];
  const [earlier, later] = [holding(before, asOf, looked?.now), holding(after, asOf, looked?.then)];
  const waivers = waiverChanges(earlier, later, new Set(after.policies.map(({ id }) => id)), asOf);
  // Without rules there was nobody to promise a notice to.
  const notice = before.policies.length === 0 ? { days: 0 } : before.guild.notice;
  const { emergency } = after.guild;
  const reason = emergency === before.guild.emergency ? undefined : emergency;
  return {
    class: classOf([...steps, ...waivers, ...ground]),
    changes: [
      ...steps.map((step) => ({
        policy: step.policy,
        ...(step.domain !== undefined && { domain: step.domain }),
        class: step.class,
        from: step.from,
        message: sentence(step),
        location: placeOf(step, before, after),
      })),
      ...waivers,
      ...ground.map(({ class: sort, message, location }) => ({ class: sort, from: asOf, message, location })),
    ],
    remarks: [...policyRemarks(steps, before, after), ...waivers, ...ground].map(toProblem),
    problems: [
      ...noticeProblems(steps, notice, asOf, (step) => placeOf(step, before, after)),
      ...groundNotice(ground, notice, asOf, after.policies, reason),
    ],
  };
}

function toProblem({ message, location, code = "rules-change" }: Remark): Problem {
  return { severity: "warning", code, message, path: "", location };
}

/** The waivers that hold or will, by id. Of one for what its domain does not have the error is told already. */
function holding(rules: Rules, asOf: Day, side: SurveyedSide | undefined): ReadonlyMap<string, Waiver> {
  const remarks = side ? waiverRemarks({ rules, world: side.world, needed: new Set(), asOf }) : [];
  const invalid = new Set(remarks.filter(({ code }) => code === "waiver-invalid").map(({ location }) => location.file));
  return new Map(
    rules.waivers.flatMap(({ waiver, file, faults }) =>
      waiver && faults.length === 0 && !invalid.has(file) && !hasCome(waiver.expires, asOf)
        ? [[waiver.id, waiver] as const]
        : [],
    ),
  );
}

/** A waiver is a loosening for one subject, and its end the opposite; one that has expired is neither. */
function waiverChanges(
  earlier: ReadonlyMap<string, Waiver>,
  later: ReadonlyMap<string, Waiver>,
  policies: ReadonlySet<string>,
  asOf: Day,
): readonly (RuleChange & { readonly class: Step["class"] })[] {
  const excused = ({ policy, subject, target = "" }: Waiver): string =>
    canonical([policy.id, policy.major, subject.kind, subject.id, target]);
  const change = (
    waiver: Waiver,
    sort: Step["class"],
    verb: string,
  ): RuleChange & { readonly class: Step["class"] } => {
    const { id, domain, policy, subject, target, from, expires, location } = waiver;
    const what = `${policy.id} at ${subject.kind} ${subject.id}${target === undefined ? "" : `, ${target}`}`;
    const message = `Waiver ${id} ${verb} ${what}, from ${from} until ${expires}.`;
    return { policy: policy.id, domain, class: sort, from: hasCome(from, asOf) ? asOf : from, message, location };
  };
  return [
    ...[...earlier.values()]
      // Without its policy there is nothing left to excuse.
      .filter(({ id, policy }) => !later.has(id) && policies.has(policy.id))
      .map((one) => change(one, "tighten", "no longer excuses")),
    ...[...later.values()].flatMap((one) => {
      const former = earlier.get(one.id);
      if (former === undefined) return [change(one, "loosen", "excuses")];
      if (excused(former) !== excused(one)) return [change(one, "unknown", "is another one, and excuses")];
      const [sooner, longer] = [compareText(one.from, former.from), compareText(one.expires, former.expires)];
      if (sooner === 0 && longer === 0) return [];
      if (sooner <= 0 && longer >= 0) return [change(one, "loosen", "excuses for longer")];
      const isShorter = sooner >= 0 && longer <= 0;
      return [
        change(one, isShorter ? "tighten" : "unknown", isShorter ? "excuses for less long" : "excuses on other days"),
      ];
    }),
  ];
}

function sentence({ policy, domain, what }: Step): string {
  return `Policy ${policy} ${domain === undefined ? "" : `in domain ${domain} `}${what}.`;
}

/** Sorts of steps in the order in which they are told, the ones that take something away first. */
const SORTS: readonly (readonly [kind: Step["kind"], many: string])[] = [
  ["removed", "are taken out of force"],
  ["lowered", "are lowered"],
  ["parameters", "get other parameters"],
  ["body", "ask something else than before"],
  ["raised", "are raised"],
  ["added", "are put in force"],
  ["grace", "get another grace for what was there before"],
  ["waivers", "get other terms for waivers"],
];

function policyRemarks(steps: readonly Step[], before: Rules, after: Rules): readonly Remark[] {
  const remarks = SORTS.flatMap(([kind, many]) => {
    const alike = steps.filter((step) => step.kind === kind);
    if (alike.length <= MOST)
      return alike.map((step) => ({ message: sentence(step), location: placeOf(step, before, after) }));
    const blocking = alike.filter(({ levels }) => levels[kind === "removed" ? 0 : 1] === "block").length;
    const message = `${alike.length} policies ${many}, ${blocking} of them at block: ${firstOf(alike)}.`;
    return [{ message, location: after.locate(["packs"]) }];
  });
  if (before.policies.length === 0 || after.policies.length > 0) return remarks;
  return [
    ...remarks,
    { message: "No policy at all would be in force after this change.", location: after.locate(["packs"]) },
  ];
}

/** A policy of the mesh's own stands in its file; of one that ships the mesh only has the setting, and a domain its binding. */
function placeOf(
  { policy: id, domain, before, after }: Step,
  was: Rules,
  { settings, shipped, locate }: Rules,
): Location {
  const source =
    domain === undefined
      ? undefined
      : [...((after ?? before)?.sources.values() ?? [])].find(({ layer }) => layer === `domain ${domain}`);
  if (source !== undefined) return source.location;
  if (settings.policies.has(id)) return locate(["policies", id]);
  return was.shipped.has(id) || shipped.has(id) ? locate(["packs"]) : at((after ?? before)?.file ?? "");
}

function firstOf(steps: readonly Step[]): string {
  const ids = steps.map(({ policy }) => policy);
  return `${ids.slice(0, FEW).join(", ")} and ${ids.length - FEW} more`;
}
