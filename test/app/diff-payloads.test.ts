import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { diffPayloads, payloadsToRead } from "../../src/app/diff-payloads.ts";
import { readBelow } from "../../src/io/files/below.ts";
import type { Json } from "../../src/model/json.ts";

const CONTRACT = `
schema:
  - name: orders
    authoritativeDefinitions:
      - { type: avro, url: ../schemas/order.avsc }
      - { type: avro, url: ../schemas/gone.avsc }
      - { type: avro, url: ../schemas/outside.avsc }
`;

function schema(type: string): string {
  return JSON.stringify({ type: "record", name: "Order", fields: [{ name: "total", type }] });
}

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "payloads-"));
  await writeFile(join(folder, "secret.avsc"), schema("int"));
  for (const [side, type] of [
    ["old", "int"],
    ["new", "long"],
  ] as const) {
    await mkdir(join(folder, side, "schemas"), { recursive: true });
    await writeFile(join(folder, side, "schemas/order.avsc"), schema(type));
    await symlink("../../secret.avsc", join(folder, side, "schemas/outside.avsc"));
  }
});

afterAll(() => rm(folder, { recursive: true }));

test("what a contract names is read below the root, and compared", async () => {
  const file = "contracts/orders.yaml";
  const side = async (name: string): Promise<Parameters<typeof diffPayloads>[0]> => {
    const { root, files } = payloadsToRead(file, new TextEncoder().encode(CONTRACT));
    expect(files).toEqual(["schemas/order.avsc", "schemas/gone.avsc", "schemas/outside.avsc"]);
    const payloads = await readBelow(join(folder, name), root, files, 1000);
    expect([...payloads.keys()]).toEqual(["schemas/order.avsc"]);
    return { file, contract: parse(CONTRACT) as Json, payloads };
  };
  const found = diffPayloads(await side("old"), await side("new"));
  expect(found.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([
    "payload.broken.readers: Order.total is long now, not int.",
  ]);
});

test("where nobody looked nothing is known", () => {
  const side = { file: "contracts/orders.yaml", contract: parse(CONTRACT) as Json };
  expect(diffPayloads(side, side).map(({ ruleId, class: weight }) => `${ruleId} ${weight}`)).toEqual(
    Array.from({ length: 3 }, () => "payload.unreadable risky"),
  );
});

test("beside a contract elsewhere only its own folder is looked at", async () => {
  const { root, files } = payloadsToRead(join(folder, "old/orders.yaml"), new TextEncoder().encode(CONTRACT));
  expect(files).toEqual([]);
  expect(root).toBe(`${join(folder, "old")}/`);
  const below = join(folder, "old/schemas/order.avsc");
  const read = await readBelow("/", root, [below, join(folder, "secret.avsc"), join(folder, "old/schemas")], 10);
  expect([...read].map(([name, bytes]) => [name, bytes.length])).toEqual([[below, 11]]);
});
