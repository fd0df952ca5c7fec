import { readFileSync } from "node:fs";
import { BINDING_SCHEMA } from "../../src/settings/schemas/binding.ts";
import { GUILD_SCHEMA } from "../../src/settings/schemas/guild.ts";
import { SETTINGS_SCHEMA } from "../../src/settings/schemas/settings.ts";
import { WAIVER_SCHEMA } from "../../src/settings/schemas/waiver.ts";
import { keysTable } from "./keys.ts";
import { block } from "./markdown.ts";
import type { Parts } from "./page.ts";

export function configurationParts(): Parts {
  return {
    "meshgate.yaml": block("yaml", readFileSync("registry/meshgate.yaml", "utf8")),
    settings: keysTable(SETTINGS_SCHEMA),
    guild: keysTable(GUILD_SCHEMA),
    binding: keysTable(BINDING_SCHEMA),
    waiver: keysTable(WAIVER_SCHEMA),
  };
}
