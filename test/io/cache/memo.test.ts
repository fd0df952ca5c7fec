import { execFile } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { openMemo } from "../../../src/io/cache/memo.ts";
import type { MemoOptions } from "../../../src/io/cache/memo.ts";
import { temporaryFolder } from "../../support/git.ts";

let home: string;
let cache: string;
beforeEach(() => {
  home = temporaryFolder();
  cache = join(home, "cache");
});

/** A memo whose values are kept in two halves, and put together again. */
interface Halves {
  get(space: "readings" | "facts", key: string): string | undefined;
  set(space: "readings" | "facts", key: string, value: string): void;
  flush(): Promise<void>;
}

async function open(env: NodeJS.ProcessEnv = {}, options: Partial<MemoOptions> = {}): Promise<Halves> {
  const base = { HOME: home, MESHGATE_CACHE_DIR: cache };
  const memo = await openMemo({ folder: "/daff/mesh", program: "test 1", ...options, env: { ...base, ...env } });
  const spaces = { readings: await memo.open("readings"), facts: await memo.open("facts") };
  return {
    get(space, key) {
      const [head, rest] = [spaces[space].head(key), spaces[space].rest(key)];
      expect(head === undefined).toBe(rest === undefined);
      return rest === undefined ? undefined : (head as string) + rest;
    },
    set(space, key, value) {
      const letters = Array.from(value);
      const half = letters.length / 2;
      spaces[space].set(key, letters.slice(0, half).join(""), letters.slice(half).join(""));
    },
    flush: () => memo.flush(),
  };
}

async function remember(values: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const memo = await open(env);
  for (const [key, value] of Object.entries(values)) memo.set("readings", key, value);
  await memo.flush();
}

const files = (): string[] => (existsSync(cache) ? readdirSync(cache).map((name) => join(cache, name)) : []);
const onlyFile = (): string => {
  expect(files()).toHaveLength(1);
  return files()[0] ?? "";
};

describe("what is remembered", () => {
  it("comes back in the next run, byte for byte, under its own space and key", async () => {
    const values = { a: "", b: "plain", c: "ü\u0000𝄞\uFEFF\n", __proto__x: "p", "k\ney\ud800": "odd key" };
    await remember(values);
    const memo = await open();
    for (const [key, value] of Object.entries(values)) expect(memo.get("readings", key)).toBe(value);
    expect(memo.get("readings", "__proto__")).toBeUndefined();
    expect(memo.get("readings", "d")).toBeUndefined();
    expect(memo.get("facts", "b")).toBeUndefined();
  });

  it("is there at once, before and after it is written", async () => {
    const memo = await open();
    memo.set("readings", "a", "1");
    expect(memo.get("readings", "a")).toBe("1");
    await memo.flush();
    expect(memo.get("readings", "a")).toBe("1");
    await memo.flush();
    expect(files()).toHaveLength(1);
  });

  it("is never a value that would come back changed", async () => {
    await remember({ whole: "x", lone: "a\ud800b" });
    const memo = await open();
    expect([memo.get("readings", "whole"), memo.get("readings", "lone")]).toEqual(["x", undefined]);
  });

  it("is not shared with another version of the program", async () => {
    await remember({ a: "1" });
    const other = await open({}, { program: "test 2" });
    expect(other.get("readings", "a")).toBeUndefined();
    other.set("readings", "a", "2");
    await other.flush();
    expect((await open()).get("readings", "a")).toBe("1");
  });

  it("survives many small runs, merged into few files", async () => {
    for (let run = 0; run < 40; run++) await remember({ [`k${run}`]: `v${run}` });
    const memo = await open();
    expect(Array.from({ length: 40 }, (_, run) => memo.get("readings", `k${run}`))).toEqual(
      Array.from({ length: 40 }, (_, run) => `v${run}`),
    );
    expect(files().length).toBeLessThanOrEqual(9);
  });

  it("drops what nobody asked for longest when the store is full", async () => {
    const options = { maxBytes: 40_000 };
    for (let run = 0; run < 60; run++) {
      const memo = await open({}, options);
      memo.get("readings", "k0");
      memo.set("readings", `k${run}`, String(run).repeat(500));
      await memo.flush();
      for (const [index, file] of files().entries()) utimesSync(file, run + index / 100, statSync(file).mtimeMs / 1000);
    }
    const memo = await open({}, options);
    expect(memo.get("readings", "k59")).toBe("59".repeat(500));
    expect(memo.get("readings", "k1")).toBeUndefined();
    expect(files().reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThanOrEqual(40_000);
  });
});

describe("a store that was tampered with", () => {
  const values = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`key${i}`, `value ${i} `.repeat(i)]));

  async function expectNothing(env: NodeJS.ProcessEnv = {}): Promise<void> {
    const memo = await open(env);
    for (const key of Object.keys(values)) expect(memo.get("readings", key)).toBeUndefined();
  }

  it("is empty when it is cut anywhere", async () => {
    await remember(values);
    const file = onlyFile();
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length += 7) {
      writeFileSync(file, whole.subarray(0, length));
      await expectNothing();
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.from("x")]));
    await expectNothing();
  });

  it("is empty when any byte is another one", async () => {
    await remember(values);
    const file = onlyFile();
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 5) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(file, changed);
      await expectNothing();
    }
    writeFileSync(file, whole);
    expect((await open()).get("readings", "key3")).toBe(values["key3"]);
  });

  it("is empty when two keys were swapped", async () => {
    await remember({ key1: "pass", key2: "fail" });
    const file = onlyFile();
    const text = readFileSync(file, "latin1");
    const swapped = text.replace('["key1","key2"]', '["key2","key1"]');
    expect(swapped).not.toBe(text);
    writeFileSync(file, swapped, "latin1");
    const memo = await open();
    expect([memo.get("readings", "key1"), memo.get("readings", "key2")]).toEqual([undefined, undefined]);
  });

  it("is empty when a file was put in the place of another space's", async () => {
    const memo = await open();
    memo.set("readings", "key1", "one");
    memo.set("facts", "key1", "two");
    await memo.flush();
    const [one = "", two = ""] = files();
    const [first, second] = [readFileSync(one), readFileSync(two)];
    writeFileSync(one, second);
    writeFileSync(two, first);
    const after = await open();
    expect([after.get("readings", "key1"), after.get("facts", "key1")]).toEqual([undefined, undefined]);
  });

  it("is empty for everybody who has another secret", async () => {
    const one = { MESHGATE_CACHE_KEY: "one secret of the first job" };
    await remember(values, one);
    await expectNothing();
    await expectNothing({ MESHGATE_CACHE_KEY: "another secret of another job" });
    expect((await open(one)).get("readings", "key2")).toBe(values["key2"]);
    const elsewhere = temporaryFolder();
    expect((await open({ ...one, HOME: elsewhere })).get("readings", "key2")).toBe(values["key2"]);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it("is empty when links, folders or huge files stand in it, and touches none of them", async () => {
    await remember(values);
    const file = onlyFile();
    const outside = join(home, "outside");
    copyFileSync(file, outside);
    rmSync(file);
    symlinkSync(outside, file);
    await expectNothing();
    mkdirSync(join(cache, "0123456789abcdef-0123456789abcdef0123456789abcdef.memo"));
    writeFileSync(join(cache, "notes.txt"), "mine");
    await remember(values);
    expect((await open()).get("readings", "key2")).toBe(values["key2"]);
    expect(existsSync(outside) && existsSync(join(cache, "notes.txt"))).toBe(true);
    const small = await open({}, { maxBytes: 100 });
    expect(small.get("readings", "key2")).toBeUndefined();
  });
});

describe("the secret", () => {
  const secretFile = (): string => join(home, "state/meshgate/cache-key");
  const env = (): NodeJS.ProcessEnv => ({ XDG_STATE_HOME: join(home, "state") });

  it("is made once, for its owner only, outside the cache", async () => {
    await remember({ a: "1" }, env());
    const made = readFileSync(secretFile(), "utf8");
    expect(made).toMatch(/^[0-9a-f]{64}\n$/);
    expect(statSync(secretFile()).mode & 0o777).toBe(0o600);
    await remember({ b: "2" }, env());
    expect(readFileSync(secretFile(), "utf8")).toBe(made);
    expect(readdirSync(join(home, "state/meshgate"))).toEqual(["cache-key"]);
  });

  it("is not used when others may read it, or when it is damaged", async () => {
    await remember({ a: "1" }, env());
    chmodSync(secretFile(), 0o644);
    expect((await open(env())).get("readings", "a")).toBeUndefined();
    chmodSync(secretFile(), 0o600);
    expect((await open(env())).get("readings", "a")).toBe("1");
    writeFileSync(secretFile(), "short\n");
    expect((await open(env())).get("readings", "a")).toBeUndefined();
  });

  it("may not stand in the cache, where whoever brings the cache could bring it too", async () => {
    const within = { XDG_STATE_HOME: join(cache, "state") };
    await remember({ a: "1" }, within);
    expect(existsSync(cache)).toBe(false);
  });

  it("is refused when it could be guessed", async () => {
    await expect(open({ MESHGATE_CACHE_KEY: "short" })).rejects.toMatchObject({
      kind: "input",
      code: "cache-key-too-short",
    });
  });
});

describe("a store that cannot be used", () => {
  it.each([
    ["is turned off by the caller", {}, { enabled: false }],
    ["is turned off by the environment", { MESHGATE_CACHE_DIR: "off" }, {}],
    ["is below a file", { MESHGATE_CACHE_DIR: join(import.meta.filename, "cache") }, {}],
    ["is where nobody can write", { MESHGATE_CACHE_DIR: "/proc/meshgate" }, {}],
    ["has no place for the secret", { XDG_STATE_HOME: "/proc/meshgate" }, {}],
    ["has a file in the place of the secret's folder", { XDG_STATE_HOME: import.meta.filename }, {}],
  ])("remembers for the run only when it %s", async (_, env, options) => {
    const memo = await open(env, options);
    memo.set("readings", "a", "1");
    await memo.flush();
    expect(memo.get("readings", "a")).toBe("1");
    expect((await open(env, options)).get("readings", "a")).toBeUndefined();
  });

  it("is still read when it cannot be written", async () => {
    await remember({ a: "1" });
    chmodSync(cache, 0o500);
    const memo = await open();
    memo.set("readings", "b", "2");
    await memo.flush();
    expect(memo.get("readings", "a")).toBe("1");
    chmodSync(cache, 0o700);
  });
});

describe("the folder", () => {
  it("is the user's own for caches, one for each repository", async () => {
    const env = { MESHGATE_CACHE_DIR: "", XDG_CACHE_HOME: join(home, "xdg") };
    for (const folder of ["/daff/one", "/daff/two"]) {
      const memo = await open(env, { folder });
      memo.set("readings", "a", folder);
      await memo.flush();
    }
    expect(readdirSync(join(home, "xdg/meshgate"))).toHaveLength(2);
    expect((await open(env, { folder: "/daff/one" })).get("readings", "a")).toBe("/daff/one");
    expect((await open({ ...env, XDG_CACHE_HOME: "relative" })).get("readings", "a")).toBeUndefined();
    expect(existsSync("relative")).toBe(false);
  });
});

describe("programs at the same time", () => {
  it("lose nothing and never read half a value", async () => {
    const script = join(import.meta.dirname, "writer.ts");
    const run = (name: string): Promise<unknown> =>
      promisify(execFile)(process.execPath, ["--import", "tsx", script, name], {
        env: { ...process.env, HOME: home, MESHGATE_CACHE_DIR: cache },
      });
    await Promise.all([run("one"), run("two")]);
    const memo = await open({}, { program: "writer" });
    for (const name of ["one", "two"]) {
      expect(memo.get("readings", `${name} 5 199`)).toBe(`${name} 5 199 `.repeat(50));
    }
    expect(files().every((file) => file.endsWith(".memo"))).toBe(true);
  }, 20_000);
});
