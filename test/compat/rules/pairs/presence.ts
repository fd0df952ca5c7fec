import type { Example } from "../example.ts";
import { withField } from "../example.ts";

const text = (lines = ""): string => withField(`logicalType: string\n${lines}`);
const nested = (required: string, lines = ""): string =>
  withField(
    `logicalType: object\n${required === "" ? "" : `logicalTypeOptions: { required: [${required}] }\n`}properties: [{ name: a, logicalType: string${lines} }, { name: b, logicalType: string }]`,
  );

const DROPPED = "field.required.dropped broken ok breaking major";
const ADDED = "field.required.added ok broken safe minor";

/** Pairs for the rules in src/compat/rules/presence. */
export const PRESENCE_PAIRS: readonly Example[] = [
  { title: "required goes", before: text("required: true"), after: text(), told: [DROPPED] },
  { title: "required comes", before: text(), after: text("required: true"), told: [ADDED] },
  { title: "what is not required, written out", before: text(), after: text("required: false"), told: [] },
  {
    title: "an object requires another of its fields",
    before: nested("a"),
    after: nested("b"),
    told: [DROPPED, ADDED],
  },
  { title: "the same said by the field itself", before: nested("a"), after: nested("", ", required: true"), told: [] },
  {
    title: "items may be null",
    before: withField("logicalType: array\nitems: { logicalType: string, required: true }"),
    after: withField("logicalType: array\nitems: { logicalType: string }"),
    told: [DROPPED],
  },
];
