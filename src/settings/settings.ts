import type { SourceDocument } from "../model/document.ts";
import type { Json, JsonPath } from "../model/json.ts";
import type { TextProblem } from "../model/problem.ts";
import type { DocsSetting, PackReference, PolicySetting, Settings } from "../model/settings.ts";
import { enforcementFaults, readEnforcement } from "../model/enforcement.ts";
import { isObject, list, own, pointer, text } from "../model/json.ts";
import { checkShape } from "../source/check.ts";
import { byPosition } from "../source/faults.ts";
import { DEFAULT_COMPATIBILITY, readCompatibility } from "./compatibility.ts";
import { globProblems, isSoundGlob } from "./globs.ts";
import { isDocsFolder, isDocsUrl, SETTINGS_SCHEMA } from "./schemas/settings.ts";

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
  docs: { folder: "docs/policies" },
  compatibility: DEFAULT_COMPATIBILITY,
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
    packs: texts(own(value, "packs")).map(toPack),
    discovery: {
      include: include.length > 0 ? include : DEFAULT_SETTINGS.discovery.include,
      exclude: [...DEFAULT_SETTINGS.discovery.exclude, ...texts(own(discovery, "exclude")).filter(isSoundGlob)],
    },
    policies: new Map(entries(own(value, "policies")).map(([id, setting]) => [id, readPolicySetting(setting)])),
    docs: readDocs(own(value, "docs")),
    compatibility: readCompatibility(own(value, "compatibility")),
  };
  const globs = ["include", "exclude"].flatMap((key) =>
    globProblems(own(discovery, key), ["discovery", key], document),
  );
  const faults = entries(own(value, "policies")).flatMap(([id, setting]) =>
    settingProblems(setting, ["policies", id], document),
  );
  return { settings, problems: [...checkShape(SETTINGS_SCHEMA, document), ...globs, ...faults].sort(byPosition) };
}

function toPack(written: string): PackReference {
  const [name = "", range] = written.split(/@(.*)/s);
  return range === undefined ? { name } : { name, range };
}

function readDocs(written: Json | undefined): DocsSetting {
  const { folder } = DEFAULT_SETTINGS.docs;
  const [named, url] = [text(own(written, "folder")), text(own(written, "url"))];
  return {
    folder: named !== undefined && isDocsFolder(named) ? named : folder,
    ...(url !== undefined && isDocsUrl(url) && { url: url.replace(/\/+$/, "") }),
  };
}

export function readPolicySetting(setting: Json): PolicySetting {
  return { ...readEnforcement(setting), params: new Map(entries(own(setting, "params"))) };
}

/** What a schema cannot say of the setting at `path`. */
export function settingProblems(setting: Json, path: JsonPath, document: SourceDocument): readonly TextProblem[] {
  return enforcementFaults(setting).map(({ message, path: below }) => {
    const place = [...path, ...below];
    return {
      severity: "error",
      code: "policy-rollout",
      message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
      path: pointer(place),
      range: document.range(place),
    };
  });
}

function texts(value: Json | undefined): readonly string[] {
  return list(value).filter((item) => typeof item === "string");
}

function entries(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(value) ? Object.entries(value) : [];
}
