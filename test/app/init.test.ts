import { describe, expect, it } from "vitest";
import { guildIn, planInit } from "../../src/app/init/init.ts";
import { NO_GUILD } from "../../src/settings/guild.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const GUILD = guildIn(
  encode('apiVersion: meshgate/v1\nkind: Guild\ndomains: [{ id: album, owners: ["@daff/album-data", "@daff/b"] }]\n'),
);
const SHARED = ["meshgate.yaml", "guild.yaml", ".github/workflows/meshgate.yml"];
const ORDERS = "products/album/orders/orders.odps.yaml";
const CHECK = "Run `meshgate check --worktree` to see what the policies say.";
const MERGE = "Commit, open a pull request, and make the check required.";

describe("what is left to do after init", () => {
  it("starts with a product where there is none", () => {
    expect(planInit({}, () => false).next).toEqual([
      "Say in guild.yaml which domains there are and who answers for them.",
      "Add a first product with `meshgate init --domain <id> --product <id>`.",
      CHECK,
      MERGE,
    ]);
  });

  it.each([
    ["album", []],
    ["player", ['Say in guild.yaml that there is a domain "player", and who answers for it.']],
  ])("in a mesh with a guild names the domain only when it is unknown: %s", (domain, first) => {
    const { next } = planInit({ domain, product: "orders" }, (file) => SHARED.includes(file), GUILD);
    expect(next).toEqual([...first, `Replace what is marked TODO in products/${domain}/orders.`, CHECK]);
  });
});

describe("the team of a draft product", () => {
  it.each([
    ["is the first owner that the guild names", GUILD, "@daff/album-data"],
    ["is a placeholder where no guild knows the domain", NO_GUILD, "@my-org/album"],
    ["is a placeholder where the guild cannot be read", guildIn(encode("domains: [")), "@my-org/album"],
  ])("%s", (_, guild, team) => {
    const { files } = planInit({ domain: "album", product: "orders" }, () => false, guild);
    expect(files.get(ORDERS)).toContain(`  name: ${JSON.stringify(team)} #`);
    expect(files.get("consumers/album/orders-first-reader.yaml")).toContain(`  name: ${JSON.stringify(team)} #`);
  });
});

it("no file tells people to put policies where none are read", () => {
  for (const text of planInit({}, () => false).files.values()) expect(text).not.toContain("policies/domains");
});
