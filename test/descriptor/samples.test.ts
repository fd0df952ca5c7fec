import { describe, expect, it } from "vitest";
import type { Json } from "../../src/model/json.ts";
import { isObject, list } from "../../src/model/json.ts";
import type { Format } from "../../src/descriptor/format.ts";
import { FORMATS } from "../../src/descriptor/formats/index.ts";
import { caseFields, choose } from "../../src/descriptor/schemas/place.ts";
import type { RecordShape, Shape, Version } from "../../src/descriptor/schemas/shape.ts";
import { casesOf, fieldsOf, resolve, wordsOf } from "../../src/descriptor/schemas/span.ts";
import { readSource } from "../../src/source/read.ts";
import { bytesOf, lines, read, sample, samples } from "./support/reading.ts";

describe("full samples", () => {
  it.each(samples())("%s has no problem and a summary", (name) => {
    const reading = read(sample(name));
    expect(lines(reading)).toEqual([]);
    expect(reading.documents).toHaveLength(1);
    expect(reading.documents[0]?.described?.summary().id).toMatch(/^daff\./);
  });

  it.each(["3.0.0", "3.0.1"])("the sample of ODCS 3.0.2 is one of %s, too", (version) => {
    const reading = read(sample("odcs-3.0.2.odcs.yaml").replace("v3.0.2", `v${version}`));
    expect(lines(reading)).toEqual([]);
    expect(reading.documents[0]?.formatVersion).toBe(version);
  });

  it.each(samples())("%s survives conversion to JSON", (name) => {
    const value = valueOf(name);
    expect(lines(read(JSON.stringify(value, null, 2), "any.json"))).toEqual([]);
  });

  it.each(samples())("%s uses every key and word of its version", (name) => {
    const value = valueOf(name);
    const native = FORMATS.find((format) => isObject(value) && format.recognises(value));
    if (native === undefined) throw new Error(`${name} is no descriptor`);
    const version = rulesOf(native, value);
    const used = usesOf(native.shape, version, value);
    expect([...wantsOf(native.shape, version)].filter((want) => !used.has(want))).toEqual([]);
  });
});

function valueOf(name: string): Json {
  return readSource(bytesOf(sample(name))).documents[0]?.value ?? null;
}

function rulesOf(format: Format, value: Json): Version {
  return (isObject(value) ? format.readVersion(value).rules : undefined) ?? "";
}

/** `Record.key`, and `Record.key=word` for closed vocabularies that choose a case. */
function usesOf(root: Shape, version: Version, value: Json): ReadonlySet<string> {
  const used = new Set<string>();
  const visit = (shape: Shape, at: Json): void => {
    const now = choose(shape, version, at);
    if (now?.is === "list")
      list(at).forEach((element) => {
        visit(now.of, element);
      });
    if (now?.is !== "record" || !isObject(at)) return;
    const fields = { ...caseFields(now, at), ...now.fields };
    for (const [key, inner] of Object.entries(at)) {
      used.add(`${now.name}.${key}`);
      if (now.cases?.by === key && typeof inner === "string") used.add(`${now.name}.${key}=${inner}`);
      const field = fields[key];
      if (field !== undefined) visit(field.shape, inner);
    }
  };
  visit(root, value);
  return used;
}

function wantsOf(root: RecordShape, version: Version): ReadonlySet<string> {
  const wanted = new Set<string>();
  const seen = new Set<string>();
  const visit = (shape: Shape): void => {
    const now = resolve(shape, version);
    if (now?.is === "either") now.options.forEach(visit);
    if (now?.is === "list") visit(now.of);
    if (now?.is !== "record" || seen.has(now.name)) return;
    seen.add(now.name);
    const cases = casesOf(now, version);
    const all = [now.fields, ...(cases ? [...cases.of.values()] : [])];
    for (const [key, field] of all.flatMap((fields) => fieldsOf(fields, version))) {
      wanted.add(`${now.name}.${key}`);
      const choice = resolve(field.shape, version);
      if (cases?.by === key && choice?.is === "choice") {
        for (const word of wordsOf(choice, version)) wanted.add(`${now.name}.${key}=${word}`);
      }
      visit(field.shape);
    }
  };
  visit(root);
  return wanted;
}
