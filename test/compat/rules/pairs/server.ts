import type { Example } from "../example.ts";

const servers = (...entries: readonly string[]): string =>
  `servers: [${entries.map((one) => `{ ${one} }`).join(", ")}]`;

const PROD = "server: prod, environment: prod, type: postgres, host: a, port: 5432, database: d, schema: s";
const DEV = "server: dev, environment: dev, type: postgres, host: b, port: 5432, database: d, schema: s";
const OTHER = "server: prod, environment: prod, type: postgres, host: c, port: 5432, database: d, schema: s";
const FILES = "server: files, type: s3, location: s3://a, format: json";

/** Pairs for the rules in src/compat/rules/server. */
export const SERVER_PAIRS: readonly Example[] = [
  {
    title: "a server comes",
    before: servers(PROD),
    after: servers(PROD, FILES),
    told: ["server.added ok broken safe minor"],
  },
  {
    title: "a server for tests comes",
    before: servers(PROD),
    after: servers(PROD, DEV),
    told: ["server.added ok ok safe minor"],
  },
  {
    title: "a server goes",
    before: servers(PROD, FILES),
    after: servers(PROD),
    told: ["server.removed broken ok breaking major"],
  },
  {
    title: "a server for tests goes",
    before: servers(PROD, DEV),
    after: servers(PROD),
    told: ["server.removed ok ok risky minor"],
  },
  {
    title: "a server has another name",
    before: servers(PROD),
    after: servers(PROD.replace("server: prod", "server: main")),
    told: ["server.words.changed ok ok docs patch"],
  },
  { title: "servers in another order", before: servers(PROD, FILES), after: servers(FILES, PROD), told: [] },
  {
    title: "data moves",
    before: servers(PROD),
    after: servers(OTHER),
    told: ["server.moved broken broken breaking major"],
  },
  {
    title: "data moves and stays in the old place too",
    before: servers(PROD),
    after: servers(OTHER, PROD.replace("server: prod", "server: old")),
    told: ["server.moved ok broken safe minor", "server.added ok ok safe minor"],
  },
  {
    title: "data for tests moves",
    before: servers(PROD, DEV),
    after: servers(PROD, DEV.replace("host: b", "host: c")),
    told: ["server.moved broken broken risky minor"],
  },
  {
    title: "another kind of server",
    before: servers(PROD),
    after: servers(PROD.replace("postgres", "sqlserver")),
    told: ["server.type.changed broken broken breaking major"],
  },
  {
    title: "another format",
    before: servers(FILES),
    after: servers(FILES.replace("json", "parquet")),
    told: ["server.encoding.changed broken broken breaking major"],
  },
  {
    title: "another delimiter for tests",
    before: servers(PROD, `${FILES}, environment: dev, delimiter: ','`),
    after: servers(PROD, `${FILES}, environment: dev, delimiter: ';'`),
    told: ["server.encoding.changed broken broken risky minor"],
  },
  {
    title: "a server is for tests now",
    before: servers(PROD, FILES),
    after: servers(PROD, `${FILES}, environment: uat`),
    told: ["server.withdrawn broken ok breaking major"],
  },
  {
    title: "a server is for readers now",
    before: servers(PROD, DEV),
    after: servers(PROD, DEV.replace("environment: dev", "environment: prod")),
    told: ["server.published ok broken safe minor"],
  },
  {
    title: "the environment, written out",
    before: servers(FILES),
    after: servers(`${FILES}, environment: prod`),
    told: ["server.environment.changed ok ok docs patch"],
  },
  {
    title: "other words",
    before: servers(PROD),
    after: servers(`${PROD}, description: the main one`),
    told: ["server.words.changed ok ok docs patch"],
  },
];
