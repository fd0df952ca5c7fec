import type { Example } from "../example.ts";
import { withField } from "../example.ts";

const rules = (...entries: readonly string[]): string =>
  withField(`logicalType: string\nquality: [${entries.map((one) => `{ ${one} }`).join(", ")}]`);
const nulls = (limit: string): string => rules(`metric: nullValues, ${limit}`);
const valid = (values: string, limit = "mustBeLessThan: 5, unit: percent"): string =>
  rules(`metric: invalidValues, arguments: { validValues: [${values}] }, ${limit}`);
const sql = (query: string, more = "mustBe: 0"): string => rules(`type: sql, query: '${query}', ${more}`);
/** By the standard of which it has the words. */
const as30 = (contract: string): string => `apiVersion: v3.0.2\n${contract.trimStart()}`;
const field = (lines: string): string => withField(`logicalType: string\n${lines}`);

const ADDED = ["quality.added ok broken safe minor"];
const REMOVED = ["quality.removed broken ok risky minor"];
const LOOSENED = ["quality.threshold.loosened broken ok risky minor"];
const TIGHTENED = ["quality.threshold.tightened ok broken safe minor"];
const CHANGED = ["quality.changed unknown unknown risky minor"];

/** Pairs for the rules in src/compat/rules/quality. */
export const QUALITY_PAIRS: readonly Example[] = [
  { title: "a rule comes", before: rules(), after: nulls("mustBeLessThan: 5"), told: ADDED },
  { title: "a rule goes", before: nulls("mustBeLessThan: 5"), after: rules(), told: REMOVED },
  {
    title: "a rule in words goes",
    before: rules("type: text, description: good"),
    after: rules(),
    told: ["quality.removed unknown ok risky minor"],
  },
  {
    title: "a rule that only warns goes",
    before: nulls("mustBeLessThan: 5, severity: warning"),
    after: rules(),
    told: ["quality.removed ok ok safe minor"],
  },
  {
    title: "a rule on the whole object comes",
    before: "schema: [{ name: orders }]",
    after: "schema: [{ name: orders, quality: [{ metric: rowCount, mustBeGreaterThan: 0 }] }]",
    told: ADDED,
  },
  {
    title: "no nulls at all",
    before: field("required: true"),
    after: nulls("mustBe: 0"),
    told: [],
  },
  {
    title: "no nulls, by the words of 3.0",
    before: field("required: true"),
    after: rules("rule: nullCheck, mustBe: 0"),
    told: [],
  },
  {
    title: "no duplicates at all",
    before: field("unique: true"),
    after: rules("metric: duplicateValues, mustBeLessOrEqualTo: 0"),
    told: [],
  },
  {
    title: "no nulls becomes few nulls",
    before: nulls("mustBe: 0"),
    after: nulls("mustBeLessThan: 5"),
    told: ["field.required.dropped broken ok breaking major"],
  },
  {
    title: "no nulls on a field that is required",
    before: field("required: true"),
    after: field("required: true\nquality: [{ metric: nullValues, mustBeLessThan: 5 }]"),
    told: [],
  },
  { title: "a limit is raised", before: nulls("mustBeLessThan: 5"), after: nulls("mustBeLessThan: 9"), told: LOOSENED },
  {
    title: "a limit by another operator",
    before: nulls("mustBeLessThan: 5"),
    after: nulls("mustBeLessOrEqualTo: 5"),
    told: LOOSENED,
  },
  {
    title: "between is at least and at most",
    before: nulls("mustBeBetween: [1, 5]"),
    after: nulls("mustBeBetween: [2, 5]"),
    told: TIGHTENED,
  },
  {
    title: "the unit of rows, written out",
    before: nulls("mustBeLessThan: 5"),
    after: nulls("mustBeLessThan: 5, unit: rows"),
    told: [],
  },
  {
    title: "a limit in another unit",
    before: nulls("mustBeLessThan: 5"),
    after: nulls("mustBeLessThan: 9, unit: percent"),
    told: CHANGED,
  },
  {
    title: "an interval moves",
    before: nulls("mustBeBetween: [1, 5]"),
    after: nulls("mustBeBetween: [2, 6]"),
    told: ["quality.threshold.moved broken broken risky minor"],
  },
  {
    title: "a hole moves",
    before: nulls("mustNotBeBetween: [1, 5]"),
    after: nulls("mustNotBeBetween: [2, 5]"),
    told: CHANGED,
  },
  {
    title: "a value is valid",
    before: valid("a, b"),
    after: valid("a, b, c"),
    told: ["quality.values.added broken ok risky minor"],
  },
  {
    title: "a value is not valid any more",
    before: valid("a, b"),
    after: valid("a"),
    told: ["quality.values.removed ok broken risky minor"],
  },
  { title: "values in another order", before: valid("a, b"), after: valid("b, a"), told: [] },
  {
    title: "a value is valid without exceptions",
    before: valid("a, b", "mustBe: 0"),
    after: valid("a, b, c", "mustBe: 0"),
    told: ["field.enum.valueAdded broken ok risky minor"],
  },
  {
    title: "valid values by the words of 3.0",
    before: as30(rules("rule: validValues, validValues: [a, b], mustBe: 0")),
    after: field("enum: [{ value: a }, { value: b }]"),
    told: [],
  },
  {
    title: "an error becomes a warning",
    before: sql("a", "name: x, mustBe: 0"),
    after: sql("a", "name: x, mustBe: 0, severity: warning"),
    told: ["quality.severity.lowered broken ok risky minor"],
  },
  {
    title: "a warning becomes an error",
    before: sql("a", "mustBe: 0, severity: warning"),
    after: sql("a", "mustBe: 0, severity: error"),
    told: ["quality.severity.raised ok broken safe minor"],
  },
  {
    title: "a warning becomes an error that allows more",
    before: sql("a", "mustBeLessThan: 5, severity: warning"),
    after: sql("a", "mustBeLessThan: 9"),
    told: ["quality.severity.raised ok broken safe minor", "quality.threshold.loosened ok ok safe minor"],
  },
  {
    title: "a warning becomes an error with another limit",
    before: sql("a", "mustBeBetween: [0, 5], severity: warning"),
    after: sql("a", "mustBeBetween: [3, 9]"),
    told: ["quality.severity.raised ok broken safe minor", "quality.threshold.moved ok broken risky minor"],
  },
  {
    title: "a warning becomes information",
    before: sql("a", "mustBe: 0, severity: warning"),
    after: sql("a", "mustBe: 0, severity: info"),
    told: ["quality.severity.lowered ok ok safe minor"],
  },
  { title: "an error, written out", before: sql("a"), after: sql("a", "mustBe: 0, severity: error"), told: [] },
  { title: "a severity nobody knows", before: sql("a"), after: sql("a", "mustBe: 0, severity: loud"), told: CHANGED },
  { title: "another query", before: sql("a"), after: sql("b"), told: CHANGED },
  { title: "a limit that is a text", before: sql("a", "mustBe: x"), after: sql("a", "mustBe: y"), told: CHANGED },
  {
    title: "other words",
    before: nulls("mustBeLessThan: 5"),
    after: nulls("mustBeLessThan: 5, dimension: completeness"),
    told: ["quality.words.changed ok ok docs patch"],
  },
  {
    title: "another name",
    before: sql("a", "name: x, mustBe: 0"),
    after: sql("a", "name: y, mustBe: 0"),
    told: ["quality.words.changed ok ok docs patch"],
  },
];
