import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { MOST_CONTENTS } from "../../../src/io/git/landings.ts";
import { gitRepository } from "../../../src/io/git/repository.ts";
import type { CommitId, Repository } from "../../../src/ports/repository.ts";
import { symlink, temporaryFolder, testRepository } from "../../support/git.ts";
import type { TestRepository } from "../../support/git.ts";

const opened: Repository[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((repository) => repository.close()));
});

const PLAYS = "contracts/plays.odcs.yaml";
const TRACKS = "contracts/tracks.odcs.yaml";

/** Long enough that git sees how alike two contents are. */
const contract = (line: string): string =>
  `apiVersion: v3.1.0\nkind: DataContract\nid: plays\nversion: 1.0.0\nstatus: active\nname: Plays\n${line}\n`;

/** Per path and landing its day, what the file was called where that is another name, and what it held. */
async function told(dir: string, tip: CommitId, paths: readonly string[]): Promise<Record<string, readonly string[]>> {
  const repository = await gitRepository(dir);
  opened.push(repository);
  const found = await repository.landings(tip, paths);
  expect([...found.keys()]).toEqual(paths);
  const ids = [...found.values()].flatMap(({ landings }) => landings.flatMap(({ blob }) => blob ?? []));
  const blobs = await repository.read(ids, 10_000);
  const line = (bytes: Uint8Array | undefined): string =>
    Buffer.from(bytes ?? [])
      .toString("utf8")
      .trim()
      .split("\n")
      .at(-1) ?? "";
  return Object.fromEntries(
    [...found].map(([path, { landings, truncated }]) => [
      path,
      [
        ...landings.map(({ day, path: then, blob }) =>
          [day, ...(then === path ? [] : [then]), blob === null ? "gone" : line(blobs.get(blob))].join(" "),
        ),
        ...(truncated ? ["truncated"] : []),
      ],
    ]),
  );
}

async function toldOf(repo: TestRepository, ...paths: readonly string[]): Promise<Record<string, readonly string[]>> {
  return told(repo.dir, repo.git("rev-parse", "main"), paths);
}

describe("landings", () => {
  it("are what a branch has held at each path, the newest first", async () => {
    const repo = testRepository();
    repo.commit({ [PLAYS]: "a\n", [TRACKS]: "one\n" }, { day: "2026-01-05" });
    repo.commit({ [PLAYS]: "b\n", "readme.md": "x\n" }, { day: "2026-02-10" });
    const old = repo.commit({ [PLAYS]: null }, { day: "2026-03-01" });
    repo.commit({ [PLAYS]: "c\n" }, { day: "2026-03-05" });
    repo.commit({ [PLAYS]: symlink("../secret") }, { day: "2026-03-07" });
    expect(await toldOf(repo, PLAYS, TRACKS, "none.yaml")).toEqual({
      [PLAYS]: ["2026-03-07 gone", "2026-03-05 c", "2026-03-01 gone", "2026-02-10 b", "2026-01-05 a"],
      [TRACKS]: ["2026-01-05 one"],
      "none.yaml": [],
    });
    expect(await told(repo.dir, old, [PLAYS])).toEqual({
      [PLAYS]: ["2026-03-01 gone", "2026-02-10 b", "2026-01-05 a"],
    });
    expect(await toldOf(repo)).toEqual({});
  });

  it("have the day on which a merge landed, in UTC, and never one that an author claims", async () => {
    const repo = testRepository();
    repo.commit({ [PLAYS]: "a\n" }, { day: "2026-01-05T23:30:00-05:00" });
    repo.commit({ [PLAYS]: "b\n" }, { on: "topic", from: "main", day: "2026-01-07", authored: "2020-01-01" });
    repo.commit({ [PLAYS]: "c\n" }, { on: "topic", day: "2026-01-08", authored: "2020-01-01" });
    repo.commit({ [PLAYS]: "c\n" }, { merge: "topic", day: "2026-02-10", authored: "2020-01-01" });
    expect(await toldOf(repo, PLAYS)).toEqual({ [PLAYS]: ["2026-02-10 c", "2026-01-06 a"] });
  });

  it("have no day before that of what had landed already, whatever a clock says", async () => {
    const repo = testRepository();
    repo.commit({ [PLAYS]: contract("a") }, { day: "2026-03-01" });
    repo.commit({ [PLAYS]: contract("b") }, { day: "2020-01-01" });
    repo.commit({ [PLAYS]: null, [TRACKS]: contract("b") }, { day: "2020-01-02" });
    repo.commit({ [TRACKS]: contract("c") }, { day: "2026-04-01" });
    repo.commit({ [TRACKS]: contract("d") }, { day: "2026-03-15" });
    expect(await toldOf(repo, TRACKS)).toEqual({
      [TRACKS]: ["2026-04-01 d", "2026-04-01 c", "2026-03-01 b", `2026-03-01 ${PLAYS} b`, `2026-03-01 ${PLAYS} a`],
    });
  });

  it("have no day before that of the commit on which theirs stands", async () => {
    const repo = testRepository();
    repo.commit({ [PLAYS]: "a\n" }, { day: "2026-01-05" });
    repo.commit({ [TRACKS]: "x\n" }, { day: "2026-03-01" });
    repo.commit({ [PLAYS]: "b\n" }, { day: "2026-01-06" });
    expect(await toldOf(repo, PLAYS)).toEqual({ [PLAYS]: ["2026-03-01 b", "2026-01-05 a"] });
  });

  it("have a day of the calendar even where a clock has none", async () => {
    const repo = testRepository();
    repo.commit({ [PLAYS]: "a\n" }, { day: "+200000-01-01" });
    expect(await toldOf(repo, PLAYS)).toEqual({ [PLAYS]: ["9999-12-31 a"] });
  });

  it("follow a file through its names, also where it changes, to another folder, and twice", async () => {
    const repo = testRepository();
    const [first, second, third] = ["a.yaml", "b.yaml", "folder/c.yaml"];
    repo.commit({ [first]: contract("a") }, { day: "2026-01-05" });
    repo.commit({ [first]: contract("b") }, { day: "2026-01-06" });
    repo.commit({ [first]: null, [second]: contract("b") }, { day: "2026-01-07" });
    repo.commit({ [second]: null, [third]: contract("c") }, { day: "2026-01-08" });
    // Something else takes a former name.
    repo.commit({ [first]: "other\n", [third]: contract("d") }, { day: "2026-01-09" });
    expect(await toldOf(repo, third, second, first)).toEqual({
      [third]: [
        "2026-01-09 d",
        "2026-01-08 c",
        `2026-01-07 ${second} b`,
        `2026-01-06 ${first} b`,
        `2026-01-05 ${first} a`,
      ],
      [second]: ["2026-01-08 gone", "2026-01-07 b", `2026-01-06 ${first} b`, `2026-01-05 ${first} a`],
      [first]: ["2026-01-09 other", "2026-01-07 gone", "2026-01-06 b", "2026-01-05 a"],
    });
  });

  it("follow a file that was renamed on a branch before it was merged", async () => {
    const repo = testRepository();
    repo.commit({ [PLAYS]: contract("a") }, { day: "2026-01-05" });
    repo.commit({ [PLAYS]: null, [TRACKS]: contract("a") }, { on: "topic", from: "main" });
    repo.commit({ [PLAYS]: null, [TRACKS]: contract("a") }, { merge: "topic", day: "2026-01-07" });
    expect(await toldOf(repo, TRACKS)).toEqual({ [TRACKS]: ["2026-01-07 a", `2026-01-05 ${PLAYS} a`] });
  });

  it("do not take one file for another that only comes as it goes", async () => {
    const repo = testRepository();
    repo.commit({ [PLAYS]: contract("a") }, { day: "2026-01-05" });
    repo.commit({ [PLAYS]: null, [TRACKS]: "quite: another\n" }, { day: "2026-01-06" });
    expect(await toldOf(repo, TRACKS)).toEqual({ [TRACKS]: ["2026-01-06 quite: another"] });
  });

  it("say where a shallow clone cuts them off, and where it does not", async () => {
    const repo = testRepository();
    repo.commit({ [PLAYS]: "a\n", [TRACKS]: "one\n" }, { day: "2026-01-05" });
    repo.commit({ [PLAYS]: "b\n" }, { day: "2026-01-06" });
    repo.commit({ "new.yaml": "x\n", [PLAYS]: "c\n" }, { day: "2026-01-07" });
    const dir = join(temporaryFolder(), "shallow");
    repo.git("clone", "--quiet", "--depth=2", `file://${repo.dir}`, dir);
    expect(await told(dir, repo.git("rev-parse", "main"), [PLAYS, TRACKS, "new.yaml"])).toEqual({
      [PLAYS]: ["2026-01-07 c", "2026-01-06 b", "truncated"],
      [TRACKS]: ["2026-01-06 one", "truncated"],
      "new.yaml": ["2026-01-07 x"],
    });
  });

  it("tell the newest contents of a file that has had very many", async () => {
    const repo = testRepository();
    for (let index = 0; index < MOST_CONTENTS + 5; index++) repo.commit({ [PLAYS]: `${index}\n` });
    const { [PLAYS]: lines = [] } = await toldOf(repo, PLAYS);
    expect(lines).toHaveLength(MOST_CONTENTS + 1);
    expect(lines.at(-2)).toBe("2026-01-05 5");
    expect(lines.at(-1)).toBe("truncated");
  });

  it("take names for nothing but names", async () => {
    const names = [
      "a\nb.yaml",
      "a\r.yaml",
      "end\r",
      "*.yaml",
      ":(glob)**",
      ":",
      "-rf.yaml",
      "--output=pwned",
      "--",
      "^main",
      "main",
      'quote".yaml',
      "back\\slash.yaml",
      ":100644 x",
      "\u{feff}bom.yaml",
      "\udcff.yaml",
      "𝄞.yaml",
      "__proto__",
      " space ",
    ];
    const repo = testRepository();
    const head = repo.commit(Object.fromEntries(names.map((name, index) => [name, `id: ${index}\n`])));
    repo.commit({ "x.yaml": "x\n" });
    const found = await told(repo.dir, head, names);
    expect(Object.entries(found)).toEqual(names.map((name, index) => [name, [`2026-01-05 id: ${index}`]]));
    // Neither an argument nor a line can say it: nothing is known of it, and that is told.
    const odd = ["a\n\udcff.yaml", "a\0b", ""];
    expect(await told(repo.dir, head, odd)).toEqual(Object.fromEntries(odd.map((name) => [name, ["truncated"]])));
    expect(existsSync(join(repo.dir, "pwned"))).toBe(false);
  });

  it("do not depend on what the repository has configured", async () => {
    const repo = testRepository();
    repo.commit({ [PLAYS]: contract("a"), [TRACKS]: "x\n" }, { day: "2026-01-05" });
    repo.commit({ [PLAYS]: null, "new.yaml": contract("b") }, { day: "2026-01-06" });
    const plain = await toldOf(repo, PLAYS, "new.yaml");
    expect(plain["new.yaml"]).toEqual(["2026-01-06 b", `2026-01-05 ${PLAYS} a`]);
    const pwned = join(repo.dir, "pwned");
    const settings = {
      "log.showRoot": "false",
      "log.follow": "true",
      "log.showSignature": "true",
      "gpg.program": `touch ${pwned}`,
      "log.diffMerges": "combined",
      "log.excludeDecoration": "*",
      "diff.renames": "false",
      "diff.renameLimit": "1",
      "diff.external": `touch ${pwned}`,
      "diff.relative": "true",
      "diff.noprefix": "true",
      "diff.orderFile": "/dev/null",
      "core.quotePath": "true",
      "color.ui": "always",
      "format.pretty": "oneline",
      "log.date": "relative",
    };
    for (const [key, value] of Object.entries(settings)) repo.git("config", key, value);
    expect(await toldOf(repo, PLAYS, "new.yaml")).toEqual(plain);
    expect(existsSync(pwned)).toBe(false);
  });
});
