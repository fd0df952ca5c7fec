/** The words that generated products, objects and fields are made of. */

export const DOMAINS = [
  "listener",
  "player",
  "playlist",
  "partnership",
  "artist",
  "album",
  "podcast",
  "search",
  "advertising",
  "billing",
  "licensing",
  "concert",
  "audiobook",
  "recommendation",
  "marketing",
  "support",
  "device",
  "label",
  "moderation",
  "finance",
] as const;

export const THINGS = [
  "play",
  "skip",
  "session",
  "follow",
  "release",
  "payout",
  "download",
  "search-query",
  "impression",
  "campaign",
  "invoice",
  "contract",
  "ticket",
  "episode",
  "chapter",
  "lyric",
  "cover",
  "device",
  "market",
  "rating",
  "share",
  "queue",
  "mood",
  "genre",
  "rights",
] as const;

export const FORMS = [
  "events",
  "daily",
  "profiles",
  "history",
  "summary",
  "forecast",
  "quality",
  "segments",
  "totals",
  "sessions",
  "changes",
  "links",
  "scores",
  "snapshots",
  "trends",
  "costs",
  "features",
  "matches",
  "alerts",
  "cohorts",
] as const;

export type Classification = "public" | "internal" | "confidential";

/** A field that any object may have. */
export interface Field {
  readonly name: string;
  readonly logicalType: "string" | "integer" | "number" | "boolean" | "timestamp" | "date";
  readonly physicalType: string;
  readonly classification: Classification;
  readonly description: string;
  readonly example?: string;
  readonly values?: readonly string[];
  readonly personal?: true;
}

/** Identifiers that every domain shares; a field of that name links the definition in guild.yaml. */
export const ENTITIES: readonly (Field & { readonly entity: string })[] = [
  ...["track", "album", "playlist", "partner", "session"].map((entity) => ({
    entity,
    name: `${entity}_id`,
    logicalType: "string" as const,
    physicalType: "varchar(26)",
    classification: "internal" as const,
    description: `Identifier of the ${entity} that the row is about, the same in all domains.`,
    example: `${entity.slice(0, 3)}_01F8Z3M9QD`,
  })),
  {
    entity: "listener",
    name: "listener_id",
    logicalType: "string",
    physicalType: "varchar(26)",
    classification: "confidential",
    description: "Listener the row is about, under the number that all domains use.",
    personal: true,
  },
];

const text = (
  name: string,
  physicalType: string,
  description: string,
  more: Pick<Field, "example" | "values" | "personal"> = {},
): Field => ({ name, logicalType: "string", physicalType, classification: "internal", description, ...more });

const amount = (name: string, description: string, example: string): Field => ({
  name,
  logicalType: "integer",
  physicalType: "bigint",
  classification: "internal",
  description,
  example,
});

const moment = (name: string, description: string): Field => ({
  name,
  logicalType: "timestamp",
  physicalType: "timestamp_tz",
  classification: "internal",
  description,
});

const flag = (name: string, description: string): Field => ({
  name,
  logicalType: "boolean",
  physicalType: "boolean",
  classification: "internal",
  description,
});

export const FIELDS: readonly Field[] = [
  moment("created_at", "When the row was first written, in UTC."),
  moment("updated_at", "When the row was last changed, in UTC."),
  moment("started_at", "Begin of what the row describes, as the device measured it."),
  moment("ended_at", "End of what the row describes; empty while it goes on."),
  amount("duration_ms", "Time with sound, in milliseconds, without pauses.", "214000"),
  amount("play_count", "Plays of thirty seconds or more on that day.", "1820"),
  amount("skip_count", "Plays that were left before thirty seconds.", "97"),
  amount("listener_count", "Different listeners on that day, at least fifty.", "5310"),
  amount("position", "Place in the list, counted from one.", "3"),
  amount("revision", "Counts how often the row was corrected.", "2"),
  text("country_code", "char(2)", "Country of the device, ISO 3166-1 alpha-2.", { example: "JP" }),
  text("language", "varchar(8)", "Language of the text, as a BCP 47 tag.", { example: "pt-BR" }),
  text("device_type", "varchar(10)", "Kind of device that reported it.", {
    values: ["phone", "tablet", "desktop", "tv", "speaker", "car", "watch"],
  }),
  text("entry_context", "varchar(10)", "Where the listener came from.", {
    values: ["search", "playlist", "album", "radio", "partner"],
  }),
  text("plan", "varchar(12)", "Plan that was valid at that time.", { values: ["free", "single", "duo", "family"] }),
  text("state", "varchar(12)", "Where the row stands in its life.", { values: ["open", "settled", "withdrawn"] }),
  text("title", "varchar(400)", "Title as it is shown in the player."),
  text("source_system", "varchar(40)", "System that delivered the row.", { example: "ingest-eu-1" }),
  text("batch_id", "varchar(36)", "Delivery in which the row came, for questions to its source."),
  text("currency", "char(3)", "Currency of all amounts in the row, ISO 4217.", { example: "EUR" }),
  text("isrc", "char(12)", "International recording code; one recording can carry several.", {
    example: "JPABC2300017",
  }),
  text("market_group", "varchar(20)", "Group of countries that are planned together.", { example: "nordics" }),
  text("client_version", "varchar(20)", "Version of the player that reported it.", { example: "8.14.0" }),
  flag("is_explicit", "Whether the words need a warning."),
  flag("is_offline", "Whether it was played without a connection."),
  flag("is_test", "Whether it comes from a test account; leave these out of reports."),
  {
    name: "amount",
    logicalType: "number",
    physicalType: "decimal(18,6)",
    classification: "internal",
    description: "Net amount in the currency of the row, before tax.",
    example: "0.004312",
  },
  {
    name: "score",
    logicalType: "number",
    physicalType: "double",
    classification: "internal",
    description: "Between zero and one; higher means more certain.",
    example: "0.82",
  },
  {
    name: "release_date",
    logicalType: "date",
    physicalType: "date",
    classification: "public",
    description: "Day of the first release in any country.",
  },
  {
    name: "cover_url",
    logicalType: "string",
    physicalType: "varchar(500)",
    classification: "public",
    description: "Address of the square cover picture.",
  },
  {
    name: "activity",
    logicalType: "string",
    physicalType: "varchar(12)",
    classification: "confidential",
    description: "What the listener was probably doing; empty without a good guess.",
    values: ["running", "cycling", "workout", "commuting", "resting"],
    personal: true,
  },
  {
    name: "birth_year",
    logicalType: "integer",
    physicalType: "smallint",
    classification: "confidential",
    description: "Year of birth, as given at registration.",
    personal: true,
  },
];
