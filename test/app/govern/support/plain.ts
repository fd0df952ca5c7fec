import type { Texts } from "./runs.ts";

export const PLAYS = "products/player/plays.odps.yaml";
export const TOP = "products/playlist/top.odps.yaml";

/** A product of one line per member; `undefined` leaves a member out. */
export function product(id: string, members: Readonly<Record<string, unknown>> = {}): string {
  const product = { apiVersion: "v1.1.0", kind: "DataProduct", id, version: "1.0.0", status: "active", ...members };
  return Object.entries<unknown>(product)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join("");
}

/** A policy of the mesh about products, that fails them at `block` when they have no name. */
export function policy(id: string, members: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    apiVersion: "meshgate/v1",
    kind: "Policy",
    id: `own.${id}`,
    version: "1.0.0",
    type: "descriptor",
    title: "A product has a name",
    rationale: "People call things by their names.",
    level: "block",
    target: { forEach: "product" },
    rule: { has: { var: "product.name" } },
    message: "{product.id} has no name.",
    fix: { text: "Name it." },
    ...members,
  });
}

/** Where a policy stands. */
export function policyFile(id: string): string {
  return `policies/global/${id}.yaml`;
}

/** Two products without faults, and one policy. */
export const PLAIN: Texts = {
  "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\nname: plain\n",
  "guild.yaml": `apiVersion: meshgate/v1
kind: Guild
domains: [{ id: player, owners: ["@daff/player-data"] }, { id: playlist, owners: ["@daff/playlist-data"] }]
`,
  [policyFile("named")]: policy("named"),
  [PLAYS]: product("plays", { name: "Plays" }),
  [TOP]: product("top", { name: "Top" }),
};

/** Without the files that are named. */
export function less(texts: Texts, ...files: readonly string[]): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([file]) => !files.includes(file)));
}
