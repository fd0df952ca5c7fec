import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Difference } from "../../../src/compat/compare.ts";
import { compareContracts } from "../../../src/compat/compare.ts";
import { contractForm } from "../../../src/compat/form/read.ts";
import { isSameForm } from "../../../src/compat/same.ts";
import { RULES } from "../../../src/compat/rules/index.ts";
import type { Axis } from "../../../src/model/compatibility.ts";
import type { Json } from "../../../src/model/json.ts";
import { canonical, isList, isObject, list, own, text } from "../../../src/model/json.ts";
import type { Node } from "./parts.ts";
import { fieldName } from "./parts.ts";
import { contract } from "./contracts.ts";
import { elementsOf } from "./elements.ts";
import { edit, edited, slotsOf } from "./edits.ts";
import { respelled, shuffled } from "./respell.ts";
import { judgeRow } from "./row.ts";
import { renamed, rowsOf, twinOf } from "./rows.ts";

/** Random pairs of contracts for each law. `npm run test:laws` tries 10,000. */
const PAIRS = Number(process.env["MESHGATE_PAIRS"] ?? 60);
const SEED = Number(process.env["MESHGATE_SEED"] ?? 20_261_122);
const RUN = { numRuns: PAIRS, seed: SEED };
const TIME = 600_000;

const AXES: readonly Axis[] = ["consumer", "producer"];

/** Two contracts that are near each other. */
const pair = fc
  .tuple(
    contract,
    fc.oneof(fc.array(edit, { minLength: 1, maxLength: 2 }), fc.array(edit, { minLength: 1, maxLength: 6 })),
  )
  .map(([before, edits]): Pair => ({ before, after: edited(before, edits) }));

interface Pair {
  readonly before: Node;
  readonly after: Node;
}

function compare(before: Json, after: Json): readonly Difference[] {
  return compareContracts(contractForm(before), contractForm(after));
}

function isOk(changes: readonly Difference[], axis: Axis): boolean {
  return changes.every(({ axes }) => axes[axis].verdict === "ok");
}

/** Columns of files without names for them are counted. */
const ORDER = "object.order.changed";

describe("equal contracts", () => {
  test("nothing is told of the same contract", { timeout: TIME }, () => {
    fc.assert(
      fc.property(contract, (one) => {
        expect(compare(one, structuredClone(one))).toEqual([]);
      }),
      RUN,
    );
  });

  // Comparisons do not ask about what says the same: here every rule is asked, whatever else changes around it.
  test("no rule has anything to say of forms that say the same", { timeout: TIME }, () => {
    fc.assert(
      fc.property(pair, ({ before, after }) => {
        const sides = { before: contractForm(before), after: contractForm(after) };
        for (const { level, form, around } of elementsOf(sides.before, sides)) {
          const twin = structuredClone(form);
          expect(isSameForm(form, twin)).toBe(true);
          for (const rule of RULES.filter((one) => one.level === level))
            expect(rule.find({ before: form, after: twin }, around), rule.id).toEqual([]);
        }
      }),
      RUN,
    );
  });

  test("only words are told of a contract that says the same otherwise", { timeout: TIME }, () => {
    fc.assert(
      fc.property(contract, fc.infiniteStream(fc.nat(1000)), (one, numbers) => {
        const other = respelled(one, () => Number(numbers.next().value));
        const told = compare(one, other).filter((change) => change.class !== "docs" && change.ruleId !== ORDER);
        expect(told.map(line), JSON.stringify(other)).toEqual([]);
      }),
      RUN,
    );
  });

  test("order does not matter", { timeout: TIME }, () => {
    fc.assert(
      fc.property(pair, fc.infiniteStream(fc.nat(1000)), ({ before, after }, numbers) => {
        const next = () => Number(numbers.next().value);
        const lines = (changes: readonly Difference[]): readonly string[] =>
          changes
            .filter(({ ruleId }) => ruleId !== ORDER)
            .map(line)
            .sort();
        const told = lines(compare(before, after));
        expect(lines(compare(shuffled(before, next), shuffled(after, next)))).toEqual(told);
      }),
      RUN,
    );
  });
});

describe("the way back", () => {
  test("every rule has a mirror, whose axes are swapped", () => {
    const turned = {
      weaken: "strengthen",
      strengthen: "weaken",
      incomparable: "incomparable",
      annotation: "annotation",
      additive: "additive",
    };
    const faults = RULES.flatMap((rule) => {
      const mirror = RULES.find(({ id }) => id === rule.mirror);
      if (mirror === undefined) return [`${rule.id} has no mirror`];
      const wrong = [
        ...(mirror.mirror === rule.id ? [] : ["mutual"]),
        ...(mirror.level === rule.level ? [] : ["level"]),
        // That something may come does not mean that it may go.
        ...(rule.facet === "existence" || (mirror.consumer === rule.producer && mirror.producer === rule.consumer)
          ? []
          : ["axes"]),
        ...([rule, mirror].some(({ direction }) => direction === "additive") ||
        mirror.direction === turned[rule.direction]
          ? []
          : ["direction"]),
      ];
      return wrong.map((what) => `${rule.id} and ${mirror.id}: ${what}`);
    });
    expect(faults).toEqual([]);
  });

  test("a field that says what it was called goes and comes on the way back", { timeout: TIME }, () => {
    let renamed = 0;
    fc.assert(
      fc.property(contract.map(unmarked), fieldName, fc.nat(100), (before, name, at) => {
        const after = structuredClone(before);
        const fields = slotsOf(after).filter(
          ({ key, node }) => key === "properties" && own(node, "name") !== undefined,
        );
        const { node, list: others } = fields[at % fields.length] ?? {};
        if (node === undefined || own(node, "id") !== undefined || others?.some((one) => own(one, "name") === name))
          return;
        node["customProperties"] = [{ property: "meshgate.renamedFrom", value: node["name"] ?? "" }];
        node["name"] = name;
        const rules = (changes: readonly Difference[]): readonly string[] =>
          changes.map(({ ruleId }) => ruleId).filter((id) => /^field\.(renamed|name|added|removed)/u.test(id));
        expect(rules(compare(before, after)).map((id) => id.split(".")[1])).toEqual([
          expect.stringMatching(/^(renamed|name)$/u),
        ]);
        const back = rules(compare(after, before)).map((id) => id.split(".")[1]);
        expect(back.sort()).toEqual(["added", "removed"]);
        renamed++;
      }),
      RUN,
    );
    expect(renamed).toBeGreaterThan(PAIRS / 5);
  });

  // What a part was called it says on one side only: on the way back it goes and comes.
  test("swapping both contracts swaps the axes", { timeout: TIME }, () => {
    fc.assert(
      fc.property(pair, (both) => {
        const [before, after] = [unmarked(both.before), unmarked(both.after)];
        const back = compare(after, before).map((change) => swapped(change, change.ruleId));
        const forth = compare(before, after).map((change) => mirrored(change));
        expect(back.sort()).toEqual(forth.sort());
      }),
      RUN,
    );
  });
});

describe("rows", () => {
  test("a witness is valid on the one side and invalid on the other", { timeout: TIME }, () => {
    fc.assert(
      fc.property(pair, ({ before, after }) => {
        for (const change of compare(before, after))
          for (const axis of AXES) {
            const witness = change.axes[axis].witness;
            if (witness === undefined) continue;
            expect(change.axes[axis].verdict, change.message).not.toBe("ok");
            const [valid, invalid] = axis === "consumer" ? [after, before] : [before, after];
            const there = judgeWitness(valid, valid, witness);
            const here = judgeWitness(invalid, valid, witness);
            const told = `${change.ruleId} ${axis} ${change.message} ${JSON.stringify(witness)} ${JSON.stringify({ there, here })}`;
            expect(there.faults, told).toEqual([]);
            expect(here.faults.length + here.doubts.length, told).toBeGreaterThan(0);
          }
      }),
      RUN,
    );
  });

  test("a row that is valid only on one side is told of", { timeout: TIME }, () => {
    let rows = 0;
    fc.assert(
      fc.property(pair, ({ before, after }) => {
        const changes = compare(before, after);
        for (const axis of AXES) {
          const [valid, invalid] = axis === "consumer" ? [after, before] : [before, after];
          const broken = changes.filter(({ axes }) => axes[axis].verdict !== "ok");
          const isRenamed = changes.some(({ facet }) => facet === "identity" || facet === "existence");
          for (const { object, row } of rowsOf(valid, invalid)) {
            const { faults } = judgeRow(invalid, object, renamedRow(row, object, valid, invalid));
            rows += faults.length;
            for (const path of faults) {
              const told = broken.filter(({ fields }) => isRenamed || fields.some((field) => isNear(field, path)));
              expect(
                told.length,
                `${axis}: ${path} ${JSON.stringify(row)} told: ${changes.map(line).join("\n")}`,
              ).toBeGreaterThan(0);
            }
          }
        }
      }),
      RUN,
    );
    expect(rows).toBeGreaterThan(PAIRS);
  });
});

describe("the whole difference", () => {
  test("axes compose", { timeout: TIME }, () => {
    let counted = 0;
    fc.assert(
      fc.property(pair, fc.array(edit, { minLength: 1, maxLength: 2 }), ({ before, after }, edits) => {
        const later = edited(after, edits);
        const [first, second, whole] = [compare(before, after), compare(after, later), compare(before, later)];
        // A name that goes and comes back for something else is only seen by who remembers it.
        const isReused = first.some(({ kind, facet }) => kind === "remove" && facet === "existence");
        for (const axis of AXES) {
          if (!isOk(first, axis) || !isOk(second, axis) || isReused) continue;
          counted++;
          expect(
            whole.filter(({ axes }) => axes[axis].verdict !== "ok").map(line),
            `${axis}\n${JSON.stringify(later)}`,
          ).toEqual([]);
        }
      }),
      RUN,
    );
    expect(counted).toBeGreaterThan(PAIRS / 20);
  });

  test("every change is told once, in whole sentences, and its class fits its axes", { timeout: TIME }, () => {
    fc.assert(
      fc.property(pair, ({ before, after }) => {
        const changes = compare(before, after);
        const names = changes.map(({ ruleId, path }) => `${ruleId} ${path}`);
        expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
        for (const change of changes) {
          expect(change.message).toMatch(/^\S.*\.$/su);
          expect(change.remedy).toMatch(/^\S.*\.$/su);
          expect(change.axes.consumer.reason).toMatch(/\.$/u);
          expect(change.axes.producer.reason).toMatch(/\.$/u);
          const isQuiet = AXES.every((axis) => change.axes[axis].verdict === "ok");
          if (change.class === "docs") expect(isQuiet, line(change)).toBe(true);
          expect([change.class, change.semver], line(change)).toSatisfy(
            ([kind, bump]: [string, string]) => BUMPS[kind]?.includes(bump) ?? false,
          );
        }
      }),
      RUN,
    );
  });

  test("whatever stands in a contract, nothing is thrown", { timeout: TIME }, () => {
    fc.assert(
      fc.property(contract, fc.array(fc.tuple(fc.nat(500), junk), { maxLength: 8 }), junk, (one, places, other) => {
        const broken = places.reduce<Json>((whole, [at, value]) => replaced(whole, at, value), one);
        for (const [before, after] of [
          [one, broken],
          [broken, one],
          [broken, other],
          [other, broken],
        ] as const)
          expect(compare(before, after)).toBeInstanceOf(Array);
        expect(compare(broken, structuredClone(broken))).toEqual([]);
      }),
      RUN,
    );
  });
});

const BUMPS: Readonly<Record<string, readonly string[]>> = {
  breaking: ["major"],
  risky: ["minor"],
  safe: ["minor"],
  docs: ["patch", "none"],
};

const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
  fc.constantFrom<Json>(
    null,
    "",
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    [null],
    "__proto__",
    "constructor",
    "${VAR}",
    "array<",
    "decimal(,)",
    ["toString"],
    { __proto__: 1 },
  ),
);

/** The value with the part in one place replaced, counted through the whole. */
function replaced(value: Json, at: number, part: Json): Json {
  let left = at % Math.max(countOf(value), 1);
  const go = (one: Json): Json => {
    if (left-- === 0) return part;
    if (Array.isArray(one)) return one.map(go);
    return isObject(one) ? Object.fromEntries(Object.entries(one).map(([key, inside]) => [key, go(inside)])) : one;
  };
  return go(value);
}

function countOf(value: Json): number {
  const inside = Array.isArray(value) ? (value as readonly Json[]) : isObject(value) ? Object.values(value) : [];
  return 1 + inside.reduce<number>((sum, one) => sum + countOf(one), 0);
}

function line({ ruleId, path, axes, class: kind, message }: Difference): string {
  return [ruleId, path, axes.consumer.verdict, axes.producer.verdict, kind, message].join(" ");
}

function swapped({ facet, axes, fields }: Difference, ruleId: string): string {
  return canonical([
    ruleId,
    [...fields].sort(),
    facet === "existence" ? [] : [axes.producer.verdict, axes.consumer.verdict],
  ]);
}

function mirrored({ ruleId, facet, axes, fields }: Difference): string {
  const mirror = RULES.find(({ id }) => id === ruleId)?.mirror ?? "";
  return canonical([
    mirror,
    [...fields].sort(),
    facet === "existence" ? [] : [axes.consumer.verdict, axes.producer.verdict],
  ]);
}

/** Without what its parts were called. */
function unmarked(value: Json): Json {
  if (isList(value)) return value.filter((one) => own(one, "property") !== "meshgate.renamedFrom").map(unmarked);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, unmarked(inside)]))
    : value;
}

/** Whether one path leads to the other. */
function isNear(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === long || (long.startsWith(short) && /^[.[{]/u.test(long.slice(short.length)));
}

/** A witness names its object; on the other side it may have another name, and so may its fields. */
function judgeWitness(
  contract: Json,
  from: Json,
  witness: Json,
): { readonly faults: readonly string[]; readonly doubts: readonly string[] } {
  const [[object, row] = ["", null]] = Object.entries(witness as Readonly<Record<string, Json>>);
  return judgeRow(
    contract,
    nameIn(contract, from, object),
    contract === from ? row : renamedRow(row, object, from, contract),
  );
}

function objectOf(contract: Json, name: string): Json {
  return list(own(contract, "schema")).find((one) => own(one, "name") === name) ?? null;
}

function nameIn(contract: Json, from: Json, name: string): string {
  const twin = twinOf(objectOf(from, name), list(own(from, "schema")), list(own(contract, "schema")));
  return text(own(twin ?? null, "name")) ?? name;
}

function renamedRow(row: Json, object: string, from: Json, to: Json): Json {
  return renamed(row, objectOf(from, object), objectOf(to, nameIn(to, from, object)));
}
