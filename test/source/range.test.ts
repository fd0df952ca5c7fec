import { describe, expect, it } from "vitest";
import type { JsonPath } from "../../src/model/json.ts";
import { covered, documentOf } from "./texts.ts";

const TEXT = `# A comment
id: listener-profile # and another
"quoted key": 'single'
outputPorts:
  - name: profiles
    version: 1.10

  # about the next one
  - {name: "a, b", tags: [x, y]}
  -
text: |
  first
  second

folded: >-
  one
  two
none:
shared: &shared
  deep: {er: 1}
use: *shared
last: plain
  text
`;

const document = documentOf(TEXT);
const at = (path: JsonPath, part?: "key" | "value"): string => covered(TEXT, document.range(path, part));

describe("the range of a value", () => {
  it.each<[path: JsonPath, text: string]>([
    [["id"], "listener-profile"],
    [["quoted key"], "'single'"],
    [["outputPorts", 0, "version"], "1.10"],
    [["outputPorts", 0], "name: profiles\n    version: 1.10"],
    [["outputPorts", 1], '{name: "a, b", tags: [x, y]}'],
    [["outputPorts", 1, "name"], '"a, b"'],
    [["outputPorts", 1, "tags", 1], "y"],
    [["outputPorts", 2], ""],
    [["text"], "|\n  first\n  second"],
    [["folded"], ">-\n  one\n  two"],
    [["use"], "*shared"],
    [["shared"], "deep: {er: 1}"],
    [["last"], "plain\n  text"],
  ])("%j", (path, text) => {
    expect(at(path)).toBe(text);
  });

  it("of the document ends with its last value", () => {
    expect(at([])).toBe(TEXT.slice(TEXT.indexOf("id:")).trimEnd());
  });

  it("leads through an alias to where the value stands", () => {
    expect(document.range(["use", "deep", "er"])).toEqual(document.range(["shared", "deep", "er"]));
  });

  it("that was left out is its key", () => {
    expect(at(["none"])).toBe("none");
  });
});

describe("the range of a key", () => {
  it.each<[path: JsonPath, text: string]>([
    [["id"], "id"],
    [["quoted key"], '"quoted key"'],
    [["outputPorts", 1, "tags"], "tags"],
    [["use", "deep"], "deep"],
    [["outputPorts", 0], "name: profiles"],
    [[], "id: listener-profile # and another"],
  ])("%j", (path, text) => {
    expect(at(path, "key")).toBe(text);
  });
});

describe("the range of what does not exist", () => {
  it.each<[path: JsonPath, text: string]>([
    [["nope"], "id: listener-profile # and another"],
    [["id", "deeper"], "id"],
    [["outputPorts", 0, "contractId"], "name: profiles"],
    [["outputPorts", 0, "version", "major"], "version"],
    [["outputPorts", 7], "outputPorts"],
    [["outputPorts", "name"], "outputPorts"],
    [["outputPorts", 1, "tags", 5, "x"], "tags"],
    [["none", "x"], "none"],
    [["use", "nope"], "use"],
    [["toString"], "id: listener-profile # and another"],
    [["__proto__", "x"], "id: listener-profile # and another"],
  ])("%j is its nearest ancestor", (path, text) => {
    expect(at(path)).toBe(text);
    expect(at(path, "key")).toBe(text);
  });
});

it("counts UTF-16 code units", () => {
  expect(documentOf("{a: 🎧, b: é}").range(["b"])).toEqual({ line: 1, column: 12, endLine: 1, endColumn: 13 });
});

it("counts lines of every document of a stream", () => {
  const text = "a: 1\r\n---\r\nb:\r\n  c: 2\r\n";
  expect(documentOf(text).range(["a"])).toEqual({ line: 1, column: 4, endLine: 1, endColumn: 5 });
});

it("gives scalars as they were written", () => {
  expect(document.written?.(["outputPorts", 0, "version"])).toBe("1.10");
  expect(document.written?.(["quoted key"])).toBe("single");
  expect(document.written?.(["outputPorts"])).toBeUndefined();
  expect(document.written?.(["nope"])).toBeUndefined();
});
