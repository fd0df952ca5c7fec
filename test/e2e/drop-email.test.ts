import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readFileSync } from "node:fs";
import type { Report } from "../../src/model/report.ts";
import { isObject, list, own } from "../../src/model/json.ts";
import type { Json } from "../../src/model/json.ts";
import { meshRepository } from "../support/mesh-repo.ts";
import type { Changes } from "../support/mesh-repo.ts";
import { meshgate } from "../support/meshgate.ts";

/**
 * The story of a product owner at Daff: of the profiles of listeners, which nine read, `email` goes that two of them use,
 * one field is renamed and keeps its old name as an alias, and one is added. Exactly those two teams are asked.
 */
const CONTRACT = "products/listener/profiles/contracts/listener-profiles.odcs.yaml";

const PRODUCT = "products/listener/profiles/profiles.odps.yaml";

const PRODUCTS: Readonly<Record<string, readonly string[]>> = {
  "products/playlist/running-playlists/running-playlists.odps.yaml": ["profiles.listener_id"],
  "products/listener/taste-profiles/taste-profiles.odps.yaml": ["profiles.listener_id", "profiles.age_band"],
  "products/listener/subscriptions/subscriptions.odps.yaml": ["profiles.listener_id"],
  "products/partnership/members/members.odps.yaml": ["profiles.listener_id", "profiles.email"],
  "consumers/listener/churn-model.yaml": ["profiles.listener_id", "profiles.email"],
};

/** Four applications more, none of which reads the address. */
const APPLICATIONS: Readonly<Record<string, readonly string[]>> = {
  "album/birthday-editions": ["profiles.birth_date"],
  "artist/meet-and-greet": ["profiles.display_name"],
  "player/car-mode": ["profiles.listener_id"],
  "playlist/friends-mix": ["profiles.display_name", "profiles.listener_id"],
};

function readers(): Changes {
  const products = Object.entries(PRODUCTS).map(([file, uses]) => {
    const value = parse(text(file)) as Json;
    return [file, `${JSON.stringify(reading(value, uses))}\n`] as const;
  });
  const applications = Object.entries(APPLICATIONS).map(([path, uses]) => {
    const [domain = "", id = ""] = path.split("/");
    return [`consumers/${domain}/${id}.yaml`, application(domain, id, uses)] as const;
  });
  return Object.fromEntries([...products, ...applications]);
}

function reading(reader: Json, uses: readonly string[]): Json {
  if (!isObject(reader)) throw new Error("no reader");
  const inputPorts = list(own(reader, "inputPorts")).map((port) =>
    isObject(port) && port["contractId"] === "listener-profiles"
      ? { ...port, customProperties: [{ property: "meshgate.uses", value: uses }] }
      : port,
  );
  return { ...reader, inputPorts };
}

function application(domain: string, id: string, uses: readonly string[]): string {
  return `apiVersion: meshgate/v1
kind: Consumer
id: ${domain}.${id}
name: ${id}
type: application
domain: ${domain}
team: { name: "@daff/${domain}-data" }
inputPorts:
  - name: listener-profiles
    version: 2.1.0
    contractId: listener-profiles
    customProperties:
      - { property: meshgate.uses, value: [${uses.join(", ")}] }
`;
}

const text = (file: string): string => readFileSync(new URL(`../../registry/${file}`, import.meta.url), "utf8");

function changed(): string {
  const before = text(CONTRACT);
  const [email, display] = [before.indexOf("      - name: email"), before.indexOf("      - name: display_name")];
  if (email < 0 || display < 0) throw new Error("the contract has other fields");
  return `${before.slice(0, email)}${before.slice(display)}`.replace("version: 2.1.0", "version: 3.0.0").replace(
    "      - name: display_name\n",
    `      - name: locale
        logicalType: string
        physicalType: varchar(5)
        classification: internal
        description: Language and country that the listener has chosen.
        examples: [no-NO]
      - name: public_name
        customProperties:
          - { property: meshgate.aliases, value: [display_name] }
`,
  );
}

describe("email goes, one field is renamed with an alias, one is added", async () => {
  const mesh = meshRepository();
  mesh.change("main", readers(), { day: "2026-03-02" });
  const port = text(PRODUCT).replaceAll("version: 2.1.0", "version: 3.0.0");
  mesh.change("drop-email", { [CONTRACT]: changed(), [PRODUCT]: port }, { day: "2026-03-03" });
  const check = (...args: readonly string[]) =>
    meshgate(["check", "--base", "main", "--head", "drop-email", "--as-of", "2026-03-04", ...args], { cwd: mesh.dir });
  const report = JSON.parse((await check("--format", "json")).stdout) as Report;
  const [entry] = report.compatibility;

  test("is told change by change", () => {
    const told = entry?.changes.map(({ ruleId, class: weight, message }) => [ruleId, weight, message]);
    expect(told).toEqual([
      ["field.removed.required", "breaking", "profiles.email is gone."],
      ["field.added", "safe", expect.stringContaining("profiles.locale")],
      ["field.renamed.aliased", "safe", expect.stringContaining("display_name")],
    ]);
  });

  test("asks exactly two of nine readers, and their teams alone", () => {
    const effects = entry?.changes[0]?.affected.map(({ consumer, effect }) => `${effect} ${consumer}`).sort();
    expect(effects).toEqual([
      "hit listener.churn-model",
      "hit partnership.members",
      "miss album.birthday-editions",
      "miss artist.meet-and-greet",
      "miss listener.subscriptions",
      "miss listener.taste-profiles",
      "miss player.car-mode",
      "miss playlist.friends-mix",
      "miss playlist.running-playlists",
    ]);
    expect(entry?.lanes.signOff.map(({ owner, readers: theirs }) => [owner, ...theirs])).toEqual([
      ["@daff/listener-science", "listener.churn-model"],
      ["@daff/partnership-data", "partnership.members"],
    ]);
    expect(entry?.lanes.notify).toEqual([]);
    expect(entry?.lanes.safe).toHaveLength(7);
  });

  test("and the version is the right one", () => {
    expect(entry).toMatchObject({ from: "2.1.0", to: "3.0.0", requiredBump: "major", versionIsEnough: true });
  });

  test("reads well", async () => {
    await expect((await check()).stdout).toMatchFileSnapshot("golden/drop-email.txt");
  });
});
