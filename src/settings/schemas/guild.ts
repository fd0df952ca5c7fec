import type { JsonObject } from "../../model/json.ts";
import { NAME, NAME_WORDS, closed, envelope, globs, listOf, matching, text } from "./words.ts";

const name = (description: string): JsonObject => matching(NAME, NAME_WORDS, description);

const OWNER = matching(
  "^@?[^@\\s/]+([@/][^@\\s/]+)?$",
  "a team, a person or a mail address, such as @daff/listener-data",
  "A team or person as the forge names them, or a mail address.",
);

const PUBLISHER = closed(
  "A repository that may publish products of the domain.",
  {
    repository: matching("^[^\\s/]+/[^\\s/]+$", "owner/name of a repository", "The repository, as owner/name."),
    repositoryId: { type: "integer", minimum: 1, description: "Its numeric id at the forge, which survives renaming." },
    workflow: text("Path of the workflow that publishes."),
  },
  ["repository"],
);

const DOMAIN = closed(
  "A domain: a part of the business that owns data products.",
  {
    id: name("Id of the domain; case counts."),
    name: text("Name to show; the id when absent."),
    owners: { ...listOf(OWNER, "Teams or people accountable for the domain."), minItems: 1 },
    paths: {
      ...globs("Files that belong to the domain; every file below a folder with the domain's id when absent."),
      minItems: 1,
    },
    publishers: listOf(PUBLISHER, "Repositories that may publish products of the domain."),
  },
  ["id", "owners"],
);

const ENTITY = closed(
  "An entity that several domains share. A field named as its identifier means it everywhere.",
  {
    id: name("Id of the entity."),
    identifier: text("Name of the field that identifies it, such as listener_id."),
    logicalType: {
      enum: ["string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean"],
      description: "Logical type of that field, in the words of ODCS.",
    },
    definition: text("Link to what the identifier means, or the definition itself."),
  },
  ["id", "identifier", "logicalType", "definition"],
);

const SEAT = closed(
  "A seat in the guild; each person fills at most one.",
  {
    id: name("Id of the seat."),
    domain: name("Domain that the seat speaks for; absent for a seat of the whole mesh, such as privacy."),
    holders: { ...listOf(OWNER, "Who may fill the seat."), minItems: 1 },
  },
  ["id", "holders"],
);

const QUORUM = closed(
  "How many approvals a decision of the guild needs.",
  {
    id: name("Id of the quorum."),
    count: { type: "integer", minimum: 1, description: "Approvals that are needed." },
    distinctBy: { enum: ["domain", "seat"], description: "What no two of the approvals may share." },
    seats: listOf(name("Id of a seat."), "Seats that count; all when absent."),
  },
  ["id", "count"],
);

const days = (minimum: number, description: string): JsonObject => ({ type: "integer", minimum, description });

const NOTICE = closed(
  "How long before rules get stricter that must be known.",
  {
    days: days(0, "From the merge to the first day on which a rule is stricter than before; default: 0."),
    horizonDays: days(1, "How far ahead a stricter rule may be scheduled at most; default: without limit."),
  },
  [],
);

const WAIVERS = closed(
  "What no waiver may exceed, whatever its policy allows.",
  {
    maxDays: days(1, "Longest time that a waiver lasts; default: 180."),
    expiringDays: days(0, "How long before a waiver expires it is told; default: 14."),
  },
  [],
);

const SCALAR: JsonObject = {
  type: ["string", "number", "boolean"],
  description: "A text, a number, true or false.",
  "x-expected": "a text, a number, true or false",
};

const named = (description: string, member: JsonObject): JsonObject => ({
  type: "object",
  description,
  propertyNames: { pattern: NAME, "x-expected": NAME_WORDS },
  additionalProperties: member,
});

/** `guild.yaml`. */
export const GUILD_SCHEMA: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/guild/v1",
  title: "guild.yaml",
  ...closed(
    "Who takes part in the mesh, and the words that all domains share.",
    {
      ...envelope("Guild"),
      domains: listOf(DOMAIN, "The domains of the mesh. Of several that claim a file the most specific one owns it."),
      classifications: {
        ...listOf(text("A classification."), "Classifications of data, from the least to the most sensitive."),
        minItems: 1,
      },
      entities: listOf(ENTITY, "Shared definitions of entity identifiers."),
      valueSets: named("Closed lists of values that policies ask for, by name.", {
        ...listOf(SCALAR, "The values of the set."),
        minItems: 1,
        uniqueItems: true,
      }),
      tables: named("Tables that policies look up, by name.", {
        type: "object",
        description: "What the table says, by key.",
        additionalProperties: SCALAR,
        minProperties: 1,
      }),
      teams: listOf(OWNER, "Teams that exist; the owners of domains and the holders of seats when absent."),
      notice: NOTICE,
      waivers: WAIVERS,
      emergency: text(
        "Why a change of this file takes effect without the guild's notice. It counts for the change that writes it, and is told as such.",
      ),
      seats: listOf(SEAT, "Seats of the guild."),
      quorums: listOf(QUORUM, "Quorums of the guild."),
    },
    ["apiVersion", "kind", "domains"],
  ),
};
