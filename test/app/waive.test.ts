import { afterAll, describe, expect, it } from "vitest";
import type { Workshop } from "../../src/app/gather.ts";
import { planWaiver } from "../../src/app/waive.ts";
import type { WaiveRequest } from "../../src/app/waive.ts";
import { openMemo } from "../../src/io/cache/memo.ts";
import { shippedPacks } from "../../src/io/files/packs.ts";
import { gitRepository } from "../../src/io/git/repository.ts";
import { isFailure } from "../../src/model/failure.ts";
import { meshRepository } from "../support/mesh-repo.ts";

const packs = await shippedPacks();
const open: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const repository of open) await repository.close();
});

const STANDING = "waivers/partnership/W-1.yaml";

async function workshop(standing: string | undefined): Promise<Workshop> {
  const mesh = meshRepository();
  mesh.checkout();
  if (standing !== undefined) mesh.write({ [STANDING]: standing });
  const repository = await gitRepository(mesh.dir);
  open.push(repository);
  const memo = await openMemo({ folder: mesh.dir, env: {}, enabled: false });
  return { repository, memo, packs, progress: () => undefined };
}

const ASKED: WaiveRequest = {
  policy: "baseline.freshness",
  subject: { kind: "contract", id: "partners" },
  reason: "The feed has no schedule yet",
  ticket: "DG-412",
  requestedBy: "partnership-data",
  asOf: "2026-11-20",
  from: "2026-11-20",
  until: "30d",
};

async function refusal(request: Partial<WaiveRequest>, standing?: string): Promise<readonly string[]> {
  const error: unknown = await planWaiver(await workshop(standing), { ...ASKED, ...request }).catch(
    (thrown: unknown) => thrown,
  );
  if (!isFailure(error)) throw new Error("the waiver was not refused");
  expect(error.kind).toBe("input");
  return [error.code, error.message, error.remedy];
}

const yaml = (from: string, expires: string, contract = "partners"): string =>
  `apiVersion: meshgate/v1
kind: Waiver
id: W-1
policy: baseline.freshness@1
contract: ${contract}
category: waiver
reason: The feed moves
ticket: DG-1
requestedBy: partnership-data
from: ${from}
expires: ${expires}
`;

describe("a waiver is planned", () => {
  it("for what the policy finds", async () => {
    const { file, text } = await planWaiver(await workshop(yaml("2026-10-01", "2026-11-20")), ASKED);
    expect(file).toBe("waivers/partnership/freshness-partners.yaml");
    expect(text).toContain("from: 2026-11-20\nexpires: 2026-12-20\n");
  });
});

describe("a waiver is refused", () => {
  it.each([
    ["30d", "2026-10-21"],
    ["2026-11-20", "2026-10-21"],
  ])("that is over by the day on which it is asked for: until %s from %s", async (until, from) => {
    const [code, message, remedy] = await refusal({ until, from });
    expect(code).toBe("waiver-over");
    expect(message).toContain("expires on 2026-11-20, and today is 2026-11-20: it would waive nothing");
    expect(remedy).toContain("later");
  });

  it("for a kind that the policy never judges, with the option that names the right one", async () => {
    const [code, message, remedy] = await refusal({ subject: { kind: "product", id: "partnership.partners" } });
    expect(code).toBe("strange-subject");
    expect(message).toBe("baseline.freshness judges contracts and never a product: name the contract.");
    expect(remedy).toContain("--contract");
  });

  it.each(["partners", "partners@1"])("whose days another covers, for contract %s", async (contract) => {
    const [code, message, remedy] = await refusal({}, yaml("2026-10-01", "2026-11-21", contract));
    expect(code).toBe("waiver-refused");
    expect(message).toContain(`${STANDING} from 2026-10-01 until 2026-11-21`);
    expect(remedy).toContain("waivers/partnership/freshness-partners.yaml");
  });

  it.each(["reason", "ticket", "requestedBy"] as const)("whose %s nobody can see", async (key) => {
    const [, message] = await refusal({ [key]: "\u3164" });
    expect(message).toContain(`${key} holds nothing that anybody can see`);
  });
});
