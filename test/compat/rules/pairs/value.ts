import type { Example } from "../example.ts";
import { withField } from "../example.ts";

const text = (lines = ""): string => withField(`logicalType: string\n${lines}`);
const integer = (options: string): string => withField(`logicalType: integer\nlogicalTypeOptions: ${options}`);
const textual = (options: string): string => text(`logicalTypeOptions: ${options}`);
const array = (options: string): string =>
  withField(`logicalType: array\nitems: { logicalType: string }\nlogicalTypeOptions: ${options}`);
const custom = (...entries: readonly string[]): string => `customProperties: [${entries.join(", ")}]`;
const CLOSED = custom("{ property: meshgate.enumClosed, value: true }");
const standard = (value: number): string => text(custom(`{ property: meshgate.default, value: ${value} }`));
const ENUM = "enum: [{ value: a }, { value: b }]";

const ODD_LIST = `      - name: list
        required: true
        logicalType: array
        items: { logicalType: integer }
        logicalTypeOptions: { minItems: 2.5 }
`;

/** Pairs for the rules in src/compat/rules/value. */
export const VALUE_PAIRS: readonly Example[] = [
  {
    title: "values are listed",
    before: text(),
    after: text(ENUM),
    told: ["field.enum.added ok broken safe minor"],
  },
  {
    title: "values are listed no more",
    before: text(ENUM),
    after: text(),
    told: ["field.enum.dropped broken ok risky minor"],
  },
  {
    title: "a closed list is dropped",
    before: text(`${ENUM}\n${CLOSED}`),
    after: text(CLOSED),
    told: ["field.enum.dropped broken ok breaking major"],
  },
  {
    title: "the same list as a rule on quality",
    before: text(ENUM),
    after: text("quality: [{ metric: invalidValues, arguments: { validValues: [b, a] }, mustBe: 0 }]"),
    told: ["field.enum.described ok ok docs patch"],
  },
  {
    title: "a value comes",
    before: text(ENUM),
    after: text("enum: [{ value: a }, { value: b }, { value: c }]"),
    told: ["field.enum.valueAdded broken ok risky minor"],
  },
  {
    title: "a value comes to a closed list",
    before: text(`${ENUM}\n${CLOSED}`),
    after: text(`enum: [{ value: a }, { value: b }, { value: c }]\n${CLOSED}`),
    told: ["field.enum.valueAdded broken ok breaking major"],
  },
  {
    title: "a value goes",
    before: text(ENUM),
    after: text("enum: [{ value: a }]"),
    told: ["field.enum.valueRemoved ok broken risky minor"],
  },
  {
    title: "a value comes and one goes",
    before: text(ENUM),
    after: text("enum: [{ value: a }, { value: c }]"),
    told: ["field.enum.valueAdded broken ok risky minor", "field.enum.valueRemoved ok broken risky minor"],
  },
  {
    title: "a number is no text",
    before: text("enum: [{ value: 1 }]"),
    after: text("enum: [{ value: '1' }]"),
    told: ["field.enum.valueAdded broken ok risky minor", "field.enum.valueRemoved ok broken risky minor"],
  },
  {
    title: "values are described",
    before: text(ENUM),
    after: text("enum: [{ value: a, label: first }, { value: b }]"),
    told: ["field.enum.described ok ok docs patch"],
  },
  {
    title: "a closed list is opened",
    before: text(`${ENUM}\n${CLOSED}`),
    after: text(ENUM),
    told: ["field.enum.opened ok ok risky minor"],
  },
  {
    title: "a list is closed",
    before: text(ENUM),
    after: text(`${ENUM}\n${CLOSED}`),
    told: ["field.enum.closed ok ok safe minor"],
  },
  {
    title: "a maximum is raised",
    before: integer("{ maximum: 5 }"),
    after: integer("{ maximum: 9 }"),
    told: ["field.bound.loosened broken ok risky minor"],
  },
  {
    title: "a minimum goes",
    before: integer("{ minimum: 0 }"),
    after: integer("{}"),
    told: ["field.bound.loosened broken ok risky minor"],
  },
  {
    title: "above 0 is from 1 on for integers",
    before: integer("{ exclusiveMinimum: 0 }"),
    after: integer("{ minimum: 1 }"),
    told: [],
  },
  {
    title: "the flag of 3.0 says what the bound of 3.1 says",
    before: `apiVersion: v3.0.2\n${withField("logicalType: number\nlogicalTypeOptions: { minimum: 0, exclusiveMinimum: true }")}`,
    after: withField("logicalType: number\nlogicalTypeOptions: { exclusiveMinimum: 0 }"),
    told: [],
  },
  {
    title: "above 0 is not from 0 on",
    before: withField("logicalType: number\nlogicalTypeOptions: { exclusiveMinimum: 0 }"),
    after: withField("logicalType: number\nlogicalTypeOptions: { minimum: 0 }"),
    told: ["field.bound.loosened broken ok risky minor"],
  },
  {
    title: "an interval moves",
    before: integer("{ minimum: 0, maximum: 5 }"),
    after: integer("{ minimum: 1, maximum: 6 }"),
    told: ["field.bound.loosened broken ok risky minor", "field.bound.tightened ok broken safe minor"],
  },
  {
    title: "a date may be earlier",
    before: withField("logicalType: date\nlogicalTypeOptions: { minimum: '2020-01-01' }"),
    after: withField("logicalType: date\nlogicalTypeOptions: { minimum: '2019-01-01' }"),
    told: ["field.bound.loosened broken ok risky minor"],
  },
  {
    title: "texts grow longer",
    before: textual("{ maxLength: 5 }"),
    after: textual("{ maxLength: 9 }"),
    told: ["field.bound.loosened broken ok risky minor"],
  },
  {
    title: "texts get a least length",
    before: textual("{}"),
    after: textual("{ minLength: 3 }"),
    told: ["field.bound.tightened ok broken safe minor"],
  },
  {
    title: "a least length below 0 says nothing",
    isOdd: true,
    before: textual("{}"),
    after: textual("{ minLength: -34 }"),
    told: [],
  },
  {
    title: "a least number of items that is no whole number, of another field",
    isOdd: true,
    before: `${withField("logicalType: string")}${ODD_LIST}`,
    after: `${withField("logicalType: string\nrequired: true")}${ODD_LIST}`,
    told: ["field.required.added ok broken safe minor"],
  },
  {
    title: "a least length of 0 says nothing",
    before: textual("{}"),
    after: textual("{ minLength: 0 }"),
    told: [],
  },
  {
    title: "lists hold more items",
    before: array("{ maxItems: 2 }"),
    after: array("{ maxItems: 3 }"),
    told: ["field.bound.loosened broken ok risky minor"],
  },
  {
    title: "lists hold some item",
    before: array("{}"),
    after: array("{ minItems: 1 }"),
    told: ["field.bound.tightened ok broken safe minor"],
  },
  {
    title: "objects have more properties",
    before: withField("logicalType: object\nlogicalTypeOptions: { maxProperties: 3 }"),
    after: withField("logicalType: object\nlogicalTypeOptions: { maxProperties: 4 }"),
    told: ["field.bound.loosened broken ok risky minor"],
  },
  {
    title: "a limit becomes a variable",
    before: integer("{ maximum: 5 }"),
    after: integer("{ maximum: '${most}' }"),
    told: ["field.bound.changed unknown unknown risky minor"],
  },
  {
    title: "finer steps",
    before: integer("{ multipleOf: 10 }"),
    after: integer("{ multipleOf: 5 }"),
    told: ["field.multipleOf.loosened broken ok risky minor"],
  },
  {
    title: "steps of a tenth",
    before: withField("logicalType: number\nlogicalTypeOptions: { multipleOf: 0.01 }"),
    after: withField("logicalType: number\nlogicalTypeOptions: { multipleOf: 0.1 }"),
    told: ["field.multipleOf.tightened ok broken safe minor"],
  },
  {
    title: "other steps",
    before: integer("{ multipleOf: 2 }"),
    after: integer("{ multipleOf: 3 }"),
    told: ["field.multipleOf.changed broken broken risky minor"],
  },
  {
    title: "items may stand twice",
    before: array("{ uniqueItems: true }"),
    after: array("{}"),
    told: ["field.uniqueItems.dropped broken ok risky minor"],
  },
  {
    title: "items stand once",
    before: array("{ uniqueItems: false }"),
    after: array("{ uniqueItems: true }"),
    told: ["field.uniqueItems.added ok broken safe minor"],
  },
  {
    title: "items may stand twice, written out",
    before: array("{ uniqueItems: false }"),
    after: array("{}"),
    told: [],
  },
  {
    title: "a pattern comes",
    before: textual("{}"),
    after: textual("{ pattern: '^[0-9]+$' }"),
    told: ["field.pattern.added ok broken safe minor"],
  },
  {
    title: "a pattern goes",
    before: textual("{ pattern: '^[0-9]+$' }"),
    after: textual("{}"),
    told: ["field.pattern.dropped broken ok risky minor"],
  },
  {
    title: "another pattern",
    before: textual("{ pattern: '^[0-9]+$' }"),
    after: textual("{ pattern: '^[0-8]+$' }"),
    told: ["field.pattern.changed unknown unknown risky minor"],
  },
  {
    title: "a class in a class is another pattern",
    before: textual("{ pattern: 'a[b[0-9]]' }"),
    after: textual("{ pattern: 'a[b\\d]' }"),
    told: ["field.pattern.changed unknown unknown risky minor"],
  },
  {
    title: "the same pattern, written otherwise",
    before: textual("{ pattern: '^[0-9]+$' }"),
    after: textual("{ pattern: '^\\d+$' }"),
    told: ["field.pattern.rewritten ok ok docs patch"],
  },
  {
    title: "a format comes",
    before: textual("{}"),
    after: textual("{ format: uuid }"),
    told: ["field.format.added ok broken risky minor"],
  },
  {
    title: "a format goes",
    before: textual("{ format: uuid }"),
    after: textual("{}"),
    told: ["field.format.dropped broken ok risky minor"],
  },
  {
    title: "another format",
    before: textual("{ format: uuid }"),
    after: textual("{ format: email }"),
    told: ["field.format.changed broken broken risky minor"],
  },
  {
    title: "a default comes",
    before: text(),
    after: standard(1),
    told: ["field.default.added ok ok safe minor"],
  },
  {
    title: "a default goes",
    before: standard(1),
    after: text(),
    told: ["field.default.removed ok ok risky minor"],
  },
  {
    title: "another default",
    before: standard(1),
    after: standard(2),
    told: ["field.default.changed unknown unknown risky minor"],
  },
];
