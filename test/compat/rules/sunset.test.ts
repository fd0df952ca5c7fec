import { expect, test } from "vitest";
import { SUNSET_RULES } from "../../../src/compat/rules/sunset/index.ts";
import { differences } from "./example.ts";
import { tellEach } from "./pairs.ts";
import { SUNSET_PAIRS } from "./pairs/sunset.ts";

tellEach(SUNSET_PAIRS, SUNSET_RULES);

test("a sunset is told with both days, and of what", () => {
  const sunset = (day: string): string =>
    `schema: [{ name: orders, properties: [{ name: a, customProperties: [{ property: meshgate.sunset, value: ${day} }] }] }]`;
  expect(differences(sunset("2026-07-01"), sunset("2026-06-01"))).toMatchObject([
    {
      path: "/schema[orders]/properties[a]/customProperties[meshgate.sunset]",
      fields: ["orders.a"],
      message: "orders.a ends on 2026-06-01 now, and was to end on 2026-07-01.",
      before: "2026-07-01",
      after: "2026-06-01",
    },
  ]);
});
