import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Diff } from "../../src/model/diff.ts";
import { temporaryFolder } from "../support/git.ts";
import { meshgateInside } from "../support/meshgate.ts";
import type { Run } from "../support/meshgate.ts";

const TRACKS = readFileSync("registry/products/album/tracks/contracts/tracks.odcs.yaml", "utf8");
const PRODUCT = readFileSync("registry/products/album/tracks/tracks.odps.yaml", "utf8");
const LANGUAGE = "        physicalType: varchar(35)\n        required: true\n";

/** What becomes of the contract. */
const EDITS: Readonly<Record<string, (text: string) => string>> = {
  old: (text) => text,
  reworded: (text) => text.replace("Title as printed", "Title as it is printed"),
  // One reader of three uses it.
  nullable: (text) => text.replace(LANGUAGE, LANGUAGE.replace("        required: true\n", "")),
  // Nobody uses it.
  unread: (text) => text.replace(/ {6}- id: track-tempo\n(?: {8}.*\n)+/u, ""),
  longer: (text) => text.replace("maxItems: 3", "maxItems: 5"),
  duty: (text) =>
    text.replace("        physicalType: float\n", "        physicalType: float\n        required: true\n"),
  other: (text) => text.replace("\nid: tracks\n", "\nid: recordings\n"),
};

const CONSUMER = `apiVersion: meshgate/v1
kind: Consumer
id: ID
name: ID
type: application
domain: player
team: { name: "@daff/ID" }
inputPorts:
  - name: input
    contractId: tracks
`;
const consumer = (id: string, more: string): string => `${CONSUMER.replaceAll("ID", id)}${more}`;
const uses = (...paths: readonly string[]): string =>
  `    customProperties: [{ property: meshgate.uses, value: [${paths.join(", ")}] }]\n`;
const EXPECTS = "    customProperties: [{ property: meshgate.expects, value: expectations/tracks.odcs.yaml }]\n";
const EXPECTATION = `apiVersion: v3.2.0
kind: DataContract
id: app.tracks
version: 1.0.0
status: active
schema:
  - name: tracks
    properties:
      - { name: track_id, logicalType: string, required: true }
      - { name: language, logicalType: string }
`;
/** A product that says of each field of its own what it is made from. */
const MADE = `apiVersion: v3.2.0
kind: DataContract
id: made
version: 1.0.0
status: active
schema:
  - name: made
    properties:
      - { name: lang, logicalType: string, transformSourceObjects: [tracks.language] }
      - { name: id, logicalType: string, transformSourceObjects: [tracks.track_id] }
`;
const MAKER = `apiVersion: v1.0.0
kind: DataProduct
id: maker
version: 1.0.0
status: active
domain: playlist
inputPorts:
  - { name: tracks, version: 3.4.0, contractId: tracks }
outputPorts:
  - { name: made, version: 1.0.0, contractId: made }
`;

/** Folders with readers. */
const FOLDERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  listed: {
    "a.yaml": consumer("all", "    version: 3.4.0\n"),
    "b.yaml": consumer("language", uses("tracks.language")),
    "deep/c.yaml": consumer("title", uses("tracks.title")),
    "old.yaml": consumer("old-major", "    version: 2.0.0\n"),
    "else.yaml": consumer("else", "").replace("contractId: tracks", "contractId: albums"),
    "notes.yaml": "just: notes\n",
    "README.md": "kind: Consumer",
  },
  careful: { "b.yaml": consumer("title", uses("tracks.title")) },
  nobody: { "else.yaml": consumer("else", "").replace("contractId: tracks", "contractId: albums") },
  expecting: { "consumers/app.yaml": consumer("app", EXPECTS), "expectations/tracks.odcs.yaml": EXPECTATION },
  astray: { "app.yaml": consumer("app", EXPECTS) },
  provider: {
    "tracks.odps.yaml": PRODUCT,
    "title.yaml": consumer("title", uses("tracks.title")),
    "self.odps.yaml": MAKER.replaceAll("contractId: made", "contractId: tracks"),
  },
  derived: { "maker.odps.yaml": MAKER, "contracts/made.odcs.yaml": MADE },
  broken: { "a.yaml": consumer("title", uses("tracks.title")), "broken.yaml": consumer("b", "    version: [1]\n") },
  unreadable: { "broken.odps.yaml": "kind: [DataProduct\n" },
  empty: { "README.md": "nothing" },
};

let folder: string;

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

beforeAll(() => {
  folder = temporaryFolder();
  for (const [name, edit] of Object.entries(EDITS)) write(`${name}.yaml`, edit(TRACKS));
  for (const [name, files] of Object.entries(FOLDERS)) {
    for (const [file, content] of Object.entries(files)) write(join(name, file), content);
  }
});

const inFolder = (...args: readonly string[]): Promise<Run> => meshgateInside(["diff", ...args], { cwd: folder });

async function told(...args: readonly string[]): Promise<Diff & { readonly code: number | null }> {
  const { code, stdout, stderr } = await inFolder(...args, "--format", "json");
  expect(stderr).toBe("");
  return { ...(JSON.parse(stdout) as Diff), code };
}

test("edits change the contract", () => {
  for (const [name, edit] of Object.entries(EDITS)) expect(edit(TRACKS) === TRACKS, name).toBe(name === "old");
});

describe.concurrent("who reads", () => {
  test.each<[folder: string, edit: string, asked: number, code: number, effects: readonly string[]]>([
    [
      "listed",
      "nullable",
      3,
      1,
      ["all hit none @daff/all", "language hit uses @daff/language", "title miss uses @daff/title"],
    ],
    ["careful", "nullable", 1, 0, ["title miss uses @daff/title"]],
    ["nobody", "nullable", 0, 1, []],
    ["empty", "nullable", 0, 1, []],
    ["expecting", "nullable", 1, 0, ["app miss expectation @daff/app"]],
    ["expecting", "unread", 1, 0, ["app miss expectation @daff/app"]],
    ["astray", "nullable", 1, 1, ["app hit none @daff/app"]],
    ["derived", "nullable", 1, 1, ["maker hit derived "]],
    ["derived", "unread", 1, 0, ["maker miss derived "]],
  ])("of %s: %s", async (readers, edit, asked, code, effects) => {
    const diff = await told("old.yaml", `${edit}.yaml`, "--consumers", readers);
    expect({ asked: diff.asked, code: diff.code }).toEqual({ asked, code });
    const affected = diff.changes.map((change) =>
      change.affected.map(({ consumer: id, effect, evidence, owner }) => `${id} ${effect} ${evidence} ${owner}`),
    );
    expect(affected).toEqual([effects]);
    // What breaks nobody who is known still asks for its version.
    expect(diff.changes.map(({ byItself, semver }) => [byItself, semver])).toEqual([["breaking", "major"]]);
  });

  test("is nobody who publishes it, and is told by the port that it reads", async () => {
    const { changes } = await told("old.yaml", "nullable.yaml", "--consumers", "provider");
    expect(changes[0]?.affected.map(({ consumer: id, port }) => [id, port])).toEqual([["title", "tracks@3.4.0"]]);
    const all = await told("old.yaml", "nullable.yaml", "--consumers", resolve("registry"));
    expect(new Set(all.changes[0]?.affected.map(({ port }) => port))).toEqual(new Set(["tracks@3.4.0"]));
  });

  test("of another major is told, and not asked", async () => {
    const { notes } = await told("old.yaml", "nullable.yaml", "--consumers", "listed");
    expect(notes).toEqual(["Not asked, because they read another major version: old-major."]);
  });

  test.each([
    ["nobody", "Nobody below nobody reads tracks 3.4.0: all may be hit."],
    ["astray", "app expects expectations/tracks.odcs.yaml, which is no contract below astray."],
  ])("of %s is told where nobody knows", async (readers, note) => {
    expect((await told("old.yaml", "nullable.yaml", "--consumers", readers)).notes).toEqual([note]);
  });

  test("is not known without a folder", async () => {
    const diff = await told("old.yaml", "nullable.yaml");
    expect(diff).toMatchObject({ asked: null, code: 1, changes: [{ affected: [] }] });
  });
});

describe.concurrent("the exit code", () => {
  test.each<[args: string, code: number]>([
    ["old.yaml old.yaml", 0],
    ["old.yaml reworded.yaml --fail-on risky", 0],
    ["old.yaml nullable.yaml", 1],
    ["old.yaml nullable.yaml --fail-on never", 0],
    ["old.yaml longer.yaml", 0],
    ["old.yaml longer.yaml --fail-on risky", 1],
    ["old.yaml nullable.yaml --consumers careful --fail-on risky", 1],
    ["old.yaml duty.yaml", 0],
    ["old.yaml duty.yaml --mode history", 1],
    ["old.yaml duty.yaml --mode full", 1],
    ["old.yaml nullable.yaml --mode none", 0],
    ["old.yaml nullable.yaml --profile datacontract-cli", 0],
    ["old.yaml duty.yaml --profile datacontract-cli", 1],
  ])("of diff %s is %i", async (line, code) => {
    const run = await inFolder(...line.split(" "));
    expect(run).toMatchObject({ code, stderr: "" });
  });
});

test("another id is told", async () => {
  const diff = await told("old.yaml", "other.yaml");
  expect(diff.notes).toEqual(["Two contracts are compared: tracks and recordings."]);
});

describe.concurrent("bad input", () => {
  beforeAll(() => {
    write("product.yaml", PRODUCT);
    write("empty.yaml", "");
    write("two.yaml", `${TRACKS}\n---\n${TRACKS}`);
    write("syntax.yaml", "kind: DataContract\nschema: [\n");
    write("policy.yaml", "apiVersion: meshgate/v1\nkind: Policy\nid: a\n");
    write("invalid.yaml", TRACKS.replace("logicalType: string", "logicalType: text"));
    write("bytes.yaml", Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]));
    write("huge.yaml", `${TRACKS}# ${"x".repeat(1 << 19)}\n`);
    write("named/\u001b[2Jevil.odps.yaml", "kind: [DataProduct\n");
    write("dcs.yaml", "dataContractSpecification: 1.1.0\nid: a\n");
  });

  test.each<[args: string, said: RegExp]>([
    ["old.yaml missing.yaml", /There is no file "missing\.yaml"/u],
    ["old.yaml olt.yaml", /Did you mean "old\.yaml"\?/u],
    ["old.yaml listed", /listed is a folder\./u],
    ["listed listed", /listed is a folder\./u],
    ["old.yaml empty.yaml", /Nothing stands in empty\.yaml\./u],
    ["old.yaml two.yaml", /two\.yaml:\d+:1: A second document begins here/u],
    ["syntax.yaml old.yaml", /syntax\.yaml:\d+:\d+: /u],
    ["old.yaml policy.yaml", /policy\.yaml is no data contract/u],
    ["old.yaml listed/a.yaml", /listed\/a\.yaml is of format consumer\./u],
    ["old.yaml dcs.yaml", /dcs\.yaml is of format/u],
    ["old.yaml invalid.yaml", /invalid\.yaml:\d+:\d+: /u],
    ["old.yaml bytes.yaml", /bytes\.yaml:1:1: /u],
    ["old.yaml huge.yaml", /huge\.yaml:1:1: .*larger than/u],
    ["old.yaml product.yaml", /old\.yaml is a data contract, and product\.yaml a data product\./u],
    ["old.yaml nullable.yaml --consumers missing", /There is no file "missing"/u],
    ["old.yaml nullable.yaml --consumers broken", /broken[/\\]broken\.yaml:\d+:\d+: /u],
    ["old.yaml nullable.yaml --consumers unreadable", /unreadable[/\\]broken\.odps\.yaml:\d+:\d+: /u],
    ["old.yaml nullable.yaml --consumers named", /named[/\\]\\u001b\[2Jevil\.odps\.yaml:/u],
    ["old.yaml nullable.yaml --profile strict", /--profile/u],
    ["old.yaml nullable.yaml --mode FORWARD", /--mode/u],
    ["old.yaml nullable.yaml --fail-on docs", /--fail-on/u],
    ["old.yaml", /missing required argument/u],
  ])("diff %s ends with 2 and says what is wrong", async (line, said) => {
    const { code, stdout, stderr } = await inFolder(...line.split(" "));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(said);
  });
});
