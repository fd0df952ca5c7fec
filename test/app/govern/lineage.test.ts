import { describe, expect, it } from "vitest";
import { DAFF } from "./support/cases.ts";
import { judgeChange } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const FOLDER = "products/artist/emerging-artists";
const PRODUCT = `${FOLDER}/emerging-artists.odps.yaml`;
const CONTRACT = `${FOLDER}/contracts/emerging-artists.odcs.yaml`;
const TRACKS = "products/album/tracks";

function edited(file: string, ...edits: readonly (readonly [from: string | RegExp, to: string])[]): string {
  const text = DAFF[file] ?? "";
  const result = edits.reduce((now, [from, to]) => now.replace(from, to), text);
  if (result === text) throw new Error(`${file} stays the same`);
  return result;
}

/** The version of the product and of its port, raised to the next minor one. */
const RAISED: Texts = { [PRODUCT]: edited(PRODUCT, [/version: 1\.1\.0/g, "version: 1.2.0"]) };
const OPENED = [
  [/classification: internal/g, "classification: public"],
  [/^version: 1\.1\.0/m, "version: 1.2.0"],
] as const;

const without = (file: string): Texts => Object.fromEntries(Object.entries(DAFF).filter(([name]) => name !== file));

const lowered = (head: Texts): number => {
  const { findings } = judgeChange(DAFF, head);
  return findings.filter(({ policy, origin }) => policy === "baseline.classification-not-lowered" && origin === "new")
    .length;
};

describe("a contract that leaves the folders of all domains", () => {
  it("keeps the rules of the domain that publishes it", () => {
    const file = "products/player/play-events/contracts/play-events-daily.odcs.yaml";
    const base = { ...DAFF, "bindings/player.yaml": `${DAFF["bindings/player.yaml"] ?? ""}    level: block\n` };
    const longer = edited(file, [/^ {4}value: 3$/m, "    value: 9"]);
    const blocked = (head: Texts): readonly string[] =>
      judgeChange(base, head)
        .findings.filter(({ policy, level }) => policy === "global.retention" && level === "block")
        .map(({ location }) => location.file);
    expect(blocked({ ...base, [file]: longer })).toEqual([file]);
    const rest = Object.fromEntries(Object.entries(base).filter(([name]) => name !== file));
    expect(blocked({ ...rest, "contracts/daily.odcs.yaml": longer })).toEqual(["contracts/daily.odcs.yaml"]);
  });
});

describe("protection that is taken away", () => {
  it.each<[how: string, head: Texts]>([
    ["in place", { ...DAFF, ...RAISED, [CONTRACT]: edited(CONTRACT, ...OPENED) }],
    [
      "in a new version beside the old one",
      { ...DAFF, ...RAISED, [`${FOLDER}/contracts/next.odcs.yaml`]: edited(CONTRACT, ...OPENED) },
    ],
    [
      "in a new version under the old name, while the old one moves aside",
      {
        ...DAFF,
        ...RAISED,
        [CONTRACT]: edited(CONTRACT, ...OPENED),
        [`${FOLDER}/contracts/old.odcs.yaml`]: DAFF[CONTRACT] ?? "",
      },
    ],
    [
      "under a new id in the same file",
      {
        ...DAFF,
        [PRODUCT]: (RAISED[PRODUCT] ?? "").replace("contractId: emerging-artists", "contractId: risers"),
        [CONTRACT]: edited(CONTRACT, ...OPENED, [/^id: .*/m, "id: risers"]),
      },
    ],
    [
      "under a new id in another file, behind the same port",
      {
        ...without(CONTRACT),
        [PRODUCT]: (RAISED[PRODUCT] ?? "").replace("contractId: emerging-artists", "contractId: risers"),
        [`${FOLDER}/contracts/risers.odcs.yaml`]: edited(CONTRACT, ...OPENED, [/^id: .*/m, "id: risers"]),
      },
    ],
    [
      "under another name of the object",
      { ...DAFF, ...RAISED, [CONTRACT]: edited(CONTRACT, ...OPENED, [/name: emerging_artists$/m, "name: risers"]) },
    ],
  ])("%s is seen", (_, head) => {
    expect(lowered(head)).toBeGreaterThan(5);
  });

  it("is seen where a field with a stable id is renamed", () => {
    const contract = `${TRACKS}/contracts/tracks.odcs.yaml`;
    const head = {
      ...DAFF,
      [`${TRACKS}/tracks.odps.yaml`]: edited(`${TRACKS}/tracks.odps.yaml`, [/version: 3\.4\.0/g, "version: 3.5.0"]),
      [contract]: edited(
        contract,
        [/^version: 3\.4\.0/m, "version: 3.5.0"],
        [/(id: track-updated\n\s+name: )updated_at([^]*?classification: )internal/, "$1changed_at$2public"],
      ),
    };
    expect(lowered(head)).toBe(1);
  });

  it("is not made up: a new version that protects as much says nothing", () => {
    const next = edited(CONTRACT, [/^version: 1\.1\.0/m, "version: 1.2.0"]);
    expect(lowered({ ...DAFF, ...RAISED, [`${FOLDER}/contracts/next.odcs.yaml`]: next })).toBe(0);
  });
});
