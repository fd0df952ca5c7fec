/**
 * Measures the comparison of contracts in process: `npx tsx bench/compat.ts [--write]`. Contracts with 500 fields, and
 * 10,000 of usual size. `--write` puts the table into docs/performance.md; `--targets` ends with 1 when a target is missed.
 */
import { parseArgs } from "node:util";
import { compareContracts } from "../src/compat/compare.ts";
import { contractForm } from "../src/compat/form/read.ts";
import type { Json, JsonObject } from "../src/model/json.ts";
import { machine, machineText, writePage } from "./page.ts";
import { table } from "./tables.ts";
import { seconds } from "./targets.ts";

const FIELDS = 500;
const TARGET_MS = 50;
const SWEEP = { contracts: 10_000, fields: 12, target: 20_000 };
/** Odd, so that one run is in the middle. */
const RUNS = 31;

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, targets: { type: "boolean", default: false } },
});

/** A contract whose first so many fields are other ones: wider, optional, with another list of values, without a rule. */
function contract(fields: number, changed: number): JsonObject {
  const field = (index: number): JsonObject => {
    const isChanged = index < changed;
    const kinds = [
      { logicalType: "integer", physicalType: isChanged ? "bigint" : "int" },
      { logicalType: "string", logicalTypeOptions: { maxLength: isChanged ? 40 : 20 } },
      { logicalType: "string", enum: [{ value: "NEW" }, { value: "PAID" }, ...(isChanged ? [{ value: "LOST" }] : [])] },
      { logicalType: "number", physicalType: isChanged ? "decimal(12,2)" : "decimal(10,2)" },
      { logicalType: "array", physicalType: isChanged ? "array<bigint>" : "array<int>" },
    ];
    return {
      name: `field_${index}`,
      description: `Field ${index}`,
      required: !isChanged,
      ...(isChanged ? {} : { quality: [{ metric: "duplicateValues", mustBeLessThan: 5 }] }),
      ...kinds[index % kinds.length],
    };
  };
  return {
    kind: "DataContract",
    apiVersion: "v3.2.0",
    id: "orders",
    version: "1.0.0",
    servers: [{ server: "main", type: "snowflake", environment: "prod" }],
    schema: [{ name: "orders", properties: Array.from({ length: fields }, (_, index) => field(index)) }],
  };
}

/** Both documents are read into their forms too: a comparison begins with them. */
function compare(before: Json, after: Json): number {
  return compareContracts(contractForm(before), contractForm(after)).length;
}

function milliseconds(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function middle(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => milliseconds(run)).sort((one, other) => one - other);
  return times[Math.floor(RUNS / 2)] ?? 0;
}

const before = contract(FIELDS, 0);
const pairs = [
  { name: `${FIELDS} fields, all changed`, after: contract(FIELDS, FIELDS) },
  { name: `${FIELDS} fields, 5 changed`, after: contract(FIELDS, 5) },
  { name: `${FIELDS} fields, equal`, after: contract(FIELDS, 0) },
].map(({ name, after }) => {
  // The first run also pays for the machine to warm up: both are told.
  const first = milliseconds(() => compare(before, after));
  return {
    name,
    changes: compare(before, after),
    first,
    measured: middle(() => compare(before, after)),
    target: TARGET_MS,
  };
});

const [small, changed] = [contract(SWEEP.fields, 0), contract(SWEEP.fields, 3)];
let changes = 0;
const sweep = milliseconds(() => {
  for (let index = 0; index < SWEEP.contracts; index++) changes += compare(small, changed);
});
const rows = [
  ...pairs,
  {
    name: `${SWEEP.contracts.toLocaleString("en")} contracts of ${SWEEP.fields} fields, one after the other`,
    changes,
    first: sweep,
    measured: sweep,
    target: SWEEP.target,
  },
].map((row) => ({ ...row, met: row.measured <= row.target }));

const text = [
  `${machineText(machine())}. In process, with reading both documents into their forms; in the middle of ${RUNS} runs.`,
  "",
  ...table(
    ["compared", "changes", "first run", "measured", "to reach", ""],
    rows.map(({ name, changes: found, first, measured, target, met }) => [
      name,
      found.toLocaleString("en"),
      seconds(first),
      seconds(measured),
      seconds(target),
      met ? "met" : "**missed**",
    ]),
  ),
  "",
].join("\n");
process.stdout.write(text);
if (values.write) await writePage("compatibility", text);
if (values.targets && rows.some(({ met }) => !met)) process.exitCode = 1;
