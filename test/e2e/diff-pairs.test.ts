import { Ajv2020 } from "ajv/dist/2020.js";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Diff } from "../../src/model/diff.ts";
import { RULES } from "../../src/compat/rules/index.ts";
import { canonical, isList, isObject } from "../../src/model/json.ts";
import type { Json } from "../../src/model/json.ts";
import { DIFF_SCHEMA } from "../../src/report/schemas/diff.ts";
import { differences } from "../compat/rules/example.ts";
import { PAIRS } from "../compat/rules/pairs/index.ts";
import { temporaryFolder } from "../support/git.ts";
import { meshgate, meshgateInside } from "../support/meshgate.ts";

/** One in so many pairs runs in a process of its own; the others show the same through the same program, sooner. */
const REAL = 20;

/** What every contract must say; the pairs leave it out where it does not matter. */
const HEAD = { apiVersion: "v3.2.0", kind: "DataContract", id: "orders", version: "1.0.0", status: "active" };

const ALL = Object.entries(PAIRS).flatMap(([area, pairs]) =>
  pairs.filter(({ isOdd }) => !isOdd).map((pair) => [`${area}: ${pair.title}`, pair] as const),
);
const validate = new Ajv2020({ allErrors: true }).compile(DIFF_SCHEMA);

let folder: string;

beforeAll(() => {
  folder = temporaryFolder();
  for (const [index, [, { before, after }]] of ALL.entries()) {
    writeFileSync(join(folder, `${index}-before.yaml`), whole(before));
    writeFileSync(join(folder, `${index}-after.yaml`), whole(after));
  }
});

/** A contract with everything that the standard asks for. */
function whole(text: string): string {
  const said = parse(text) as Json;
  const missing = Object.entries(HEAD).filter(([key]) => !isObject(said) || !(key in said));
  return [...missing.map(([key, value]) => `${key}: ${value}`), text.trimStart()].join("\n");
}

describe.concurrent("diff tells", () => {
  test.each(ALL.map(([title, pair], index) => [title, pair, index] as const))("%s", async (_, { told }, index) => {
    const args = ["diff", `${index}-before.yaml`, `${index}-after.yaml`];
    const run = index % REAL === 0 ? meshgate : meshgateInside;
    const json = await run([...args, "--format", "json"], { cwd: folder });
    expect(json.stderr).toBe("");
    const diff = JSON.parse(json.stdout) as Diff;
    expect(validate(diff) ? [] : validate.errors).toEqual([]);
    expect(diff.changes.map(line).sort()).toEqual([...told].sort());
    const isBreaking = told.some((one) => one.split(" ")[3] === "breaking");
    expect([json.code, diff.class === "breaking"]).toEqual([isBreaking ? 1 : 0, isBreaking]);

    const text = await run(args, { cwd: folder });
    expect(text).toMatchObject({ stderr: "", code: json.code });
    const words = text.stdout.replaceAll(/\s+/gu, " ");
    for (const change of diff.changes) {
      expect(words).toContain(change.message.replaceAll(/\s+/gu, " "));
      expect(words).toContain(
        `${change.location.file}:${change.location.line}:${change.location.column} ${change.ruleId}`,
      );
    }
  });
});

/** That a contract comes or goes as a whole no pair of documents shows. */
const OF_WHOLE = new Set(["contract.added", "contract.removed"]);
/** Whatever differs in the team tells of it, so nothing nearly does. */
const ALWAYS = new Set(["contract.team.changed"]);

describe("among the pairs", () => {
  const shown = RULES.map(({ id }) => id).filter((id) => !OF_WHOLE.has(id));

  test.each(shown)("there is one of which %s tells", (id) => {
    expect(WAYS.some(({ told }) => told.has(id))).toBe(true);
  });

  test.each(shown.filter((id) => !ALWAYS.has(id)))(
    "there is one that touches a key of %s, which does not tell",
    (id) => {
      const keys = new Set(WAYS.filter(({ told }) => told.has(id)).flatMap(({ touched }) => [...touched]));
      expect(WAYS.some(({ told, touched }) => !told.has(id) && [...touched].some((key) => keys.has(key)))).toBe(true);
    },
  );
});

/** Each pair forth and back: the rules that tell of it, and the keys that differ. */
const WAYS = ALL.flatMap(([, { before, after }]) => [way(before, after), way(after, before)]);

function way(
  before: string,
  after: string,
): { readonly told: ReadonlySet<string>; readonly touched: ReadonlySet<string> } {
  const told = new Set(differences(before, after).map(({ ruleId }) => ruleId));
  return { told, touched: new Set(touchedBy(parse(before) as Json, parse(after) as Json, [])) };
}

/** The keys that differ, without the places in lists: `schema.properties.required`. */
function touchedBy(before: Json | undefined, after: Json | undefined, path: readonly string[]): readonly string[] {
  if (isList(before) && isList(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => touchedBy(before[index], after[index], path)).flat();
  }
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => touchedBy(before[key], after[key], [...path, key]));
  }
  return canonical(before ?? null) === canonical(after ?? null) ? [] : [path.join(".")];
}

function line({ ruleId, axes, class: weight, semver }: Diff["changes"][number]): string {
  return [ruleId, axes.consumer.verdict, axes.producer.verdict, weight, semver].join(" ");
}
