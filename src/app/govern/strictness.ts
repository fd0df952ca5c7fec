import type { Day } from "../../model/day.ts";
import { hasCome } from "../../model/day.ts";
import { levelAt, turningDays, weight } from "../../model/enforcement.ts";
import type { Grace } from "../../model/enforcement.ts";
import type { Level } from "../../model/finding.ts";
import { canonical } from "../../model/json.ts";
import type { RuleClass } from "../../model/report.ts";
import { show } from "../../policy/language/show.ts";
import type { Policy } from "../../policy/policy.ts";
import { isInScope } from "../../policy/policy.ts";
import type { Location } from "../../model/location.ts";
import { strictnessOf } from "../../policy/params.ts";
import type { Rules } from "./rules.ts";

/** One thing that a change of the rules does to one policy. */
export interface Step {
  readonly policy: string;
  /** The domain whose form of the policy changes; absent: everybody's. */
  readonly domain?: string;
  readonly kind: "removed" | "lowered" | "raised" | "added" | "parameters" | "body" | "grace" | "waivers";
  readonly class: Exclude<RuleClass, "mixed">;
  /** The first day on which it makes a difference. */
  readonly from: Day;
  /** What it weighs on that day, before and after; the latter is what a tightening can cost. */
  readonly levels: readonly [before: Level, after: Level];
  /** What changes, in words that follow `Policy x`. */
  readonly what: string;
  readonly before?: Policy;
  readonly after?: Policy;
}

/** One thing that a change of the rules does to what policies are judged on: to words and terms of the guild, or to what is looked at. */
export interface GroundStep {
  readonly class: Step["class"];
  /** What changes, as a sentence. */
  readonly message: string;
  readonly location: Location;
  /** Present: policies may be stricter from the merge on, and this is how that is avoided. */
  readonly remedy?: string;
}

/** What a change of the rules does to the policies from `asOf` on, policy by policy and domain by domain. */
export function stepsBetween(before: Rules, after: Rules, asOf: Day): readonly Step[] {
  const ids = [...new Set([...before.policies, ...after.policies].map(({ id }) => id))].sort();
  return ids.flatMap((id) =>
    scopesOf(id, before, after).flatMap((domain): readonly Step[] => {
      const [was, is] = [formOf(id, domain, before), formOf(id, domain, after)];
      const steps = compareForms({ was, is }, before.bodies.get(id) !== after.bodies.get(id), asOf, after);
      return steps.map((step) => ({
        policy: id,
        ...(domain !== undefined && { domain }),
        ...(was && { before: was }),
        ...(is && { after: is }),
        ...step,
      }));
    }),
  );
}

/** What many steps come to. What cannot be told may be either, so it is neither lost in `tighten` nor in `loosen`. */
export function classOf(steps: readonly Pick<Step, "class">[]): RuleClass {
  const classes = new Set(steps.map((step) => step.class).filter((one) => one !== "neutral"));
  if (classes.has("unknown")) return "unknown";
  if (classes.has("tighten") && classes.has("loosen")) return "mixed";
  return [...classes][0] ?? "neutral";
}

/** Everybody, and those domains that have, or had, a form of their own. */
function scopesOf(id: string, before: Rules, after: Rules): readonly (string | undefined)[] {
  const forms = [...before.policies, ...after.policies].filter((policy) => policy.id === id);
  const domains = new Set(forms.flatMap(({ scope }) => ("only" in scope ? [scope.only] : [])));
  const isForEverybody = forms.some(({ scope }) => !("only" in scope));
  return [...(isForEverybody ? [undefined] : []), ...[...domains].sort()];
}

function formOf(id: string, domain: string | undefined, { policies }: Rules): Policy | undefined {
  return policies.find((policy) => policy.id === id && isInScope(policy.scope, domain));
}

interface Forms {
  readonly was: Policy | undefined;
  readonly is: Policy | undefined;
}

type Found = Pick<Step, "kind" | "class" | "from" | "levels" | "what">;

function compareForms(forms: Forms, asksOther: boolean, asOf: Day, rules: Rules): readonly Found[] {
  const { was, is } = forms;
  const levels = levelSteps(forms, asOf);
  if (was === undefined || is === undefined) return levels;
  const from = firstDay(is, asOf);
  const both = [levelOn(was, from), levelOn(is, from)] as const;
  const step = (kind: Step["kind"], one: Step["class"], what: string): Found => ({
    kind,
    class: one,
    from,
    levels: both,
    what,
  });
  const params = changedParams(was, is, rules);
  return [
    ...levels,
    ...(params === undefined ? [] : [step("parameters", params.class, `gets other parameters: ${params.what}`)]),
    ...(asksOther
      ? [step("body", "unknown", "asks something else than before: its target, condition or rule changes")]
      : []),
    ...graceSteps(was, is, asOf),
    ...waiverSteps(was, is, step),
  ];
}

function levelOn(policy: Policy | undefined, day: Day): Level {
  return policy === undefined ? "off" : levelAt(policy.schedule, day);
}

/** The first day from `asOf` on on which a policy is not off. */
function firstDay({ schedule }: Policy, asOf: Day): Day {
  const days = [asOf, ...turningDays(schedule).filter((day) => !hasCome(day, asOf))];
  return days.find((day) => levelAt(schedule, day) !== "off") ?? asOf;
}

/** Where the two schedules part, and where they part in another way than the day before. */
function levelSteps({ was, is }: Forms, asOf: Day): readonly Found[] {
  const turning = [...turningDays(was?.schedule ?? []), ...turningDays(is?.schedule ?? [])];
  const days = [...new Set([asOf, ...turning.filter((day) => !hasCome(day, asOf))])].sort();
  const found: Found[] = [];
  let known = "";
  for (const from of days) {
    const levels = [levelOn(was, from), levelOn(is, from)] as const;
    const [old, now] = levels;
    const key = old === now ? "" : `${old} ${now}`;
    if (key !== "" && key !== known) found.push(levelStep(levels, from, from === asOf ? "" : ` from ${from} on`));
    known = key;
  }
  return found;
}

function levelStep(levels: readonly [Level, Level], from: Day, since: string): Found {
  const [old, now] = levels;
  if (old === "off")
    return { kind: "added", class: "tighten", from, levels, what: `is put in force at ${now}${since}` };
  if (now === "off") {
    const what = since === "" ? `is taken out of force; it is at ${old} now` : `is taken out of force${since}`;
    return { kind: "removed", class: "loosen", from, levels, what };
  }
  const isLower = weight(now) < weight(old);
  return {
    kind: isLower ? "lowered" : "raised",
    class: isLower ? "loosen" : "tighten",
    from,
    levels,
    what: `is ${isLower ? "lowered" : "raised"} from ${old} to ${now}${since}`,
  };
}

function changedParams(
  was: Policy,
  is: Policy,
  { guild }: Rules,
): { readonly class: Step["class"]; readonly what: string } | undefined {
  const names = [...new Set([...Object.keys(was.params), ...Object.keys(is.params)])];
  const changed = names.filter((name) => canonical(was.params[name] ?? null) !== canonical(is.params[name] ?? null));
  if (changed.length === 0) return undefined;
  const classes = changed.map((name): Step["class"] => {
    const [old, now, param] = [was.params[name], is.params[name], is.declared.get(name)];
    if (old === undefined || now === undefined || param === undefined) return "unknown";
    const strictness = strictnessOf(param, now, old, guild.classifications);
    return { same: "neutral", stricter: "tighten", looser: "loosen", unknown: "unknown" }[strictness] as Step["class"];
  });
  const parts = changed.map((name) => `${name} from ${value(was, name)} to ${value(is, name)}`);
  const whole = classOf(classes.map((one) => ({ class: one })));
  return { class: whole === "mixed" ? "unknown" : whole, what: parts.join(", ") };
}

function value({ params }: Policy, name: string): string {
  const found = params[name];
  return found === undefined ? "nothing" : typeof found === "string" ? `"${show(found)}"` : show(found);
}

type MakeStep = (kind: Step["kind"], one: Step["class"], what: string) => Found;

/** A grace makes a difference from the day on which the earlier of the two ends; one that both have behind them makes none. */
function graceSteps(was: Policy, is: Policy, asOf: Day): readonly Found[] {
  const [old, now] = [was.existing, is.existing];
  const isOver = ({ until }: Grace): boolean => hasCome(until, asOf);
  if (old === undefined ? now === undefined : now && isOver(old) && isOver(now)) return [];
  const step = (one: Step["class"], day: Day, what: string): readonly Found[] => {
    const from = firstDay(is, hasCome(day, asOf) ? asOf : day);
    return [{ kind: "grace", class: one, from, levels: [levelOn(was, from), levelOn(is, from)], what }];
  };
  if (now === undefined) return step("loosen", old?.until ?? asOf, "leaves what was there before for ever");
  const ends = `: what was there before counts from ${now.until} on`;
  if (old === undefined || now.until < old.until)
    return step("tighten", now.until, `ends its grace${old ? " earlier" : ""}${ends}`);
  if (now.until > old.until) return step("loosen", old.until, `has its grace longer${ends}, and not from ${old.until}`);
  if (now.level === old.level) return [];
  const sort = weight(now.level) < weight(old.level) ? "loosen" : "tighten";
  return step(sort, asOf, `has what was there before at ${now.level}, and not at ${old.level}`);
}

function waiverSteps({ waiver: was }: Policy, { waiver: is }: Policy, step: MakeStep): readonly Found[] {
  if (canonical({ ...was }) === canonical({ ...is }) || (!was.allowed && !is.allowed)) return [];
  if (!is.allowed) return [step("waivers", "tighten", "cannot be waived any more")];
  const wider = !was.allowed || is.maxDays > was.maxDays || (is.whole && !was.whole);
  const narrower = was.allowed && (is.maxDays < was.maxDays || (was.whole && !is.whole));
  const terms = `may be waived for ${is.maxDays} days at most${is.whole ? ", also as a whole" : ""}`;
  return [step("waivers", wider && narrower ? "unknown" : wider ? "loosen" : "tighten", terms)];
}
