import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { meshRepository } from "../support/mesh-repo.ts";
import type { Changes, MeshRepository } from "../support/mesh-repo.ts";
import { meshgateInside } from "../support/meshgate.ts";
import type { Run } from "../support/meshgate.ts";
import { daff, TRACKS, TRACKS_C } from "./changes/daff.ts";

const ISRC = "album.tracks#tracks/tracks.isrc";
const READER = "products/partnership/partner-playlists/partner-playlists.odps.yaml";

function run(mesh: MeshRepository, ...args: readonly string[]): Promise<Run> {
  return meshgateInside(args, { cwd: mesh.dir });
}

function textOf(mesh: MeshRepository, file: string): string {
  return readFileSync(join(mesh.dir, file), "utf8");
}

/** The lines that a file has lost and gained. */
function changed(mesh: MeshRepository): readonly string[] {
  return mesh
    .git("diff", "-U0")
    .split("\n")
    .filter((line) => /^[-+](?![-+]{2})/.test(line));
}

/** A mesh whose default branch has had these changes land on these days. */
function landed(...changes: readonly (readonly [day: string, changes: Changes])[]): MeshRepository {
  const mesh = meshRepository();
  for (const [day, change] of changes) mesh.change("main", change, { day });
  mesh.checkout();
  return mesh;
}

const DESCRIPTION = "        description: International Standard Recording Code as delivered (ISO 3901); not unique.\n";
const OLD = [DESCRIPTION, `${DESCRIPTION}        deprecated: true\n`] as const;
const ANNOUNCED: Changes = { [TRACKS_C]: [OLD] };

describe.concurrent("deprecate", () => {
  test("marks a field with the first day on which it may go, and lists who is left to move", async () => {
    const mesh = landed();
    const { code, stdout, stderr } = await run(mesh, "deprecate", ISRC, "--as-of", "2026-02-10");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`${ISRC} is deprecated.
  written  ${TRACKS_C}
    deprecated: true
    meshgate.sunset: 2026-07-01
    version: 3.5.0

Announced today, it may go from 2026-07-01 on; it is critical and has the longer notice.

1 reader left to move
  reads  partnership.partner-playlists · product · partnership · reads tracks@3.4.0
         uses tracks.isrc; @daff/partnership-data
  11 others read there, and do without it.
  Ask @daff/partnership-data.

Offer version 3.5.0 of the contract at output port "tracks" in
${TRACKS}.
Open a pull request: the notice counts from the day on which it is merged.
2026-07-01 is late enough for a merge within 14 days.
`);
    expect(changed(mesh)).toEqual([
      "-version: 3.4.0",
      "+version: 3.5.0",
      "+        deprecated: true",
      "+        customProperties:",
      "+          - property: meshgate.sunset",
      "+            value: 2026-07-01",
    ]);
    const checked = await run(mesh, "validate", TRACKS_C);
    expect(checked.code).toBe(0);
  });

  test("leaves time to merge: the day holds if it lands within 14 days", async () => {
    const mesh = landed();
    const { stdout } = await run(mesh, "deprecate", ISRC, "--as-of", "2026-03-20");
    expect(stdout).toContain("Announced today, it may go from 2026-07-01 on;");
    expect(stdout).toContain("    meshgate.sunset: 2026-10-01\n");
    expect(stdout).toContain("2026-10-01 is late enough for a merge within 14 days.");
    const chosen = await run(mesh, "deprecate", ISRC, "--as-of", "2026-03-20", "--sunset", "2026-12-01");
    expect(chosen.stdout).not.toContain("late enough");
  });

  test("writes nothing with --dry-run, and nothing but what is missing a second time", async () => {
    const mesh = landed();
    const dry = await run(mesh, "deprecate", ISRC, "--as-of", "2026-02-10", "--dry-run");
    expect(dry.stdout).toMatch(/ would be deprecated\.\n {2}not written {2}/);
    expect(changed(mesh)).toEqual([]);
    await run(mesh, "deprecate", ISRC, "--as-of", "2026-02-10", "--sunset", "2027-01-01");
    const once = textOf(mesh, TRACKS_C);
    expect(once).toContain("value: 2027-01-01");
    const again = await run(mesh, "deprecate", ISRC, "--as-of", "2026-02-11");
    expect(again.stdout).toMatch(/ is deprecated already\./);
    expect(textOf(mesh, TRACKS_C)).toBe(once);
    await run(mesh, "deprecate", ISRC, "--as-of", "2026-02-11", "--sunset", "2027-02-01");
    expect(textOf(mesh, TRACKS_C)).toBe(once.replace("2027-01-01", "2027-02-01"));
  });

  test("marks a port and a product in their descriptor, and keeps line ends", async () => {
    const mesh = landed();
    writeFileSync(join(mesh.dir, TRACKS), daff(TRACKS).replaceAll("\n", "\r\n"));
    expect((await run(mesh, "deprecate", "album.tracks#tracks", "--as-of", "2026-02-10")).code).toBe(0);
    expect(textOf(mesh, TRACKS).replaceAll("\r\n", "")).not.toContain("\n");
    expect(textOf(mesh, TRACKS)).toContain("\r\n    deprecated: true\r\n");
    expect((await run(mesh, "deprecate", "album.tracks", "--as-of", "2026-02-10")).code).toBe(0);
    expect(textOf(mesh, TRACKS)).toMatch(/\r\nversion: 3\.5\.0\r\nstatus: deprecated\r\n/);
    expect(textOf(mesh, TRACKS).match(/meshgate\.sunset/g)).toHaveLength(2);
    expect((await run(mesh, "validate", TRACKS)).code).toBe(0);
  });

  test.each([
    [
      "a day too early",
      [ISRC, "--sunset", "2026-06-30"],
      /cannot end on 2026-06-30: its notice is not over before 2026-07-01/,
    ],
    ["an unknown field", ["album.tracks#tracks/tracks.isrcc"], /Did you mean "tracks.isrc"\?/],
    ["an unknown port", ["album.tracks#trucks"], /has no output port/],
    ["an unknown base", [ISRC, "--base", "origin/none"], /No commit of this repository/],
  ])("refuses %s", async (_, args, message) => {
    const mesh = landed();
    const { code, stderr } = await run(mesh, "deprecate", ...args, "--as-of", "2026-02-10");
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) as string });
    expect(changed(mesh)).toEqual([]);
  });

  test("names what could be meant, each once", async () => {
    const { stderr } = await run(landed(), "deprecate", "album.tracks#tracks/nothing.like_it", "--as-of", "2026-02-10");
    const named = /Name one of (.*)\./u.exec(stderr.replaceAll(/\s+/gu, " "))?.[1]?.split(", ") ?? [];
    expect(named).toContain("tracks.genres");
    expect(named).toEqual([...new Set(named)]);
  });

  test("marks a list, which goes by the same name as its items", async () => {
    const mesh = landed();
    const { code, stderr } = await run(mesh, "deprecate", "album.tracks#tracks/tracks.genres", "--as-of", "2026-02-10");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(changed(mesh)).toContain("+        deprecated: true");
  });

  test("says what a standard has no word for", async () => {
    const mesh = landed(["2026-01-06", { [TRACKS_C]: [["apiVersion: v3.2.0", "apiVersion: v3.1.0"]] }]);
    const { code, stderr } = await run(mesh, "deprecate", ISRC);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /ODCS v3\.1\.0, which has no word for what is deprecated\.[^]*Raise its apiVersion to v3\.2\.0/,
    );
  });
});

describe.concurrent("retire", () => {
  const FREE: Changes = { [READER]: [["tracks.isrc", "tracks.track_id"]] };

  test("refuses while somebody reads it, and before the notice is over by the day of the merge", async () => {
    const mesh = landed(["2026-02-10", ANNOUNCED]);
    const before = await run(mesh, "retire", ISRC, "--as-of", "2026-06-19");
    expect({ ...before, stderr: "" }).toEqual({
      code: 1,
      stderr: "",
      stdout: `${ISRC} cannot be retired yet.
  Its notice is not over.
  It is still read.

Announced on 2026-02-10, it may go from 2026-07-01, 12 days left; it is critical and has the longer
notice.

1 reader left to move
  reads  partnership.partner-playlists · product · partnership · reads tracks@3.4.0
         uses tracks.isrc; @daff/partnership-data
  11 others read there, and do without it.
  Ask @daff/partnership-data.
`,
    });
    const later = await run(mesh, "retire", ISRC, "--as-of", "2026-07-01");
    expect(later.code).toBe(1);
    expect(later.stdout).not.toContain("Its notice is not over.");
    expect(changed(mesh)).toEqual([]);
  });

  test("does not take an announcement for one that the base does not have", async () => {
    const mesh = landed(["2026-02-10", FREE]);
    mesh.change("topic", ANNOUNCED, { day: "2026-02-11" });
    mesh.checkout("topic");
    const { code, stdout } = await run(mesh, "retire", ISRC, "--base", "main", "--as-of", "2027-01-01");
    expect(code).toBe(1);
    expect(stdout).toContain(
      "Its end is not announced on main: run `meshgate deprecate 'album.tracks#tracks/tracks.isrc'`",
    );
    expect((await run(mesh, "retire", ISRC, "--as-of", "2027-01-01", "--dry-run")).code).toBe(0);
  });

  test("takes a field out once nobody reads it, with the version that it needs", async () => {
    const mesh = landed(["2026-02-10", { ...ANNOUNCED, ...FREE }]);
    const { code, stdout } = await run(mesh, "retire", ISRC, "--as-of", "2026-07-01");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `${ISRC} is retired.
  written  ${TRACKS_C}
    ${ISRC} is taken out
    version: 4.0.0

Announced on 2026-02-10, it may go since 2026-07-01; it is critical and has the longer notice.

Nobody declared in this mesh reads ${ISRC}.
  12 others read there, and do without it.

Offer version 4.0.0 of the contract at output port "tracks" in
${TRACKS}.
Open a pull request: \`meshgate check\` finds that the end was announced.
`,
    });
    const text = textOf(mesh, TRACKS_C);
    expect(text).not.toContain("name: isrc\n");
    expect(text).toContain("name: title\n");
    const lines = changed(mesh).filter((line) => line.startsWith("+"));
    expect(lines).toEqual(["+version: 4.0.0"]);
  });

  test("takes a port out, and retires a product, that nobody reads", async () => {
    const [target, port] = ["playlist.holiday-playlists", "playlist.holiday-playlists#holiday-playlists"];
    const announced: Changes = { [HOLIDAY]: [["\nstatus: active\n", "\nstatus: deprecated\n"]] };
    const mesh = landed(
      ["2026-02-10", announced],
      ["2026-03-20", { [APP]: [["contractId: holiday-playlists", "contractId: curated-playlists"]] }],
    );
    const early = await run(mesh, "retire", target, "--as-of", "2026-03-11");
    expect(early).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/Its notice is not over\.[^]* 1 day left\./) as string,
    });

    const taken = await run(mesh, "retire", port, "--as-of", "2026-03-12");
    expect(taken).toMatchObject({ code: 0, stderr: "" });
    expect(textOf(mesh, HOLIDAY)).toMatch(/\nversion: 2\.0\.0\n[^]*\noutputPorts: \[\]\n/);
    mesh.checkout();

    const retired = await run(mesh, "retire", target, "--as-of", "2026-03-12");
    expect(retired).toMatchObject({ code: 0, stderr: "" });
    expect(changed(mesh)).toEqual(["-version: 1.0.3", "-status: deprecated", "+version: 2.0.0", "+status: retired"]);
    expect(await run(mesh, "retire", target)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is retired already") as string,
    });
  });

  test("keeps a product that an application reads, however long ago its end was announced", async () => {
    const mesh = landed(["2026-02-10", { [HOLIDAY]: [["\nstatus: active\n", "\nstatus: deprecated\n"]] }]);
    const { code, stdout } = await run(mesh, "retire", "playlist.holiday-playlists", "--as-of", "2027-01-01");
    expect({ code, left: /1 reader left to move\n {2}reads {2}player\.player-app/.test(stdout) }).toEqual({
      code: 1,
      left: true,
    });
  });
});

const HOLIDAY = "products/playlist/holiday-playlists/holiday-playlists.odps.yaml";
const APP = "consumers/player/player-app.yaml";
