import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import type { Explanation } from "../../src/model/explanation.ts";
import { meshRepository } from "../support/mesh-repo.ts";
import type { MeshRepository } from "../support/mesh-repo.ts";
import { AS_OF, check, meshgate, meshgateInside } from "../support/meshgate.ts";
import type { Run } from "../support/meshgate.ts";
import { TRACKS, TRACKS_C } from "./changes/daff.ts";

let mesh: MeshRepository;
const explain = (...args: readonly string[]): Promise<Run> =>
  meshgateInside(["explain", "--as-of", AS_OF, ...args], { cwd: mesh.dir });

beforeAll(() => {
  mesh = meshRepository();
  mesh.change("moved", { [TRACKS]: [["\ndomain: album\n", "\ndomain: player\n"]] });
  mesh.checkout();
});

describe.concurrent("explain", () => {
  test("says first what is wrong and why", async () => {
    const { code, stdout, stderr } = await explain(
      ...["baseline.declared-domain", "--product", "album.tracks", "--base", "main", "--head", "moved"],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n").slice(0, 7)).toEqual([
      "✗ Product album.tracks fails baseline.declared-domain",
      "  A product says which domain it belongs to, and says it right",
      "",
      "  Product album.tracks declares domain player, but its folder belongs to album.",
      '  Because product.declaredDomain is "player" and product.domain is "album".',
      "  Fix: Write domain: album, or move the product to the folder of the domain it belongs to.",
      `  ${TRACKS}:7:9`,
    ]);
    expect(stdout).toContain("    +domain: album\n");
    expect(stdout).toContain("set by pack baseline, policies/baseline/declared-domain.yaml:");
  });

  test("knows the findings of a check by their fingerprints", async () => {
    const { report } = await check(mesh.dir, ["--base", "main", "--head", "moved"]);
    for (const { fingerprint, policy, location } of report.findings.slice(0, 2)) {
      const { stdout } = await explain(fingerprint, "--base", "main", "--head", "moved", "--format", "json");
      const explanation = JSON.parse(stdout) as Explanation;
      await expectSchema(stdout);
      expect(explanation.explained).toMatchObject([{ policy: { id: policy }, targets: [{ fingerprint, location }] }]);
    }
  });

  test("follows a product to its contracts", async () => {
    const { code, stdout } = await explain(
      "baseline.field-classified",
      "--product",
      "album.tracks",
      "--format",
      "json",
    );
    expect(code).toBe(0);
    const { explained } = JSON.parse(stdout) as Explanation;
    expect(explained).toMatchObject([{ subject: { kind: "contract", id: "tracks", file: TRACKS_C } }]);
    expect(explained[0]?.targets.every(({ outcome, rule }) => outcome === "pass" && rule?.value === "true")).toBe(true);
  });

  test.each([
    ["global.nothing", 'There is no policy "global.nothing".'],
    ["declared-domain", 'Did you mean "baseline.declared-domain"?'],
    ["0123456789abcdef", "No finding has the fingerprint 0123456789abcdef."],
    ["baseline.declared-domain", "--product ID"],
    ["baseline.declared-domain --product album.track", 'Did you mean "album.tracks"?'],
    ["baseline.declared-domain --product a --consumer b", "cannot be used with"],
  ])("cannot explain %s", async (line, said) => {
    const { code, stdout, stderr } = await explain(...line.split(" "));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });
});

let schema: Promise<Run> | undefined;

async function expectSchema(answer: string): Promise<void> {
  schema ??= meshgate(["schema", "explanation"]);
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(JSON.parse((await schema).stdout) as object);
  validate(JSON.parse(answer));
  expect(validate.errors).toBeNull();
}
