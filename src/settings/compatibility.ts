import { CLASSES, MODES, PROFILES } from "../model/compatibility.ts";
import type { Json } from "../model/json.ts";
import { isObject, own, text } from "../model/json.ts";
import type { CompatibilitySettings, NoticeKind } from "../model/settings.ts";
import { isWindow } from "../model/window.ts";

/** What holds where `meshgate.yaml` says nothing of it. */
export const DEFAULT_COMPATIBILITY: CompatibilitySettings = {
  mode: "consumer",
  profile: "default",
  severity: new Map(),
  unknown: "strict",
  notice: { core: "endOfNextQuarter", default: "30d", draft: "0d" },
};

const UNKNOWN = ["strict", "lenient"] as const;

/** Reads `compatibility`. What is not well formed is a problem of the schema, and left at its default. */
export function readCompatibility(written: Json | undefined): CompatibilitySettings {
  const severity = own(written, "severity");
  const notice = own(written, "notice");
  const window = (kind: NoticeKind): string => {
    const found = text(own(notice, kind));
    return found !== undefined && isWindow(found) ? found : DEFAULT_COMPATIBILITY.notice[kind];
  };
  const coreTag = text(own(written, "coreTag"));
  return {
    mode: among(MODES, own(written, "mode")) ?? DEFAULT_COMPATIBILITY.mode,
    profile: among(PROFILES, own(written, "profile")) ?? DEFAULT_COMPATIBILITY.profile,
    severity: new Map(
      Object.entries(isObject(severity) ? severity : {}).flatMap(([id, value]) => {
        const found = among(CLASSES, value);
        return found === undefined ? [] : [[id, found] as const];
      }),
    ),
    unknown: among(UNKNOWN, own(written, "unknown")) ?? DEFAULT_COMPATIBILITY.unknown,
    notice: { core: window("core"), default: window("default"), draft: window("draft") },
    ...(coreTag !== undefined && coreTag !== "" && { coreTag }),
  };
}

function among<T extends string>(values: readonly T[], written: Json | undefined): T | undefined {
  return values.find((value) => value === written);
}
