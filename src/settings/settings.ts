import type { SourceDocument } from "../model/document.ts";
import type { Level } from "../model/finding.ts";
import type { Json } from "../model/json.ts";
import type { TextProblem } from "../model/problem.ts";
import type { PolicySetting, Settings } from "../model/settings.ts";
import { LEVELS } from "../model/finding.ts";
import { isObject, list, own, text } from "../model/json.ts";
import { checkShape } from "../source/check.ts";
import { byPosition } from "../source/faults.ts";
import { globProblems, isSoundGlob } from "./globs.ts";
import { SETTINGS_SCHEMA } from "./schemas/settings.ts";

/** What holds without a `meshgate.yaml`. No pack is in force unless the guild names it. */
export const DEFAULT_SETTINGS: Settings = {
  name: "",
  packs: [],
  discovery: {
    include: ["**/*.{yaml,yml,json}"],
    exclude: [
      "**/.*",
      "**/.*/**",
      "**/node_modules/**",
      "policies/**",
      "bindings/**",
      "waivers/**",
      "meshgate.yaml",
      "guild.yaml",
    ],
  },
  policies: new Map(),
};

/**
 * Reads a `meshgate.yaml`. `include` replaces the default, `exclude` adds to it. What is not well formed is a problem
 * and otherwise left out.
 */
export function readSettings(document: SourceDocument): { settings: Settings; problems: readonly TextProblem[] } {
  const { value } = document;
  const discovery = own(value, "discovery");
  const include = texts(own(discovery, "include")).filter(isSoundGlob);
  const settings: Settings = {
    name: text(own(value, "name")) ?? DEFAULT_SETTINGS.name,
    packs: texts(own(value, "packs")),
    discovery: {
      include: include.length > 0 ? include : DEFAULT_SETTINGS.discovery.include,
      exclude: [...DEFAULT_SETTINGS.discovery.exclude, ...texts(own(discovery, "exclude")).filter(isSoundGlob)],
    },
    policies: new Map(entries(own(value, "policies")).map(([id, setting]) => [id, toPolicySetting(setting)])),
  };
  const globs = ["include", "exclude"].flatMap((key) =>
    globProblems(own(discovery, key), ["discovery", key], document),
  );
  return { settings, problems: [...checkShape(SETTINGS_SCHEMA, document), ...globs].sort(byPosition) };
}

function toPolicySetting(setting: Json): PolicySetting {
  const level = LEVELS.find((name): name is Level => name === own(setting, "level"));
  return { ...(level !== undefined && { level }), params: new Map(entries(own(setting, "params"))) };
}

function texts(value: Json | undefined): readonly string[] {
  return list(value).filter((item) => typeof item === "string");
}

function entries(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(value) ? Object.entries(value) : [];
}
