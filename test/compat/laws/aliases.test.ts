import fc from "fast-check";
import { expect, test } from "vitest";
import type { Difference } from "../../../src/compat/compare.ts";
import { compareContracts } from "../../../src/compat/compare.ts";
import { contractForm } from "../../../src/compat/form/read.ts";
import { RULES } from "../../../src/compat/rules/index.ts";
import type { Axis, AxisState } from "../../../src/model/compatibility.ts";
import type { Json } from "../../../src/model/json.ts";
import { list, own } from "../../../src/model/json.ts";
import { contract } from "./contracts.ts";
import { slotsOf } from "./edits.ts";

const RUN = { numRuns: Number(process.env["MESHGATE_PAIRS"] ?? 300), seed: 20_261_122 };
const TIME = 600_000;

/** How a field may be called. */
interface Called {
  readonly name: string;
  readonly physicalName: string;
  readonly aliases: readonly string[];
}

const WORDS = ["a", "b", "c", "P", "Q"] as const;
const called: fc.Arbitrary<Called> = fc
  .record({
    name: fc.constantFrom(...WORDS),
    physicalName: fc.option(fc.constantFrom(...WORDS)),
    aliases: fc.subarray([...WORDS, "x"]),
  })
  .map(({ name, physicalName, aliases }) => ({
    name,
    physicalName: physicalName ?? name,
    aliases: aliases.filter((alias) => alias !== name),
  }));

function written({ name, physicalName, aliases }: Called): Json {
  const customProperties = [{ property: "meshgate.aliases", value: aliases }];
  return { name, physicalName, customProperties };
}

function compare(before: readonly Json[], after: readonly Json[]): readonly Difference[] {
  const form = (properties: readonly Json[]) => contractForm({ schema: [{ name: "o", properties }] });
  return compareContracts(form(before), form(after));
}

function worst(changes: readonly Difference[], axis: Axis): AxisState {
  const said = changes.map(({ axes }) => axes[axis].verdict);
  return said.includes("broken") ? "broken" : said.includes("unknown") ? "unknown" : "ok";
}

/** Whether one who knows a field as it was called on one side finds it on the other. */
function found(one: Called, other: Called): AxisState {
  const delivered = [other.physicalName, ...other.aliases];
  if (![one.physicalName, ...one.aliases].every((name) => delivered.includes(name))) return "broken";
  return [other.name, ...other.aliases].includes(one.name) ? "ok" : "unknown";
}

test("a field is found under every name that it goes by, or it is told", { timeout: TIME }, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(called, called, (before, after) => {
      const withId = (one: Called): Json => ({ ...(written(one) as object), id: "one" });
      const changes = compare([withId(before)], [withId(after)]);
      const rules = changes.map(({ ruleId }) => ruleId);
      const verdicts = [worst(changes, "consumer"), worst(changes, "producer")];
      expect(verdicts, `${rules.join(" ")} ${JSON.stringify([before, after])}`).toEqual([
        found(before, after),
        found(after, before),
      ]);
      rules.forEach((rule) => seen.add(rule));
    }),
    { ...RUN, numRuns: RUN.numRuns * 10 },
  );
  expect([...seen].sort()).toEqual([
    "field.alias.added",
    "field.alias.removed",
    "field.name.changed",
    "field.physicalName.changed",
    "field.renamed",
    "field.renamed.aliased",
    "field.renamed.swapped",
    "field.renamed.toAlias",
  ]);
});

test("on the way back the axes are swapped", { timeout: TIME }, () => {
  const fields = fc.uniqueArray(called, { maxLength: 4, selector: ({ name }) => name });
  const line = (ruleId: string, { facet, fields: paths }: Difference, verdicts: readonly string[]): string =>
    [ruleId, ...[...paths].sort(), ...(facet === "existence" ? [] : verdicts)].join(" ");
  fc.assert(
    fc.property(fields, fields, (before, after) => {
      const [then, now] = [before.map(written), after.map(written)];
      const forth = compare(then, now).map((change) => {
        const { consumer, producer } = change.axes;
        const mirror = RULES.find(({ id }) => id === change.ruleId)?.mirror ?? "";
        return line(mirror, change, [producer.verdict, consumer.verdict]);
      });
      const back = compare(now, then).map((change) => {
        const { consumer, producer } = change.axes;
        return line(change.ruleId, change, [consumer.verdict, producer.verdict]);
      });
      expect(back.sort()).toEqual(forth.sort());
    }),
    { ...RUN, numRuns: RUN.numRuns * 10 },
  );
});

test("a field of any contract that keeps its old name as an alias breaks no reader", { timeout: TIME }, () => {
  let renamed = 0;
  fc.assert(
    fc.property(contract, fc.nat(100), (before, at) => {
      const after = structuredClone(before);
      const slots = slotsOf(after).filter(({ key, node }) => key === "properties" && own(node, "name") !== undefined);
      const { node } = slots[at % slots.length] ?? {};
      if (node === undefined) return;
      // Who says that it had yet another name is paired with that.
      const others = list(node["customProperties"]).filter((one) => own(one, "property") !== "meshgate.renamedFrom");
      node["customProperties"] = [...others, { property: "meshgate.aliases", value: node["name"] ?? "" }];
      node["name"] = "renamed";
      const changes = compareContracts(contractForm(before), contractForm(after));
      const told = changes.map(({ ruleId, message }) => `${ruleId} ${message}`).join("\n");
      expect(worst(changes, "consumer"), told).toBe("ok");
      expect(told).toMatch(/^field\.renamed\.aliased /mu);
      renamed++;
    }),
    RUN,
  );
  expect(renamed).toBeGreaterThan(RUN.numRuns / 2);
});
