import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isList, isObject, own } from "../../src/model/json.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { json } from "../../src/report/formats/json.ts";
import { inSchemaOrder } from "../../src/report/schemas/order.ts";
import { REPORT_SCHEMA } from "../../src/report/schemas/report.ts";
import { hostileReport } from "../support/hostile-report.ts";
import { report } from "../support/report.ts";
import { SAMPLES } from "./samples.ts";

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(REPORT_SCHEMA);
/** The published schema lets later releases add members; this release prints none that it does not name. */
const validateClosed = new Ajv2020({ allErrors: true, strict: true }).compile(
  close(REPORT_SCHEMA, "meshgate/report/closed"),
);

describe.each(Object.entries(SAMPLES))("%s", (_, sample) => {
  const document: unknown = JSON.parse(json.render(sample, { colour: false }));

  test("meets the published schema and has no member that it does not name", () => {
    validate(document);
    expect(validate.errors).toBeNull();
    validateClosed(document);
    expect(validateClosed.errors).toBeNull();
  });

  test("is the report", () => {
    expect(document).toEqual(JSON.parse(JSON.stringify(sample)));
  });
});

test.each([
  ["a verdict that does not exist", { verdict: "maybe" }],
  [
    "a line before the first",
    {
      problems: [
        {
          severity: "error",
          code: "x",
          message: "x",
          path: "",
          location: { file: "a", line: 0, column: 1, endLine: 1, endColumn: 1 },
        },
      ],
    },
  ],
  ["a count below zero", { counts: { pass: -1, fail: 0, waived: 0, notApplicable: 0, error: 0 } }],
])("the schema refuses %s", (_, over) => {
  expect(validate({ ...report(), ...over })).toBe(false);
});

test("the order of keys does not depend on the order in which they were set", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(SAMPLES)), (sample) => {
      expect(json.render(reversed(sample) as typeof sample, { colour: false })).toBe(
        json.render(sample, { colour: false }),
      );
    }),
  );
});

test("keys that the schema does not name follow, sorted; hostile keys stay keys", () => {
  const value = JSON.parse('{"z":1,"__proto__":{"y":1},"b":2,"a":3}') as unknown;
  const schema = { properties: { b: {} } };
  expect(JSON.stringify(inSchemaOrder(schema, value))).toBe('{"b":2,"__proto__":{"y":1},"a":3,"z":1}');
});

test("every hostile report prints as JSON that reads back", () => {
  fc.assert(
    fc.property(hostileReport, (hostile) => {
      expect(JSON.parse(json.render(hostile, { colour: false }))).toEqual(JSON.parse(JSON.stringify(hostile)));
    }),
  );
});

function reversed(value: unknown): unknown {
  if (isList(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

function close(schema: JsonObject, id: string): JsonObject {
  return { ...(closed(schema) as JsonObject), $id: id };
}

function closed(value: unknown): unknown {
  if (isList(value)) return value.map(closed);
  if (!isObject(value)) return value;
  const members = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, closed(member)]));
  return isObject(own(value, "properties")) ? { ...members, additionalProperties: false } : members;
}
