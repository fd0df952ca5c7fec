import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replyParser } from "../../../src/io/git/replies.ts";
import type { Reply } from "../../../src/io/git/replies.ts";

const ID = "a1".repeat(20);

function parse(chunks: readonly Buffer[], limit = 1000): readonly Reply[] {
  const replies: Reply[] = [];
  const take = replyParser(limit, (reply) => replies.push(reply));
  for (const chunk of chunks) take(chunk);
  return replies;
}

describe("the answers of cat-file", () => {
  it("are the same in whatever pieces they come", () => {
    const content = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(fc.array(fc.option(content)), fc.array(fc.nat(30)), fc.nat(30), (contents, cuts, limit) => {
        const output = Buffer.concat(
          contents.flatMap((bytes) =>
            bytes === null
              ? [Buffer.from(`${ID} missing\n`)]
              : [Buffer.from(`${ID} blob ${bytes.length}\n`), bytes, Buffer.from("\n")],
          ),
        );
        const chunks: Buffer[] = [];
        let at = 0;
        for (const cut of cuts) chunks.push(output.subarray(at, (at += cut)));
        chunks.push(output.subarray(at));
        expect(parse(chunks, limit).map(({ type, bytes }) => (type === "missing" ? null : [...bytes]))).toEqual(
          contents.map((bytes) => (bytes === null ? null : [...bytes.slice(0, limit + 1)])),
        );
      }),
    );
  });

  it("are told as soon as they are complete", () => {
    expect(parse([Buffer.from(`${ID} blob 2\nok`)])).toEqual([]);
    expect(parse([Buffer.from(`${ID} blob 2\nok\n`)])).toHaveLength(1);
  });

  it.each(["no header at all\n", `${ID} blob -1\n`, `${ID} blob 1e400\n`, `${ID} ambiguous\n`, "x".repeat(600)])(
    "are refused when they are not what git documents: %j",
    (output) => {
      expect(() => parse([Buffer.from(output)])).toThrow("git cat-file answered");
    },
  );
});
