import { afterAll, expect, test } from "vitest";
import { check } from "../../src/app/check.ts";
import { openMemo } from "../../src/io/cache/memo.ts";
import { shippedPacks } from "../../src/io/files/packs.ts";
import { gitRepository } from "../../src/io/git/repository.ts";
import type { Report } from "../../src/model/report.ts";
import { meshRepository } from "../support/mesh-repo.ts";

const CONTRACT = "products/listener/profiles/contracts/listener-profiles.odcs.yaml";
const ALIAS = "        customProperties: [{ property: meshgate.aliases, value: [screen_name] }]\n";
const FIELD = "      - name: display_name\n";

const reader = (id: string, used: string): string => `apiVersion: meshgate/v1
kind: Consumer
id: player.${id}
name: ${id}
type: application
domain: player
team: { name: "@daff/player-apps" }
inputPorts:
  - name: listener-profiles
    version: 2.1.0
    contractId: listener-profiles
    customProperties: [{ property: meshgate.uses, value: [${used}] }]
`;

const packs = await shippedPacks();
const mesh = meshRepository();
mesh.change("main", {
  [CONTRACT]: [[FIELD, `${FIELD}${ALIAS}`]],
  "consumers/player/by-name.yaml": reader("by-name", "profiles.display_name"),
  "consumers/player/by-alias.yaml": reader("by-alias", "profiles.screen_name"),
});
const repository = await gitRepository(mesh.dir);
afterAll(() => repository.close());

async function told(branch: string): Promise<readonly (readonly string[])[]> {
  const memo = await openMemo({ folder: mesh.dir, env: {}, enabled: false });
  const request = { base: "main", head: { ref: branch }, asOf: "2026-11-20", failOn: "block" } as const;
  const { compatibility }: Report = await check({ repository, memo, packs, progress: () => undefined }, request);
  return compatibility.flatMap(({ changes }) =>
    changes.map(({ ruleId, class: weight, affected }) => [
      `${ruleId} ${weight}`,
      ...affected
        .filter(({ consumer }) => consumer.startsWith("player.by-"))
        .map(({ consumer, effect }) => `${effect} ${consumer}`)
        .sort(),
    ]),
  );
}

test("an alias that a reader uses breaks this reader when it goes", async () => {
  mesh.change("drop-alias", { [CONTRACT]: [[ALIAS, ""]] });
  expect(await told("drop-alias")).toEqual([
    ["field.alias.removed breaking", "hit player.by-alias", "miss player.by-name"],
  ]);
});

test("a name that goes, where only the alias stays, breaks those who use the name", async () => {
  mesh.change("keep-alias", { [CONTRACT]: [[`${FIELD}${ALIAS}`, "      - name: screen_name\n"]] });
  expect(await told("keep-alias")).toEqual([
    ["field.renamed.toAlias breaking", "hit player.by-name", "miss player.by-alias"],
  ]);
});

test("name and alias may change places", async () => {
  const swapped = ALIAS.replace("screen_name", "display_name");
  mesh.change("swap", { [CONTRACT]: [[`${FIELD}${ALIAS}`, `      - name: screen_name\n${swapped}`]] });
  expect(await told("swap")).toMatchObject([["field.renamed.swapped docs", expect.anything(), expect.anything()]]);
});
