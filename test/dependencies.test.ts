import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { cruise } from "dependency-cruiser";
import extractDepcruiseConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import type { IConfiguration, ICruiseResult, IFlattenedRuleSet } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** For each rule a file that breaks it, with what it imports. */
const BREAKS: Readonly<Record<string, readonly [file: string, imports: string]>> = {
  "no-cycles": ["src/mesh/circle.ts", "./elcric.ts"],
  "no-orphans": ["src/mesh/alone.ts", ""],
  "not-to-unresolvable": ["src/mesh/lost.ts", "./nowhere.ts"],
  "model-imports-nothing": ["src/model/curious.ts", "../source/read.ts"],
  "areas-are-siblings": ["src/mesh/sideways.ts", "../policy/logic.ts"],
  "report-knows-the-model": ["src/report/reading.ts", "../source/read.ts"],
  "pure-core": ["src/app/govern/impure.ts", "node:fs"],
  "pure-core-npm": ["src/descriptor/heavy.ts", "commander"],
  "json-logic-in-one-file": ["src/policy/shortcut.ts", "json-logic-js"],
  "clients-go-through-app": ["src/cli/short-way.ts", "../policy/logic.ts"],
  "ports-are-types": ["src/ports/adapter.ts", "../io/git.ts"],
  "app-knows-no-adapter": ["src/app/adapted.ts", "../io/git.ts"],
  "govern-is-pure": ["src/app/govern/waiting.ts", "../gather.ts"],
  "app-npm-free": ["src/app/parsing.ts", "yaml"],
  "io-implements-ports": ["src/io/judging.ts", "../policy/logic.ts"],
  "sdk-only-in-io": ["src/cli/clone.ts", "simple-git"],
  "actions-toolkit-only-in-action": ["src/cli/annotate.ts", "@actions/core"],
  "src-knows-no-action": ["src/cli/upside-down.ts", "../../action/main.ts"],
  "no-test-imports": ["src/cli/tested.ts", "../../test/support.ts"],
  "no-dev-deps": ["action/typing.ts", "fast-check"],
};

/** Files that break nothing, each imported by somebody. */
const SOUND: Readonly<Record<string, readonly string[]>> = {
  "src/model/noun.ts": [],
  "src/source/read.ts": ["../model/noun.ts", "yaml"],
  "src/policy/logic.ts": ["json-logic-js", "../source/read.ts"],
  "src/mesh/elcric.ts": ["./circle.ts"],
  "src/io/git.ts": ["simple-git", "node:fs", "../model/noun.ts"],
  "src/app/gather.ts": ["./govern/govern.ts"],
  "src/app/govern/govern.ts": ["../../policy/logic.ts"],
  "src/cli/main.ts": ["../app/gather.ts", "../io/git.ts", "commander"],
  "action/main.ts": ["@actions/core", "../src/app/gather.ts"],
  "test/support.ts": ["fast-check"],
};

const { options = {}, forbidden = [] }: IConfiguration = await extractDepcruiseConfig(
  resolve(".dependency-cruiser.mjs"),
);
const ruleSet = { forbidden } as IFlattenedRuleSet;

interface Violation {
  readonly rule: string;
  readonly from: string;
}

let folder: string;
let violations: readonly Violation[];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "meshgate-dependencies-")));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  for (const file of ["package.json", "tsconfig.json"]) cpSync(file, join(folder, file));
  const planted = Object.values(BREAKS).map(([file, imports]) => [file, imports === "" ? [] : [imports]] as const);
  for (const [file, imports] of [...planted, ...Object.entries(SOUND)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const lines = imports.map((one, index) => `import * as import${String(index)} from "${one}";\n`);
    const used = imports.map((_, index) => `import${String(index)}`).join(", ");
    writeFileSync(join(folder, file), `${lines.join("")}export const used = [${used}];\n`);
  }
  const { output } = await cruise(["src", "action", "test"], {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet,
  });
  violations = (output as ICruiseResult).summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the directions of dependencies", () => {
  it("each have a file here that breaks them", () => {
    expect(Object.keys(BREAKS)).toEqual(forbidden.map(({ name }) => name));
  });

  it.each(Object.entries(BREAKS))("%s is held", (rule, [file]) => {
    expect(violations).toContainEqual({ rule, from: file });
  });

  it("are kept by files that keep them", () => {
    const sound = Object.keys(SOUND).filter((file) => file !== "src/mesh/elcric.ts");
    expect(violations.filter(({ from }) => sound.includes(from))).toEqual([]);
  });
});
