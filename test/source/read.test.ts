import { describe, expect, it } from "vitest";
import { MAX_BYTES } from "../../src/source/limits.ts";
import { readSource } from "../../src/source/read.ts";
import { documentOf, inShort, read } from "./texts.ts";

const BOM = "\ufeff";

describe("what is read", () => {
  it.each<[name: string, text: string, values: unknown[]]>([
    ["a mapping", "a: 1\nb: [x, true, null]\n", [{ a: 1, b: ["x", true, null] }]],
    ["JSON with tabs", '{\n\t"a":\t1,\n\t"b": ["\\u00e9\\/", {}]\n}', [{ a: 1, b: ["é/", {}] }]],
    ["words that YAML 1.1 took for booleans", "a: no\nb: on\nc: Yes", [{ a: "no", b: "on", c: "Yes" }]],
    ["dates and times", "a: 2026-11-20\nb: 12:30", [{ a: "2026-11-20", b: "12:30" }]],
    ["octal and hexadecimal numbers", "a: 0o14\nb: 0x1F\nc: 014", [{ a: 12, b: 31, c: 14 }]],
    ["minus zero", "a: -0\nb: -0.0", [{ a: 0, b: 0 }]],
    ["variables", "a: ${HOST}\nb: jdbc://${HOST}:${PORT}/x", [{ a: "${HOST}", b: "jdbc://${HOST}:${PORT}/x" }]],
    ["keys that look like numbers", "1.10: x\n~: y\ntrue: z", [{ "1.10": "x", "~": "y", true: "z" }]],
    ["core tags", "a: !!str 1.10\nb: !!int 3", [{ a: "1.10", b: 3 }]],
    ["the largest safe integer", "a: 9007199254740991", [{ a: 9007199254740991 }]],
    ["a large number that is no integer", "a: 1e300", [{ a: 1e300 }]],
    ["carriage returns with line feeds", "a: |\r\n  x\r\n  y\r\nb: >\r\n  p\r\n  q\r\n", [{ a: "x\ny\n", b: "p q\n" }]],
    ["a byte order mark", `${BOM}a: 1`, [{ a: 1 }]],
    ["aliases", "a: &x {b: 1}\nc: *x\nd: [*x]\n", [{ a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }] }]],
    ["an anchor that is used again", "a: &x 1\nb: *x\nc: &x 2\nd: *x", [{ a: 1, b: 1, c: 2, d: 2 }]],
    ["an anchor on a key", "&k key: *k", [{ key: "key" }]],
    ["a quoted merge sign", '"<<": x', [{ "<<": "x" }]],
    ["escaped control characters", '"\\e[31m": "\\u0007"', [{ "\u001b[31m": "\u0007" }]],
    ["several documents", "a: 1\n---\nb: 2\n...\n---\nc: 3", [{ a: 1 }, { b: 2 }, { c: 3 }]],
    ["a scalar", "just text", ["just text"]],
    ["a document that says null", "null", [null]],
  ])("%s", (_, text, values) => {
    const { documents, problems } = read(text);
    expect(problems).toEqual([]);
    expect(documents.map((document) => document.value)).toEqual(values);
  });

  it.each([
    ["nothing", ""],
    ["white space", " \n\n"],
    ["comments", "# nothing here\n"],
    ["a byte order mark", BOM],
    ["document markers", "---\n---\n...\n"],
  ])("%s holds no document and no problem", (_, text) => {
    expect(read(text)).toEqual({ documents: [], problems: [] });
  });

  it("counts empty documents without keeping them", () => {
    expect(read("a: 1\n---\n---\nb: 2\n---\n").documents.map(({ index }) => index)).toEqual([0, 2]);
  });

  it("makes objects without a prototype", () => {
    const { value } = documentOf("a: {b: 1}");
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.getPrototypeOf((value as { a: object }).a)).toBeNull();
  });
});

describe("what is a problem", () => {
  it.each<[name: string, text: string, problems: string[]]>([
    [
      "a key that stands twice",
      "id: 1\nname: x\nid: 2\n",
      ['3:1 duplicate-key /id Key "id" stands in line 1 and again in line 3; keep one.'],
    ],
    [
      "a key that stands twice in one line",
      "a: {b: 1, b: 2}",
      ['1:11 duplicate-key /a/b Key "b" stands twice in line 1; keep one.'],
    ],
    [
      "a key in two spellings of YAML",
      "a: 1\n'a': 2",
      ['2:1 duplicate-key /a Key "a" stands in line 1 and again in line 2; keep one.'],
    ],
    [
      "keys of JavaScript's machinery",
      "__proto__: {isAdmin: true}\nconstructor: 1\nx: {prototype: 2}",
      [
        '1:1 forbidden-key /__proto__ Key "__proto__" is not allowed anywhere; use another name.',
        '2:1 forbidden-key /constructor Key "constructor" is not allowed anywhere; use another name.',
        '3:5 forbidden-key /x/prototype Key "prototype" is not allowed anywhere; use another name.',
      ],
    ],
    [
      "a merge key",
      "a: &x {b: 1}\nc:\n  <<: *x\n",
      [
        '3:3 merge-key /c/<< Merge key "<<" is not part of YAML 1.2, and tools disagree on it; write the keys out, or use an alias for a whole value.',
      ],
    ],
    [
      "an operator that YAML eats",
      "rule:\n  !==: [a, b]\n",
      ['2:3 custom-tag  Key "!==" was read as a YAML tag and would be dropped; write it in quotes.'],
    ],
    ["another", "!: x", ['1:1 custom-tag  Key "!" was read as a YAML tag and would be dropped; write it in quotes.']],
    [
      "a tag",
      "a: !secret b",
      ['1:4 custom-tag  YAML tag "!secret" is not supported; remove it, or put it in quotes if it is text.'],
    ],
    [
      "a tag of YAML 1.1",
      "a: !!binary aGk=",
      ['1:4 custom-tag  YAML tag "!!binary" is not supported; remove it, or put it in quotes if it is text.'],
    ],
    [
      "a lone exclamation mark",
      "a: ! b",
      ['1:6 custom-tag /a A lone "!" is a YAML tag; remove it, or put it in quotes if it is text.'],
    ],
    [
      "an operator that YAML cannot read",
      "rule:\n  >=: [1, 2]\n",
      [
        "2:4 yaml-syntax  Block scalar header includes extra characters: >=; put text with special characters in quotes.",
      ],
    ],
    [
      "a directive",
      "%: [1]",
      ["1:1 yaml-directive  Unknown directive %; remove the line; texts are read as YAML 1.2."],
    ],
    [
      "another version of YAML",
      "%YAML 1.1\n---\na: no",
      ["1:1 yaml-directive  The document asks for YAML 1.1; texts are read as YAML 1.2, remove the %YAML line."],
    ],
    [
      "numbers that JSON cannot hold",
      "a: 1e400\nb: .nan\nc: -.inf",
      [
        '1:4 number-out-of-range /a "1e400" is not a finite number; write a finite one, or put it in quotes if it is text.',
        '2:4 number-out-of-range /b ".nan" is not a finite number; write a finite one, or put it in quotes if it is text.',
        '3:4 number-out-of-range /c "-.inf" is not a finite number; write a finite one, or put it in quotes if it is text.',
      ],
    ],
    [
      "an integer that loses digits",
      "a: 9007199254740993",
      [
        '1:4 number-out-of-range /a The integer "9007199254740993" is beyond 2^53 and would lose digits; put it in quotes.',
      ],
    ],
    [
      "an alias without an anchor",
      "a: *nope",
      [
        '1:4 unknown-alias /a Alias "*nope" names no anchor above it; put "&nope" before a value, or put the text in quotes.',
      ],
    ],
    [
      "an alias to what contains it",
      "a: &x [*x]",
      [
        '1:8 alias-cycle /a/0 Alias "*x" stands inside the value it names, which would then contain itself; write the value out.',
      ],
    ],
    [
      "a key that is not text",
      "? [a]\n: b",
      ["1:3 key-not-text  A key is a list, an object, an alias or tagged; use text as the key."],
    ],
    [
      "a variable inside a flow mapping",
      "{a: ${VAR}}",
      ["1:6 yaml-syntax  Unexpected flow-map-start at node end; put text with special characters in quotes."],
    ],
    [
      "a colon in text",
      "a: b: c",
      [
        '1:4 yaml-syntax  Nested mappings are not allowed in compact mappings; put text that holds ": " in quotes, or start a new line.',
      ],
    ],
    ["a tab", "a:\n\tb: 1", ["2:1 yaml-syntax  Tabs are not allowed as indentation; indent with spaces."]],
    [
      "control characters",
      "a: \u0007\nb: x\0",
      [
        "1:4 control-character  The text holds the control character \\u0007; remove it, or write it escaped between double quotes.",
        "2:5 control-character  The text holds the control character \\u0000; remove it, or write it escaped between double quotes.",
      ],
    ],
    [
      "a bare carriage return",
      "a: 1\rb",
      ["1:5 control-character  A line ends with a bare carriage return; use line feeds."],
    ],
    [
      "faults of several documents",
      "a: 1\na: 2\n---\nb: *x",
      [
        '2:1 duplicate-key /a Key "a" stands in line 1 and again in line 2; keep one.',
        '4:4 unknown-alias /b Alias "*x" names no anchor above it; put "&x" before a value, or put the text in quotes.',
      ],
    ],
  ])("%s", (_, text, problems) => {
    const found = read(text).problems;
    expect(found.map(inShort)).toEqual(problems);
    expect(found.every(({ severity }) => severity === "error")).toBe(true);
  });

  it("keeps the first value of a key that stands twice, and every other one", () => {
    expect(read("a: 1\na: 2\nb: 3").documents[0]?.value).toEqual({ a: 1, b: 3 });
  });

  it("never puts control characters of the text into a message", () => {
    for (const text of ["a: *\u001b[2J", '"\\e]0;x": 1\n"\\e]0;x": 2', "a: !\u009b x", "a: 'x\u0000"]) {
      const { problems } = read(text);
      expect(problems.length).toBeGreaterThan(0);
      for (const { message } of problems) expect(message).not.toMatch(/[\p{Cc}\u2028\u2029\p{Bidi_Control}]/u);
    }
  });
});

describe("encodings", () => {
  it.each([
    ["UTF-16 with a mark", [0xff, 0xfe, 0x61, 0], "1:1 encoding  The text is encoded in UTF-16; save it as UTF-8."],
    [
      "UTF-16, other end first",
      [0xfe, 0xff, 0, 0x61],
      "1:1 encoding  The text is encoded in UTF-16; save it as UTF-8.",
    ],
    ["UTF-16 without a mark", [0x61, 0, 0x3a, 0], "1:1 encoding  The text is encoded in UTF-16; save it as UTF-8."],
    ["UTF-32", [0x61, 0, 0, 0, 0x3a, 0, 0, 0], "1:1 encoding  The text is encoded in UTF-32; save it as UTF-8."],
    [
      "Latin-1",
      [...Buffer.from("a: 1\nname: caf"), 0xe9, 0x0a],
      "2:10 encoding  The text is not UTF-8: line 2 holds a byte that is no character, as in a text saved as Latin-1 or Windows-1252; save it as UTF-8.",
    ],
  ])("%s is named", (_, bytes, problem) => {
    const { documents, problems } = readSource(new Uint8Array(bytes));
    expect(documents).toEqual([]);
    expect(problems.map(inShort)).toEqual([problem]);
  });

  it("does not count a byte order mark as a column", () => {
    expect(documentOf(`${BOM}a: 1`).range(["a"])).toEqual({ line: 1, column: 4, endLine: 1, endColumn: 5 });
  });
});

describe("bounds", () => {
  it("refuses a large text before reading it", () => {
    const bytes = new Uint8Array(5_000_000).fill(0x61);
    const start = performance.now();
    const { documents, problems } = readSource(bytes);
    expect(documents).toEqual([]);
    expect(problems.map(inShort)).toEqual(["1:1 too-large  The text is larger than 256 KiB; split it."]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("takes another size", () => {
    const bytes = new TextEncoder().encode("a: 1");
    expect(readSource(bytes, { maxBytes: 4 }).problems).toEqual([]);
    expect(readSource(bytes, { maxBytes: 3 }).problems.map(({ message }) => message)).toEqual([
      "The text is larger than 3 bytes; split it.",
    ]);
  });

  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
  const doubling = Array.from({ length: 18 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, x]`).join("\n");

  it.each<[name: string, text: string, codes: string[]]>([
    ["nesting at the bound", nested(64), []],
    ["nesting beyond it", nested(65), ["too-deep"]],
    ["nesting beyond the parser", nested(5_000), ["too-deep"]],
    ["nesting through aliases", `a: &a ${nested(40)}\nb: ${"[".repeat(30)}*a${"]".repeat(30)}`, ["too-deep"]],
    ["nesting through chained aliases", `a0: &a0 ${nested(50)}\n${doubling}`, ["too-deep"]],
    ["twenty aliases", `a: &a 1\nb: [${"*a, ".repeat(20)}]`, []],
    ["one more", `a: &a 1\nb: [${"*a, ".repeat(21)}]`, ["too-many-aliases"]],
    [
      "twenty-one aliases over two documents",
      `a: &a 1\nb: [${"*a, ".repeat(20)}]\n---\na: &a 1\nb: *a`,
      ["too-many-aliases"],
    ],
    ["too many values", `[${"1,".repeat(50_000)}]`, ["too-many-values"]],
    ["too many values through aliases", `a: &a [${"1,".repeat(5_000)}]\nb: [${"*a,".repeat(10)}]`, ["too-many-values"]],
    ["many documents", "--- 1\n".repeat(5_000), []],
  ])("%s", (_, text, codes) => {
    expect([...new Set(read(text).problems.map(({ code }) => code))].filter((code) => code !== "yaml-syntax")).toEqual(
      codes,
    );
  });

  it("says once what is too deep, and not where the stack of this machine ended", () => {
    expect(read(nested(5_000)).problems).toEqual(
      read(nested(65)).problems.map((problem) => ({ ...problem, path: "", range: expect.any(Object) as unknown })),
    );
  });

  // As many as a text may hold: the parser's own recursion would end the process, or try every character for seconds.
  it.each([
    ["{", "too-deep"],
    ["[", "too-deep"],
    ["- ", "too-deep"],
    ["? ", "too-deep"],
    [": ", "too-deep"],
    ["]", "yaml-syntax"],
    ["}\n", "yaml-syntax"],
  ])("refuses a whole text of %j quickly", (piece, code) => {
    const text = piece.repeat(MAX_BYTES / piece.length);
    const start = performance.now();
    expect(read(text).problems[0]?.code).toBe(code);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("refuses a bomb of aliases quickly", () => {
    const lines = "bcdefghi"
      .split("")
      .map((name, index) => `${name}: &${name} [${`*${"abcdefghi".charAt(index)},`.repeat(9)}]`);
    const start = performance.now();
    expect(read(`a: &a [${"x,".repeat(9)}]\n${lines.join("\n")}`).problems.map(({ code }) => code)).toContain(
      "too-many-aliases",
    );
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("lists the first hundred problems and says that there are more", () => {
    const { problems } = read("a: 1\n".repeat(500));
    expect(problems).toHaveLength(100);
    expect(problems[98]?.code).toBe("duplicate-key");
    expect(problems[99]?.message).toBe("There are more problems than are listed; correct those above first.");
  });

  it.each([
    ["brackets", "]"],
    ["quotes", '"'],
    ["directives", "%\n"],
    ["tags", "!a "],
    ["keys", "k: "],
    ["bells", "\u0007"],
  ])("survives a flood of %s", (_, piece) => {
    const { problems } = read(piece.repeat(4_000));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(100);
  });

  it("reads many keys in linear time", () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `k${index}: 1`).join("\n");
    const start = performance.now();
    const document = documentOf(text);
    for (let index = 0; index < 10_000; index++) document.range([`k${index}`]);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
