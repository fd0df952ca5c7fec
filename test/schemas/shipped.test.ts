import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { SCHEMAS } from "../../src/app/schemas.ts";
import { daffShell } from "../docs/daff-shell.ts";
import type { DaffShell } from "../docs/daff-shell.ts";

const CLI = "dist/cli.js";

function shipped(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`schemas/${name}.json`, "utf8")) as Record<string, unknown>;
}

/** As an editor reads them: a plain validator that knows nothing of Meshgate but its two keywords. */
function validator(name: string): ValidateFunction {
  const ajv = new Ajv2020({ strictTypes: false, strictRequired: false, allowUnionTypes: true });
  for (const keyword of ["x-expected", "x-unit"]) ajv.addKeyword({ keyword, schemaType: "string" });
  return ajv.compile(shipped(name));
}

const NAMES = SCHEMAS.map(({ name }) => name);

describe("the schemas that ship", () => {
  it("are those that are listed", () => {
    expect(readdirSync("schemas").sort()).toEqual(NAMES.map((name) => `${name}.json`).sort());
  });

  it("have ids of their own", () => {
    const ids = NAMES.map((name) => shipped(name)["$id"]);
    expect(new Set(ids).size).toBe(NAMES.length);
  });

  it.each(NAMES)("%s says what it is of, and is a JSON Schema", (name) => {
    expect(shipped(name)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: expect.stringMatching(/^meshgate\/[a-z0-9.-]+(\/v1)?$/) as string,
      title: expect.stringMatching(/\w/) as string,
      description: expect.stringMatching(/\w.*\.$/) as string,
    });
    expect(() => validator(name)).not.toThrow();
  });

  it("are what the command prints", () => {
    for (const name of ["policy", "odcs-3.1.0"]) {
      expect(execFileSync(process.execPath, [CLI, "schema", name], { encoding: "utf8" })).toBe(
        readFileSync(`schemas/${name}.json`, "utf8"),
      );
    }
  });
});

/** The schema of each file of Daff and of the pack, by what stands in it. */
function schemaOf(value: { readonly kind?: string; readonly apiVersion?: string }): string | undefined {
  const version = value.apiVersion?.replace(/^v/, "") ?? "";
  const names: Readonly<Record<string, string>> = {
    DataProduct: `odps-${version}`,
    DataContract: `odcs-${version}`,
    Consumer: "consumer",
    Mesh: "mesh",
    Guild: "guild",
    Policy: "policy",
    Binding: "binding",
    Waiver: "waiver",
  };
  return names[value.kind ?? ""];
}

const FILES = ["registry", "policies"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `${folder}/${file}`),
);

const VALIDATORS = new Map<string, ValidateFunction>();

function validatorOf(name: string): ValidateFunction {
  const found = VALIDATORS.get(name) ?? validator(name);
  VALIDATORS.set(name, found);
  return found;
}

describe("in an editor", () => {
  it.each(FILES.filter((file) => !file.endsWith("pack.yaml")))("%s is as its schema says", (file) => {
    const value = parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    const name = schemaOf(value) ?? "";
    expect(NAMES).toContain(name);
    const validate = validatorOf(name);
    expect(validate(value) ? [] : validate.errors).toEqual([]);
    // The schema is not one that lets everything pass.
    expect(validate({ ...value, kind: 7 })).toBe(false);
  });
});

describe("a program", () => {
  let shell: DaffShell;

  beforeAll(async () => {
    shell = await daffShell();
  });

  afterAll(() => shell.close());

  it.each([
    ["report", "meshgate check --base main --format json"],
    ["validation", "meshgate validate products README.md --format json"],
    ["graph", "meshgate graph --format json"],
    ["impact", "meshgate impact album.tracks --format json"],
  ])("is answered as the schema of a %s says", async (name, line) => {
    const answer: unknown = JSON.parse((await shell.run(line)).stdout);
    const validate = validatorOf(name);
    expect(validate(answer) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...(answer as object), schema: "another" })).toBe(false);
  });
});
