import { describe, expect, it } from "vitest";
import { compareContracts } from "../../../src/compat/compare.ts";
import { contractForm } from "../../../src/compat/form/read.ts";
import { contractRemoval, productRemoval } from "../../../src/compat/life/removal.ts";
import type { NoticeTerms } from "../../../src/compat/life/removal.ts";
import { compareProducts } from "../../../src/compat/product/compare.ts";
import { productForm } from "../../../src/compat/product/read.ts";
import { parse } from "yaml";
import type { Json } from "../../../src/model/json.ts";
import { contracts, newest, orders, products, termsOn } from "./histories.ts";
import type { Landed } from "./histories.ts";

const KEY = "{ name: id, logicalType: integer }";
const OLD = "{ name: old, logicalType: string, deprecated: true }";
const PLAIN = "{ name: old, logicalType: string }";
const sunset = (day: string): string => `customProperties: [{ property: meshgate.sunset, value: ${day} }]`;

/** Of every change that takes something away `rule announced removableFrom core isOver`. */
function told(landed: readonly Landed[], after: string | null, terms: NoticeTerms): readonly string[] {
  const history = contracts(...landed);
  const before = newest(history);
  const next = after === null ? undefined : contractForm(parse(after) as Json);
  return compareContracts(before, next).flatMap((difference) => {
    const found = contractRemoval(history, difference, before, terms);
    return found === undefined ? [] : [line(difference.ruleId, found)];
  });
}

function line(ruleId: string, found: NonNullable<ReturnType<typeof contractRemoval>>): string {
  const { announced, removableFrom, core, isOver } = found;
  return [ruleId, announced, removableFrom, core ? "core" : "", isOver ? "over" : "not"].filter(Boolean).join(" ");
}

const GONE = orders([KEY]);

describe("the end of a field", () => {
  const announced: readonly Landed[] = [
    ["2026-01-05", orders([KEY, PLAIN])],
    ["2026-02-10", orders([KEY, OLD])],
    ["2026-02-20", orders([KEY, OLD], "name: Orders")],
  ];

  it.each<[what: string, landed: readonly Landed[], asOf: string, told: string]>([
    ["was announced in time", announced, "2026-03-12", "field.removed 2026-02-10 2026-03-12 over"],
    ["was announced a day too late", announced, "2026-03-11", "field.removed 2026-02-10 2026-03-12 not"],
    ["was never announced", announced.slice(0, 1), "2027-01-01", "field.removed not"],
    ["was announced from the beginning", announced.slice(1), "2026-03-12", "field.removed 2026-02-10 2026-03-12 over"],
    [
      "was announced again after it was taken back",
      [...announced, ["2026-03-01", orders([KEY, PLAIN])], ["2026-03-05", orders([KEY, OLD])]],
      "2026-03-12",
      "field.removed 2026-03-05 2026-04-04 not",
    ],
    ["was taken back", [...announced, ["2026-03-01", orders([KEY, PLAIN])]], "2027-01-01", "field.removed not"],
    [
      "was announced, and the field gone for a while",
      [...announced, ["2026-03-01", GONE], ["2026-03-05", orders([KEY, OLD])]],
      "2026-03-12",
      "field.removed 2026-03-05 2026-04-04 not",
    ],
    [
      "was announced, and the file gone for a while",
      [...announced, ["2026-03-01", null], ["2026-03-05", orders([KEY, OLD])]],
      "2026-03-12",
      "field.removed 2026-03-05 2026-04-04 not",
    ],
    [
      "was announced under another name of the same id",
      [
        ["2026-02-10", orders([KEY, "{ id: f_old, name: former, logicalType: string, deprecated: true }"])],
        ["2026-03-01", orders([KEY, "{ id: f_old, name: old, logicalType: string, deprecated: true }"])],
      ],
      "2026-03-12",
      "field.removed 2026-02-10 2026-03-12 over",
    ],
    [
      "was announced of another field that had the name",
      [
        ["2026-02-10", orders([KEY, "{ id: f_1, name: former, logicalType: string, deprecated: true }"])],
        ["2026-03-01", orders([KEY, "{ id: f_2, name: old, logicalType: string, deprecated: true }"])],
      ],
      "2026-03-12",
      "field.removed 2026-03-01 2026-03-31 not",
    ],
    [
      "was promised for a later day",
      [["2026-02-10", orders([KEY, `{ name: old, deprecated: true, ${sunset("2026-06-01")} }`])]],
      "2026-05-31",
      "field.removed 2026-02-10 2026-06-01 not",
    ],
    [
      "was promised for a day before the notice is over",
      [["2026-02-10", orders([KEY, `{ name: old, deprecated: true, ${sunset("2026-02-11")} }`])]],
      "2026-03-11",
      "field.removed 2026-02-10 2026-03-12 not",
    ],
    [
      "was announced of its object",
      [
        ["2026-02-10", orders([KEY, PLAIN], "", "deprecated: true")],
        ["2026-03-10", orders([KEY, OLD], "", "deprecated: true")],
      ],
      "2026-03-12",
      "field.removed 2026-02-10 2026-03-12 over",
    ],
    [
      "was announced of its contract",
      [["2026-02-10", orders([KEY, PLAIN], "status: deprecated")]],
      "2026-03-12",
      "field.removed 2026-02-10 2026-03-12 over",
    ],
    [
      "was announced of its object, but promised for a later day itself",
      [["2026-02-10", orders([KEY, `{ name: old, ${sunset("2026-06-01")} }`], "", "deprecated: true")]],
      "2026-03-12",
      "field.removed 2026-02-10 2026-06-01 not",
    ],
    [
      "needs no notice in a draft",
      [["2026-02-10", orders([KEY, PLAIN], "status: draft")]],
      "2026-02-10",
      "field.removed over",
    ],
    [
      "is that of a critical one",
      [["2026-02-10", orders([KEY, "{ name: old, deprecated: true, criticalDataElement: true }"])]],
      "2026-06-30",
      "field.removed 2026-02-10 2026-07-01 core not",
    ],
    [
      "is that of one with something critical in it",
      [
        [
          "2026-03-31",
          orders([
            KEY,
            "{ name: old, deprecated: true, logicalType: object, properties: [{ name: a, criticalDataElement: true }] }",
          ]),
        ],
      ],
      "2026-07-01",
      "field.removed 2026-03-31 2026-07-01 core over",
    ],
    [
      "is that of a tagged one",
      [["2026-04-01", orders([KEY, "{ name: old, deprecated: true, tags: [vital] }"])]],
      "2026-09-30",
      "field.removed 2026-04-01 2026-10-01 core not",
    ],
    [
      "is that of one in a tagged contract",
      [["2026-04-01", orders([KEY, OLD], "tags: [vital]")]],
      "2026-09-30",
      "field.removed 2026-04-01 2026-10-01 core not",
    ],
  ])("%s", (_, landed, asOf, expected) => {
    expect(told(landed, GONE, termsOn(asOf, { coreTag: "vital" }))).toEqual([expected]);
  });

  it("is that of a critical product", () => {
    expect(told(announced, GONE, termsOn("2026-06-30", { isCore: true }))).toEqual([
      "field.removed 2026-02-10 2026-07-01 core not",
    ]);
  });

  it("is announced of the one that goes, though another has its name", () => {
    const twins = ["{ id: a, name: old, deprecated: true }", "{ id: b, name: old }"];
    const landed: readonly Landed[] = [["2026-02-10", orders([KEY, ...twins])]];
    const terms = termsOn("2027-01-01");
    expect(told(landed, orders([KEY, "{ id: b, name: old }"]), terms)).toEqual([
      "field.removed 2026-02-10 2026-03-12 over",
    ]);
    expect(told(landed, orders([KEY, "{ id: a, name: old, deprecated: true }"]), terms)).toEqual(["field.removed not"]);
  });

  it("is told of fields in fields, in lists and of those that were moved", () => {
    const nested = (inner: string): string =>
      orders([`{ name: rows, logicalType: array, items: { logicalType: object, properties: [${inner}] } }`]);
    const kept = "{ name: a, logicalType: string }";
    const leaving = "{ id: f_b, name: b, logicalType: string, deprecated: true }";
    const landed: readonly Landed[] = [
      ["2026-02-10", orders([leaving, "{ name: rows, logicalType: array, items: { logicalType: object } }"])],
      ["2026-02-20", nested(`${leaving}, ${kept}`)],
    ];
    expect(told(landed, nested(kept), termsOn("2026-03-12"))).toEqual(["field.removed 2026-02-10 2026-03-12 over"]);
  });

  it("is no end where a field only changes, or is renamed", () => {
    expect(told(announced, orders([KEY, "{ name: new, renamed: x }"]), termsOn("2027-01-01"))).toEqual([
      "field.removed 2026-02-10 2026-03-12 over",
    ]);
    const renamed = "{ name: new, customProperties: [{ property: meshgate.renamedFrom, value: old }] }";
    expect(told(announced, orders([KEY, renamed]), termsOn("2027-01-01"))).toEqual([]);
  });
});

describe("the end of an object or contract", () => {
  const landed: readonly Landed[] = [["2026-02-10", orders([KEY], "status: deprecated", "deprecated: true")]];
  const critical: readonly Landed[] = [
    ["2026-02-10", orders(["{ name: id, criticalDataElement: true }"], "status: deprecated", "deprecated: true")],
  ];

  it("is announced by its flag or status", () => {
    const terms = termsOn("2026-03-12");
    const empty = "id: orders\nversion: 1.0.0\nstatus: deprecated\nschema: []";
    expect(told(landed, empty, terms)).toEqual(["object.removed 2026-02-10 2026-03-12 over"]);
    expect(told(landed, null, terms)).toEqual(["contract.removed 2026-02-10 2026-03-12 over"]);
    expect(told(landed, orders([KEY], "status: retired", "deprecated: true"), terms)).toEqual([
      "contract.retired 2026-02-10 2026-03-12 over",
    ]);
    expect(told(critical, null, terms)).toEqual(["contract.removed 2026-02-10 2026-07-01 core not"]);
    expect(told(critical, empty, terms)).toEqual(["object.removed 2026-02-10 2026-07-01 core not"]);
  });

  it("was announced where it has ended before", () => {
    const retired: readonly Landed[] = [...landed, ["2026-03-20", orders([KEY], "status: retired")]];
    expect(told(retired, null, termsOn("2026-03-21"))).toEqual(["contract.removed 2026-02-10 2026-03-12 over"]);
  });
});

describe("the end of a product or port", () => {
  const product = (ports: readonly string[], more = "status: active"): string =>
    `id: plays\nversion: 1.0.0\n${more}\noutputPorts: [${ports.join(", ")}]`;
  const [kept, leaving] = ["{ name: a, version: 1.0.0 }", "{ name: b, version: 1.0.0, deprecated: true }"];
  const ends = (landed: readonly Landed[], after: string | null, terms: NoticeTerms): readonly string[] => {
    const history = products(...landed);
    const before = newest(history);
    const next = after === null ? undefined : productForm(parse(after) as Json);
    return compareProducts(before, next).flatMap((difference) => {
      const found = productRemoval(history, difference, before, terms);
      return found === undefined ? [] : [line(difference.ruleId, found)];
    });
  };
  const landed: readonly Landed[] = [
    ["2026-01-05", product([kept, kept.replace("a", "b")])],
    ["2026-02-10", product([kept, leaving])],
  ];

  it("is announced of a port by its flag, or of its product", () => {
    const terms = termsOn("2026-03-12");
    expect(ends(landed, product([kept]), terms)).toEqual(["outputPort.removed 2026-02-10 2026-03-12 over"]);
    expect(ends(landed, product([leaving]), terms)).toEqual(["outputPort.removed not"]);
    expect(ends(landed, null, terms)).toEqual(["product.removed not"]);
    const whole: readonly Landed[] = [["2026-02-10", product([kept], "status: deprecated")]];
    expect(ends(whole, product([], "status: deprecated"), terms)).toEqual([
      "outputPort.removed 2026-02-10 2026-03-12 over",
    ]);
    expect(ends(whole, product([kept], "status: retired"), terms)).toEqual([
      "product.status.retired 2026-02-10 2026-03-12 over",
    ]);
  });

  it("is told of the version of a port that goes, whether another takes its place or not", () => {
    const terms = termsOn("2026-03-12");
    const next = "{ name: b, version: 2.0.0 }";
    const gone = ends([...landed, ["2026-03-01", product([kept, leaving, next])]], product([kept, next]), terms);
    expect(gone).toEqual(["outputPort.version.removed 2026-02-10 2026-03-12 over"]);
    for (const one of ends(landed, product([kept, next]), terms)) expect(one).toMatch(/ 2026-02-10 2026-03-12 over$/);
    expect(ends(landed, product([kept, next]), terms)).toHaveLength(1);
  });

  it("has the notice of a critical product, of a tagged port, or of what only others know", () => {
    const core = "status: active\ncustomProperties: [{ property: meshgate.class, value: core }]";
    const longer = "outputPort.removed 2026-02-10 2026-07-01 core not";
    const terms = termsOn("2026-03-12", { coreTag: "vital" });
    expect(ends([["2026-02-10", product([kept, leaving], core)]], product([kept], core), terms)).toEqual([longer]);
    const tagged = leaving.replace("}", ", tags: [vital] }");
    expect(ends([["2026-02-10", product([kept, tagged])]], product([kept]), terms)).toEqual([longer]);
    const other = kept.replace("}", ", tags: [vital] }");
    expect(ends([["2026-02-10", product([other, leaving])]], product([other]), terms)).toEqual([
      "outputPort.removed 2026-02-10 2026-03-12 over",
    ]);
    expect(ends(landed, product([kept]), { ...terms, isCore: true })).toEqual([longer]);
  });
});
