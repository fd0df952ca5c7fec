import { describe, expect, test } from "vitest";
import { askWords, reachOf } from "../../src/report/reach.ts";
import { compatibility } from "../support/compatibility.ts";
import { NO_GRAPH, affected, report } from "../support/report.ts";
import { RISKY, SAFE, change, reader } from "./diff/samples.ts";

const breaking = (...ids: readonly string[]) =>
  change({ fingerprint: "000000000000000a", affected: ids.map((id) => reader(id)) });
const risky = (...ids: readonly string[]) =>
  change({
    ...RISKY,
    fingerprint: "000000000000000b",
    affected: ids.map((id) => reader(id, { owners: [`@daff/${id}`] })),
  });

test("a change that concerns nobody reaches nobody", () => {
  expect(reachOf(report())).toBeUndefined();
  expect(reachOf(report({ compatibility: [compatibility({ changes: [change(SAFE)] })] }))).toBeUndefined();
});

describe("of several contracts", () => {
  const reach = reachOf(
    report({
      compatibility: [
        compatibility({ changes: [breaking("a"), risky("c")] }),
        compatibility({ contract: "albums", changes: [breaking("b"), risky("a", "d")] }),
        compatibility({
          contract: "royalties",
          changes: [change({ ...SAFE, affected: ["a", "e"].map((id) => reader(id, { effect: "miss" })) })],
        }),
      ],
    }),
  );

  test("each owner is asked once, with all their readers", () => {
    expect(reach?.lanes.signOff).toEqual([
      { owner: "@daff/player-data", readers: ["a", "b"], changes: ["000000000000000a"] },
    ]);
  });

  test("who must agree to one need not be told of another", () => {
    expect(reach?.lanes.notify.map(({ owner, readers }) => [owner, ...readers])).toEqual([
      ["@daff/c", "c"],
      ["@daff/d", "d"],
    ]);
  });

  test("only who is touched by none is safe", () => {
    expect(reach?.lanes.safe).toEqual(["e"]);
  });

  test("both lanes are counted", () => {
    expect(reach && askWords(reach)).toEqual(["1 owner must agree", "2 owners should hear of it"]);
  });
});

test("readers of whom nobody knows the owner are counted apart", () => {
  const changes = [change({ affected: [reader("a", { owners: [] }), reader("b")] })];
  const reach = reachOf(report({ compatibility: [compatibility({ changes })] }));
  expect(reach && askWords(reach)).toEqual(["1 owner must agree", "nobody answers for 1 reader"]);
});

test("to a change of a draft nobody has to agree", () => {
  const reach = reachOf(report({ compatibility: [compatibility({ enforced: false, changes: [breaking("a")] })] }));
  expect(reach?.lanes.signOff).toEqual([]);
  expect(reach?.lanes.notify.map(({ readers }) => readers)).toEqual([["a"]]);
});

test("who reads what changed is never called safe, and told where no lane has them", () => {
  const changes = [change({ class: "safe", affected: [reader("a")] })];
  const graph = { ...NO_GRAPH, affected: [affected("a", "player"), affected("z", "player", { distance: 2 })] };
  const reach = reachOf(report({ compatibility: [compatibility({ changes })], graph }));
  expect(reach?.lanes).toEqual({ signOff: [], notify: [], safe: [] });
  expect(reach?.unasked.map(({ id }) => id)).toEqual(["a"]);
  expect(reach?.further.map(({ id }) => id)).toEqual(["z"]);
  expect(reach?.owners).toEqual(["@daff/player-data"]);
});

test("who is reached through others is told there and not called safe", () => {
  const changes = [change({ affected: [reader("a"), ...["b", "c"].map((id) => reader(id, { effect: "miss" }))] })];
  const graph = { ...NO_GRAPH, affected: [affected("a", "player"), affected("b", "player", { distance: 2 })] };
  expect(reachOf(report({ compatibility: [compatibility({ changes })], graph }))?.lanes.safe).toEqual(["c"]);
});
