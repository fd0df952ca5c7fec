import type { Field, Fields } from "./shape.ts";
import { TEXT, URI, choice, either, field, matching, open, varying } from "./shape.ts";

const ENCODING = open("UTF-8", "ISO-8859-1", "ASCII", "UTF-16");
const PORT = varying(
  ["3.0.0", { is: "number", integer: true }],
  ["3.2.0", either({ is: "number", integer: true }, TEXT)],
);

/** What a connection can consist of; every server type uses some of it. */
const PARTS = {
  account: field(TEXT, "Account the server belongs to."),
  catalog: field(TEXT, "Catalog that holds the data."),
  catalogUrl: field(URI, "Address of the catalog service."),
  database: field(TEXT, "Database, or the path of its file."),
  dataset: field(TEXT, "Data set."),
  delimiter: field(open("new_line", "array"), "How records are separated within a file."),
  encoding: field(ENCODING, "Character encoding of the payload.", { since: "3.2.0" }),
  endpointUrl: field(URI, "Address of the service, where it is not the usual one."),
  format: field(open("parquet", "delta", "json", "csv", "avro", "protobuf"), "Format of files or messages."),
  host: field(TEXT, "Host name or address."),
  location: field(URI, "Where the data is; templates such as {model} and globs are fine."),
  namespace: field(TEXT, "Namespace within the catalog, separated by dots."),
  path: field(TEXT, "Path of the file or files."),
  port: field(PORT, "Network port; from 3.2 on also as text, for a variable."),
  project: field(TEXT, "Cloud project."),
  region: field(TEXT, "Cloud region."),
  regionName: field(TEXT, "Name of the cloud region."),
  schema: field(TEXT, "Database schema."),
  serviceName: field(TEXT, "Name of the service."),
  sftpLocation: field(matching("^(sftp://|\\$\\{)", "an sftp:// address"), "Where the data is, from sftp:// on."),
  stagingDir: field(URI, "Folder for query results."),
  stream: field(TEXT, "Data stream.", { since: "3.2.0" }),
  warehouse: field(TEXT, "Cluster, warehouse or its location."),
  workgroup: field(TEXT, "Work group that queries run in.", { since: "3.2.0" }),
} as const satisfies Fields;

type Part = keyof typeof PARTS;

interface ServerType {
  readonly since: string;
  readonly required: readonly Part[];
  readonly also: readonly Part[];
}

function type(since: string, needs: string, also = ""): ServerType {
  return { since, required: parts(needs), also: parts(also) };
}

function parts(names: string): readonly Part[] {
  return names.split(" ").filter((name): name is Part => name in PARTS);
}

/** ODCS section Servers: type, the version that brought it, what it requires, what else it may have. */
const SERVER_TYPES: Readonly<Record<string, ServerType>> = {
  api: type("3.0.0", "location"),
  athena: type("3.0.0", "schema", "stagingDir catalog regionName workgroup"),
  azure: type("3.0.0", "location format", "encoding delimiter"),
  bigquery: type("3.0.0", "project dataset"),
  btrieve: type("3.2.0", "host database", "port"),
  clickhouse: type("3.0.0", "host port database"),
  cloudsql: type("3.0.0", "host port database schema"),
  custom: type(
    "3.0.0",
    "",
    "account catalog database dataset delimiter endpointUrl format encoding host location path port project region regionName schema serviceName stagingDir warehouse stream",
  ),
  databricks: type("3.0.0", "catalog schema", "host"),
  db2: type("3.0.0", "host port database", "schema"),
  denodo: type("3.0.0", "host port", "database"),
  dremio: type("3.0.0", "host port", "schema"),
  duckdb: type("3.0.0", "database", "schema"),
  exasol: type("3.2.0", "host", "port schema"),
  fastobjects: type("3.2.0", "database", "host port"),
  glue: type("3.0.0", "account database", "location format encoding"),
  hana: type("3.2.0", "host", "port database schema"),
  hive: type("3.1.0", "host database", "port"),
  iceberg: type("3.2.0", "catalog catalogUrl", "namespace warehouse"),
  impala: type("3.1.0", "host database", "port"),
  informix: type("3.0.0", "host database", "port"),
  ingres: type("3.2.0", "host database", "port"),
  kafka: type("3.0.0", "host", "format encoding"),
  kinesis: type("3.0.0", "", "region format encoding"),
  local: type("3.0.0", "path format", "encoding"),
  mysql: type("3.0.0", "host port database"),
  oracle: type("3.0.0", "host port serviceName"),
  poet: type("3.2.0", "database", "host port"),
  postgres: type("3.0.0", "host port database schema"),
  postgresql: type("3.0.0", "host port database schema"),
  presto: type("3.0.0", "host", "catalog schema"),
  pubsub: type("3.0.0", "project"),
  redshift: type("3.0.0", "database schema", "host region account"),
  s3: type("3.0.0", "location", "endpointUrl format encoding delimiter"),
  sftp: type("3.0.0", "sftpLocation", "format encoding delimiter"),
  snowflake: type("3.0.0", "account database schema", "host port warehouse"),
  sqlserver: type("3.0.0", "host database schema", "port"),
  synapse: type("3.0.0", "host port database"),
  teradata: type("3.2.0", "host", "port database"),
  trino: type("3.0.0", "host port catalog schema"),
  vectorwise: type("3.2.0", "host database", "port"),
  versant: type("3.2.0", "database", "host port"),
  vertica: type("3.0.0", "host port database schema"),
  zen: type("3.1.0", "host database", "port"),
};

const sinceVersions = ["3.0.0", "3.1.0", "3.2.0"];

export const serverType = choice(
  Object.fromEntries(
    sinceVersions.map((since) => [
      since,
      Object.keys(SERVER_TYPES).filter((name) => SERVER_TYPES[name]?.since === since),
    ]),
  ),
);

export const connections: ReadonlyMap<string, Fields> = new Map(
  Object.entries(SERVER_TYPES).map(([name, server]) => [name, connection(name, server)]),
);

function connection(name: string, server: ServerType): Fields {
  const needed = server.required.map((part): [string, Field] => [keyOf(part), { ...PARTS[part], required: true }]);
  const also = server.also.map((part): [string, Field] => [part, PARTS[part]]);
  const fields = Object.fromEntries([...needed, ...also]);
  // Athena asked for its staging folder until 3.1.
  return name === "athena" ? { ...fields, stagingDir: { ...PARTS.stagingDir, requiredUntil: "3.2.0" } } : fields;
}

function keyOf(part: Part): string {
  return part === "sftpLocation" ? "location" : part;
}
