import { describe, expect, it } from "vitest";
import { contractSunsets, productSunsets } from "../../../src/compat/life/sunset.ts";
import type { FoundSunset } from "../../../src/compat/life/sunset.ts";
import { contracts, newest, orders, products, termsOn } from "./histories.ts";

const sunset = (day: string): string => `customProperties: [{ property: meshgate.sunset, value: ${day} }]`;
const old = (more: string): string => `{ name: old, logicalType: string, deprecated: true${more} }`;
const lines = (faults: readonly FoundSunset[]): readonly string[] => {
  for (const { message, remedy } of faults) expect([message, remedy].every((text) => text.endsWith("."))).toBe(true);
  return faults.map(({ kind, name, place, least }) => [kind, name || "-", place.join("/") || "-", least].join(" "));
};

describe("the day on which something ends", () => {
  const PLACE = "schema/0/properties/0";
  it.each<[what: string, text: string, asOf: string, ...told: string[]]>([
    ["is missing", orders([old("")]), "2026-02-10", `missing orders.old ${PLACE} 2026-03-12`],
    ["is the first that will do", orders([old(`, ${sunset("2026-03-12")}`)]), "2026-02-10"],
    ["is too early", orders([old(`, ${sunset("2026-03-11")}`)]), "2026-02-10", `early orders.old ${PLACE} 2026-03-12`],
    ["is no day", orders([old(`, ${sunset("soon")}`)]), "2026-02-10", `unreadable orders.old ${PLACE} 2026-03-12`],
    [
      "is that of a critical field",
      orders([old(`, criticalDataElement: true, ${sunset("2026-06-30")}`)]),
      "2026-02-10",
      `early orders.old ${PLACE} 2026-07-01`,
    ],
    ["is said of the object", orders([old("")], "", `deprecated: true\n    ${sunset("2026-03-12")}`), "2026-02-10"],
    ["is said of the contract", orders([old("")], `status: deprecated\n${sunset("2026-03-12")}`), "2026-02-10"],
    [
      "is missing of everything",
      orders([old("")], "status: deprecated", "deprecated: true"),
      "2026-02-10",
      "missing - - 2026-03-12",
      "missing orders schema/0 2026-03-12",
      `missing orders.old ${PLACE} 2026-03-12`,
    ],
    ["matters not in a draft", orders([old("")], "status: draft"), "2026-02-10"],
    ["matters not where nothing is deprecated", orders([`{ name: old, ${sunset("soon")} }`]), "2026-02-10"],
  ])("%s", (_, text, asOf, ...told) => {
    const form = newest(contracts([asOf, text]));
    expect(lines(contractSunsets([], form, termsOn(asOf)))).toEqual(told);
  });

  it("is reckoned from the day on which the announcement landed", () => {
    const text = orders([old(`, ${sunset("2026-03-12")}`)]);
    const pasts = contracts(["2026-02-10", text]);
    expect(lines(contractSunsets(pasts, newest(pasts), termsOn("2026-03-01")))).toEqual([]);
    expect(lines(contractSunsets([], newest(pasts), termsOn("2026-03-01")))).toEqual([
      `early orders.old ${PLACE} 2026-03-31`,
    ]);
  });

  it("is asked of products and ports too", () => {
    const port = `{ name: b, version: 1.0.0, deprecated: true, ${sunset("2026-03-11")} }`;
    const product = (more: string): string => `id: plays\nversion: 1.0.0\n${more}\noutputPorts: [${port}]`;
    const faults = (more: string): readonly string[] =>
      lines(productSunsets([], newest(products(["2026-02-10", product(more)])), termsOn("2026-02-10")));
    expect(faults("status: active")).toEqual(["early b@1.0.0 outputPorts/0 2026-03-12"]);
    expect(faults("status: deprecated")).toEqual(["missing - - 2026-03-12", "early b@1.0.0 outputPorts/0 2026-03-12"]);
    expect(faults(`status: deprecated\n${sunset("2026-06-01")}`)).toEqual(["early b@1.0.0 outputPorts/0 2026-03-12"]);
  });
});
