import { compareWindows } from "../../compat/life/window.ts";
import { RULES } from "../../compat/rules/index.ts";
import { CLASSES } from "../../model/compatibility.ts";
import type { ChangeClass, Mode } from "../../model/compatibility.ts";
import type { JsonPath } from "../../model/json.ts";
import { NOTICE_KINDS } from "../../model/settings.ts";
import type { CompatibilitySettings } from "../../model/settings.ts";
import { quote } from "../../source/words.ts";
import type { Rules } from "./rules.ts";
import type { GroundStep, Step } from "./strictness.ts";

type Sort = Step["class"];

interface SettingStep extends Omit<GroundStep, "location"> {
  /** Where below `compatibility` in `meshgate.yaml` it is said. */
  readonly path: JsonPath;
}

/** What a change does to how changes of contracts are weighed. */
export function compatibilitySteps(before: Rules, after: Rules): readonly GroundStep[] {
  const [was, is] = [before.settings.compatibility, after.settings.compatibility];
  const steps = [
    ...from("mode", was.mode, is.mode, modeSort(was.mode, is.mode)),
    ...from("profile", was.profile, is.profile, "unknown"),
    ...from("unknown", was.unknown, is.unknown, is.unknown === "strict" ? "tighten" : "loosen"),
    ...severitySteps(was, is),
    ...NOTICE_KINDS.flatMap((kind) => {
      const [old, now] = [was.notice[kind], is.notice[kind]];
      return from(["notice", kind], old, now, lengthSort(old, now));
    }),
    ...tagSteps(was, is),
  ];
  return steps.map(({ path, ...step }) => ({ ...step, location: after.locate(["compatibility", ...path]) }));
}

function from(path: string | JsonPath, was: string, is: string, sort: Sort): readonly SettingStep[] {
  if (was === is) return [];
  const place = typeof path === "string" ? [path] : path;
  return [{ class: sort, message: `compatibility.${place.join(".")} goes from ${was} to ${is}.`, path: place }];
}

/** The axes that hold a change up. */
const AXES: Readonly<Record<Mode, readonly string[]>> = {
  none: [],
  consumer: ["consumer"],
  history: ["history"],
  full: ["consumer", "history"],
};

function modeSort(was: Mode, is: Mode): Sort {
  const [old, now] = [AXES[was], AXES[is]];
  if (old.every((axis) => now.includes(axis))) return "tighten";
  return now.every((axis) => old.includes(axis)) ? "loosen" : "unknown";
}

function lengthSort(was: string, is: string): Sort {
  const sorts = { same: "neutral", shorter: "loosen", longer: "tighten", unknown: "unknown" } as const;
  return sorts[compareWindows(is, was)];
}

/** Default classes; a rule may find a change to be less or more than that. */
const BY_ITSELF: ReadonlyMap<string, ChangeClass> = new Map(RULES.map(({ id, class: sort }) => [id, sort]));

function severitySteps(before: CompatibilitySettings, after: CompatibilitySettings): readonly SettingStep[] {
  const ids = [...new Set([...before.severity.keys(), ...after.severity.keys()])].sort();
  return ids.flatMap((id) => {
    const [was, is] = [before.severity.get(id), after.severity.get(id)];
    if (was === is) return [];
    const path = is === undefined ? ["severity"] : ["severity", id];
    const told = (set: ChangeClass | undefined): string => set ?? "what its rule says";
    const message = `Changes of the kind ${quote(id)} go from ${told(was)} to ${told(is)}.`;
    return [{ class: severitySort(id, [was, before], [is, after]), message, path }];
  });
}

type Side = readonly [set: ChangeClass | undefined, settings: CompatibilitySettings];

function severitySort(id: string, [was, before]: Side, [is, after]: Side): Sort {
  const known = (set: ChangeClass | undefined, { profile }: CompatibilitySettings): ChangeClass | undefined =>
    set ?? (profile === "default" ? BY_ITSELF.get(id) : undefined);
  const [old, now] = [known(was, before), known(is, after)];
  if (old === undefined || now === undefined || old === now) return "unknown";
  return CLASSES.indexOf(now) < CLASSES.indexOf(old) ? "tighten" : "loosen";
}

/** What has the tag gets the notice of what is critical, and what had it the usual one. */
function tagSteps(
  { coreTag: was, notice: earlier }: CompatibilitySettings,
  { coreTag: is, notice }: CompatibilitySettings,
): readonly SettingStep[] {
  if (was === is) return [];
  const sort =
    was === undefined
      ? lengthSort(notice.default, notice.core)
      : is === undefined
        ? lengthSort(earlier.core, earlier.default)
        : "unknown";
  const told = (tag: string | undefined): string => (tag === undefined ? "nothing" : quote(tag));
  return from("coreTag", told(was), told(is), sort);
}
