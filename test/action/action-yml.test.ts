import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { INPUT_NAMES } from "../../action/inputs.ts";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const action = parse(readFileSync("action.yml", "utf8")) as Action;

describe("action.yml", () => {
  it("has the inputs that are read, described, without defaults of their own", () => {
    expect(Object.keys(action.inputs)).toEqual(INPUT_NAMES);
    for (const input of Object.values(action.inputs)) {
      expect(Object.keys(input)).toEqual(["description"]);
      expect(input.description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("has the outputs that a run sets", () => {
    expect(Object.keys(action.outputs)).toEqual(["verdict", "blocking", "findings", "report-path", "sarif-path"]);
  });

  it("runs the bundle, which has its licences beside it", () => {
    expect(action.runs).toEqual({ using: "node24", main: "action/dist/index.js" });
    expect(existsSync(action.runs.main)).toBe(true);
    expect(readFileSync("action/dist/THIRD_PARTY_LICENSES.txt", "utf8")).toContain("@actions/core");
  });
});
