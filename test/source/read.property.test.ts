import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import type { SourceText } from "../../src/model/document.ts";
import type { Json, JsonPath } from "../../src/model/json.ts";
import type { Range } from "../../src/model/location.ts";
import { isList, isObject, own } from "../../src/model/json.ts";
import { readSource } from "../../src/source/read.ts";
import { covered, read } from "./texts.ts";

const SEED = `apiVersion: v1.0.0
kind: DataProduct # Daff
id: &id listener-profile
name: "Listener: profile"
description: |
  Who listens,
    and where.

tags: [pii, 'it''s', core, *id]
outputPorts:
  - name: profiles
    version: 1.10
    sbom: [{type: external, url: "\${BASE}/sbom"}]
  - {name: plain, contractId: folded}
customProperties:
  - property: meshgate.class
    value: >-
      core
      data
  - property: empty
    value:
---
second: document
...
`;

const PIECES = [
  "---\n",
  "- ",
  ": ",
  "? ",
  "&a ",
  "*a",
  "!t ",
  "!==: ",
  "[",
  "]",
  "{",
  "}",
  ",",
  "|\n",
  ">-\n",
  "\t",
  "\r\n",
  "\r",
];
const MORE = [
  "'",
  '"',
  "\\",
  "#",
  "%YAML 1.1\n",
  "<<: *a\n",
  "__proto__: 1\n",
  "\0",
  "\ufeff",
  "🎧",
  "\ud800",
  "  ",
  "\n",
  "a: 1\n",
];
const edit = fc.record({
  at: fc.nat(SEED.length),
  drop: fc.nat(6),
  insert: fc.oneof(fc.constantFrom(...PIECES, ...MORE), fc.string({ maxLength: 6, unit: "binary" })),
});
const edited = (edits: number): fc.Arbitrary<string> =>
  fc
    .array(edit, { maxLength: edits })
    .map((edits) =>
      edits.reduce((text, { at, drop, insert }) => text.slice(0, at) + insert + text.slice(at + drop), SEED),
    );
const mutated = edited(8);
const flood = fc.array(fc.constantFrom(...PIECES, ...MORE), { maxLength: 60 }).map((pieces) => pieces.join(""));
const texts = fc.oneof(mutated, flood, fc.string({ unit: "binary" }), fc.json());

function* pathsOf(value: Json, path: JsonPath = []): Generator<readonly [JsonPath, Json]> {
  yield [path, value];
  if (isList(value)) for (const [index, item] of value.entries()) yield* pathsOf(item, [...path, index]);
  if (isObject(value)) for (const key of Object.keys(value)) yield* pathsOf(value[key] ?? null, [...path, key]);
}

/** As it would be after a way through UTF-8. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, "\ufffd");
}

function lines(text: string): readonly string[] {
  return text.replace(/^\ufeff/, "").split("\n");
}

function liesIn(range: Range, text: readonly string[]): boolean {
  const { line, column, endLine, endColumn } = range;
  const ordered = line < endLine || (line === endLine && column <= endColumn);
  const inside = (row: number, place: number): boolean => place >= 1 && place <= (text[row - 1]?.length ?? -1) + 1;
  return ordered && inside(line, column) && inside(endLine, endColumn);
}

function rangesOf({ documents, problems }: SourceText): readonly Range[] {
  const values = documents.flatMap((document) =>
    [...pathsOf(document.value)].flatMap(([path]) => [
      document.range(path),
      document.range(path, "key"),
      document.range([...path, "missing", 3]),
    ]),
  );
  return [...values, ...problems.map((problem) => problem.range)];
}

/** What JSON allows and we do not. */
const BEYOND_YAML: ReadonlySet<string> = new Set(["control-character", "forbidden-key", "number-out-of-range"]);

describe("readSource", () => {
  it("takes any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { documents, problems } = readSource(bytes);
        for (const problem of problems) expect(problem.message).toMatch(/^[^\n\r\0]+[.?]$/);
        for (const document of documents) expect(() => JSON.stringify(document.value)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });

  it("gives ranges that lie in the text, whatever the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clean = wellFormed(text);
        const rows = lines(clean);
        const stray = rangesOf(read(clean)).filter((range) => !liesIn(range, rows));
        expect(stray).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("gives the same for the same text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [one, other] = [read(text), read(text)];
        expect(one.problems).toEqual(other.problems);
        expect(one.documents.map(({ value }) => value)).toEqual(other.documents.map(({ value }) => value));
      }),
      { numRuns: 100 },
    );
  });

  it("reads JSON as JSON.parse does", () => {
    const values = fc.jsonValue({ noUnicodeString: false, maxDepth: 5 });
    fc.assert(
      fc.property(values, fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { documents, problems } = read(text);
        expect(problems.filter(({ code }) => !BEYOND_YAML.has(code))).toEqual([]);
        fc.pre(problems.length === 0);
        expect(JSON.parse(JSON.stringify(documents[0]?.value))).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  it("covers each scalar by text that reads as the same scalar", () => {
    fc.assert(
      fc.property(edited(2), (text) => {
        const clean = wellFormed(text);
        const { documents, problems } = read(clean);
        fc.pre(problems.length === 0);
        for (const document of documents) {
          for (const [path, value] of pathsOf(document.value)) {
            if (isList(value) || isObject(value) || document.written?.(path) === undefined) continue;
            const cover = covered(clean.replace(/^\ufeff/, ""), document.range(path));
            if (cover === "" || document.written(path) === "") continue;
            expect(readings(cover)).toContainEqual(trimmed(value));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** What a text means as a document of its own or as the value of a key. */
function readings(text: string): readonly Json[] {
  return [text, `key: ${text}`].flatMap((source) => {
    const document = parseDocument(source, { logLevel: "silent" });
    const value = document.errors.length > 0 ? undefined : (document.toJS() as Json);
    return [value, own(value, "key")].flatMap((reading) => (reading === undefined ? [] : [trimmed(reading)]));
  });
}

/** The range of a block scalar leaves out the line feeds at its end. */
function trimmed(value: Json): Json {
  return typeof value === "string" ? value.trimEnd() : value;
}
