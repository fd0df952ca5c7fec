import type { Field, Fields, Shape } from "./shape.ts";
import type { CommonFields } from "./common.ts";
import { ANY, BAG, TEXT, choice, either, field, listOf, open, record } from "./shape.ts";

/** ODCS 3.1 section Data quality: a library or SQL rule compares by exactly one of these. */
export const OPERATORS = [
  "mustBe",
  "mustNotBe",
  "mustBeGreaterThan",
  "mustBeGreaterOrEqualTo",
  "mustBeLessThan",
  "mustBeLessOrEqualTo",
  "mustBeBetween",
  "mustNotBeBetween",
] as const;

const NUMBER: Shape = { is: "number", variableSince: "3.2.0" };
const PAIR = listOf(NUMBER, { least: 2, most: 2, unique: true });

const operators: Record<(typeof OPERATORS)[number], Field> = {
  mustBe: field(ANY, "The measured value must equal this."),
  mustNotBe: field(ANY, "The measured value must differ from this."),
  mustBeGreaterThan: field(NUMBER, "The measured value must be above this."),
  mustBeGreaterOrEqualTo: field(NUMBER, "The measured value must be this or above."),
  mustBeLessThan: field(NUMBER, "The measured value must be below this."),
  mustBeLessOrEqualTo: field(NUMBER, "The measured value must be this or below."),
  mustBeBetween: field(PAIR, "The measured value must lie between the two, the smaller first."),
  mustNotBeBetween: field(PAIR, "The measured value must not lie between the two, the smaller first."),
};

const METRIC = choice({ "3.1.0": ["nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount"] });

const metric = field(METRIC, "What is measured.", { since: "3.1.0" });

const rule = field(open("duplicateCount", "validValues", "rowCount"), "Name of the rule before 3.1; now metric.", {
  deprecatedSince: "3.1.0",
});

const library = {
  metric: { ...metric, requiredSince: "3.1.0" },
  rule: { ...rule, requiredUntil: "3.1.0" },
  arguments: field(BAG, "What the metric needs to know, such as validValues.", { since: "3.1.0" }),
  ...operators,
};

export function qualityRule(common: CommonFields): Shape {
  return record(
    "QualityRule",
    {
      id: common.id,
      type: field(choice({ "3.0.0": ["text", "library", "sql", "custom"] }), "Kind of rule; default library."),
      name: field(TEXT, "Name of the rule."),
      description: field(TEXT, "What the rule checks."),
      dimension: field(
        choice({
          "3.0.0": ["accuracy", "completeness", "conformity", "consistency", "coverage", "timeliness", "uniqueness"],
        }),
        "Dimension of quality it belongs to.",
      ),
      severity: field(open("info", "warning", "error"), "How bad a failure is."),
      businessImpact: field(open("operational", "regulatory"), "What a failure leads to."),
      method: field(open("reconciliation"), "How it is checked."),
      unit: field(open("rows", "percent"), "Unit of the measured value."),
      schedule: field(TEXT, "When it runs."),
      scheduler: field(open("cron"), "What runs it."),
      ...common.labels,
    },
    {
      closedSince: "3.1.0",
      cases: {
        by: "type",
        noun: "a quality rule of type",
        of: new Map<string, Fields>([
          ["text", {}],
          ["library", library],
          ["sql", { query: field(TEXT, "Query that returns the measured value.", { required: true }), ...operators }],
          [
            "custom",
            {
              engine: field(open("soda", "great-expectations", "monte-carlo", "dbt"), "Engine that runs it.", {
                required: true,
              }),
              implementation: field(either(TEXT, BAG), "The rule in the engine's own language.", { required: true }),
            },
          ],
        ]),
        // The type defaults to library, yet a rule of words alone is common and allowed.
        otherwise: { ...library, metric, rule },
      },
    },
  );
}
