import { expect, it } from "vitest";
import { readRules } from "../../src/app/govern/rules.ts";
import { shippedPacks } from "../../src/io/files/packs.ts";
import { encode } from "../../src/source/encode.ts";

const PACKS = await shippedPacks();

/** What is wrong when the domain player binds this for the retention that everybody has. */
function problemsOf(params: string): readonly string[] {
  const files: Readonly<Record<string, string>> = {
    "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\nname: daff\npacks: [usability]\n",
    "guild.yaml":
      "apiVersion: meshgate/v1\nkind: Guild\ndomains: [{ id: player, name: Player, owners: ['@daff/player'] }]\n",
    "bindings/player.yaml": `apiVersion: meshgate/v1\nkind: Binding\ndomain: player\npolicies:\n  usability.retention@1:\n    params: ${params}\n`,
  };
  const rules = readRules(new Map(Object.entries(files).map(([file, text]) => [file, encode(text)])), PACKS);
  return rules.problems.filter(({ severity }) => severity === "error").map(({ code, path }) => `${code} ${path}`);
}

it.each(["{ longest: P1Y }", "{ longest: PT1H }", "{ longest: P10Y }", "{ forever: [] }", "{ minWords: 9 }"])(
  "a domain may set its own retention: %s",
  (params) => {
    expect(problemsOf(params)).toEqual([]);
  },
);

it.each([
  ["{ longest: P11Y }", "longest"],
  ["{ longest: PT59M }", "longest"],
  ["{ forever: [forever, unlimited, indefinite, maybe] }", "forever"],
  ["{ minWords: 4 }", "minWords"],
])("and no other than the guild leaves to it: %s", (params, name) => {
  expect(problemsOf(params)).toEqual([`binding-looser /policies/usability.retention@1/params/${name}`]);
});
