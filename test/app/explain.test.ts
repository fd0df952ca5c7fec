import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, it } from "vitest";
import { explain } from "../../src/app/explain/explain.ts";
import type { ExplainRequest } from "../../src/app/explain/explain.ts";
import { check } from "../../src/app/check.ts";
import type { Workshop } from "../../src/app/gather.ts";
import { openMemo } from "../../src/io/cache/memo.ts";
import { shippedPacks } from "../../src/io/files/packs.ts";
import { gitRepository } from "../../src/io/git/repository.ts";
import type { Explanation, ExplainedStep, ExplainedTarget } from "../../src/model/explanation.ts";
import type { Report } from "../../src/model/report.ts";
import { findExplanationFormat } from "../../src/report/explain/index.ts";
import { EXPLANATION_SCHEMA } from "../../src/report/schemas/explanation.ts";
import { testRepository } from "../support/git.ts";
import type { Files, TestRepository } from "../support/git.ts";
import { placeOf } from "../support/mesh-repo.ts";

const packs = await shippedPacks();
const validate = new Ajv2020({ allErrors: true }).compile(EXPLANATION_SCHEMA);
const open: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const repository of open) await repository.close();
});

async function workshopOf({ dir }: TestRepository): Promise<Workshop> {
  const repository = await gitRepository(dir);
  open.push(repository);
  const memo = await openMemo({ folder: dir, env: {}, enabled: false });
  return { repository, memo, packs, progress: () => undefined };
}

const DAY = { head: { ref: "change" }, asOf: "2026-11-20" } as const;

async function ask(repository: TestRepository, request: Partial<ExplainRequest>): Promise<Explanation> {
  const explanation = await explain(await workshopOf(repository), { ...DAY, base: "main", name: "", ...request });
  const json = JSON.parse(render(explanation, "json")) as unknown;
  validate(json);
  expect(validate.errors).toBeNull();
  expect(json).toEqual(JSON.parse(JSON.stringify(explanation)));
  return explanation;
}

function render(explanation: Explanation, format: string, width = 80): string {
  return findExplanationFormat(format)?.render(explanation, { colour: false, width }) ?? "";
}

async function report(repository: TestRepository): Promise<Report> {
  return check(await workshopOf(repository), { ...DAY, base: "main", failOn: "block" });
}

const TERMS_FILE = "policies/global/terms.yaml";
const TERMS = `apiVersion: meshgate/v1
kind: Policy
id: global.terms
version: 1.2.0
type: descriptor
title: Data is not kept longer than the domain allows
rationale: Data that nobody needs can only leak.
rollout: [{ from: 2026-01-01, level: warn }, { from: 2026-12-01, level: block }]
existing: { level: advisory, until: 2027-02-01 }
target: { forEach: product }
applies: { in: [{ var: product.status }, [active, deprecated]] }
params:
  longest: { type: duration, default: P1Y, description: The longest time., stricter: lower }
rule:
  if:
    - { has: { var: product.custom.forever } }
    - { any: [{ var: product.tags }, { eq: [{ var: item }, archive] }] }
    - { durationLte: [{ var: product.custom.kept }, { var: params.longest }] }
message: "{product.id} keeps data for {product.custom.kept}, and {params.longest} is the longest."
fix:
  text: "Keep it for {params.longest}."
  patch: [{ set: product.custom.kept, value: "{params.longest}" }]
`;

const PLAYS_FILE = "products/player/plays.odps.yaml";
const PLAYS = `apiVersion: v1.1.0
kind: DataProduct
id: plays
version: 1.0.0
status: active
tags: [raw]
customProperties:
  - property: kept # by the law
    value: P30D
`;

const NAMES = `apiVersion: meshgate/v1
kind: Policy
id: global.names
version: 1.0.0
type: descriptor
title: Every port is called by a name that people can read
rationale: People call ports by their names.
level: block
target: { forEach: "product.outputPorts[*]", key: [name] }
schema:
  required: [description]
  properties: { name: { pattern: "^[a-z-]+$" } }
message: "Port {it.name} is hard to read."
fix: { text: "Use small letters." }
`;

const MESH: Files = {
  "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\nname: plain\n",
  "guild.yaml": `apiVersion: meshgate/v1
kind: Guild
domains: [{ id: player, owners: ["@daff/player-data"] }, { id: playlist, owners: ["@daff/playlist-data"] }]
`,
  [TERMS_FILE]: TERMS,
  "policies/global/names.yaml": NAMES,
  "bindings/player.yaml": `apiVersion: meshgate/v1
kind: Binding
domain: player
policies:
  global.terms@1:
    params: { longest: P90D }
    also:
      rule: { has: { var: product.name } }
      message: "{product.id} has no name."
      fix: { text: "Name it." }
`,
  [PLAYS_FILE]: PLAYS,
  "products/playlist/top.odps.yaml": PLAYS.replace("id: plays", "id: top"),
};

function repositoryWith(change: Files, main: Files = MESH): TestRepository {
  const repository = testRepository();
  repository.commit(main);
  repository.commit(change, { on: "change", from: "main" });
  return repository;
}

const LONGER = PLAYS.replace("P30D", "P2Y").replace("version: 1.0.0\n", "version: 1.0.0\nname: Plays\n");

function only<T>(list: readonly T[]): T {
  const [first, ...others] = list;
  if (first === undefined || others.length > 0) throw new Error(`expected one of ${list.length}`);
  return first;
}

function targetOf({ explained }: Explanation): ExplainedTarget {
  return only(explained[0]?.targets ?? []);
}

/** `> if → false`, one line for each part. */
function outline(step: ExplainedStep, depth = 0): readonly string[] {
  const { decides, role, text, state, value, steps } = step;
  const result = state === "value" ? ` → ${value ?? ""}` : ` (${state})`;
  const line = `${decides ? ">" : " "}${"  ".repeat(depth)} ${role === "" ? "" : `${role} `}${text}${result}`;
  return [line, ...steps.flatMap((inner) => outline(inner, depth + 1))];
}

function at(text: string, stretch: string): Record<string, number> {
  return { ...placeOf(text, stretch) };
}

describe("a finding is explained", () => {
  const repository = repositoryWith({ [PLAYS_FILE]: LONGER });
  const request = { name: "global.terms", subject: { kind: "product", id: "plays" } } as const;

  it("by what was evaluated, what decided, and what was not", async () => {
    const { rule, applies } = targetOf(await asked());
    expect(applies && outline(applies)).toEqual([
      "  in → true",
      '    product.status → "active"',
      "    [active, deprecated] → [active, deprecated]",
    ]);
    expect(rule && outline(rule)).toEqual([
      "> if → false",
      "    if has → false",
      "      product.custom.forever (missing)",
      "    then any (skipped)",
      "      product.tags (skipped)",
      "      eq (skipped)",
      "        item (skipped)",
      '        "archive" (skipped)',
      ">   else durationLte → false",
      '>     product.custom.kept → "P2Y"',
      '>     params.longest → "P90D"',
    ]);
  });

  async function asked(): Promise<Explanation> {
    const explanation = await ask(repository, request);
    return { ...explanation, explained: explanation.explained.filter(({ policy: { id } }) => id === "global.terms") };
  }

  it("with its places in the policy and in the descriptor", async () => {
    const { rule, because, location } = targetOf(await asked());
    const read = rule?.steps[2]?.steps[0];
    expect(read?.location).toMatchObject({
      file: TERMS_FILE,
      ...at(TERMS, "[{ var: |product.custom.kept }"),
    });
    expect(read?.fact).toMatchObject({ file: PLAYS_FILE, ...at(LONGER, "value: |P2Y") });
    expect(location).toEqual(read?.fact);
    expect(because).toEqual([
      { name: "product.custom.kept", value: '"P2Y"', location },
      { name: "params.longest", value: '"P90D"' },
    ]);
  });

  it("with who has set what, its level today and the next one", async () => {
    const { enforcement, parameters } = only((await asked()).explained);
    expect(parameters).toMatchObject([
      {
        name: "longest",
        value: '"P90D"',
        setBy: { layer: "domain player", location: { file: "bindings/player.yaml", line: 6 } },
        instead: { value: '"P1Y"', location: { file: TERMS_FILE, ...at(TERMS, "|default: P1Y") } },
      },
    ]);
    expect(enforcement).toMatchObject({
      level: "warn",
      since: "2026-01-01",
      next: { from: "2026-12-01", level: "block" },
      setBy: { layer: "guild", location: { file: TERMS_FILE, line: 8 } },
      grace: { level: "advisory", until: "2027-02-01", over: false, setBy: { layer: "guild" } },
      waivers: { allowed: true, maxDays: 90 },
    });
    expect(enforcement.waivers.setBy).toBeUndefined();
  });

  it("with what its domain asks besides", async () => {
    const bare = repositoryWith({ [PLAYS_FILE]: PLAYS.replace("P30D", "P2Y") });
    const { explained } = await ask(bare, request);
    expect(explained.map(({ policy: { id } }) => id)).toEqual(["global.terms", "global.terms+player"]);
    expect(explained[1]?.targets).toMatchObject([
      { outcome: "fail", rule: { location: { file: "bindings/player.yaml", line: 8 } } },
    ]);
  });

  it("by its fingerprint, as the check has it", async () => {
    const finding = only((await report(repository)).findings);
    for (const name of [finding.fingerprint, finding.fingerprint.slice(0, 8)]) {
      const target = targetOf(await ask(repository, { name }));
      const { outcome, level, origin, message, remedy, location, fix, fingerprint } = finding;
      expect(target).toMatchObject({ outcome, level, origin, message, remedy, location, fix, fingerprint });
    }
  });

  it("with a change that mends it and was tried", async () => {
    expect(targetOf(await asked()).fix?.diff).toContain("-    value: P2Y\n+    value: P90D\n");
  });

  it("to people, in 80 columns", async () => {
    const text = render(await asked(), "text");
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(`\n${text}`).toMatchInlineSnapshot(`
      "
      ✗ Product plays fails global.terms
        Data is not kept longer than the domain allows

        plays keeps data for P2Y, and P90D is the longest.
        Because product.custom.kept is "P2Y" and params.longest is "P90D".
        Fix: Keep it for P90D.
        products/player/plays.odps.yaml:10:12
        warn, new with this change, fingerprint adece204c34b5ef7

          Applies when (policies/global/terms.yaml:11:12)
            in: product.status = "active", [active, deprecated] → true

          Rule (policies/global/terms.yaml:15:3)
      >     if → false
              if has: product.custom.forever (not set) → false
              then any: product.tags, (eq: item, "archive") (not evaluated)
      >       else durationLte: product.custom.kept = "P2Y", params.longest =
                  "P90D" → false

          What it read
            product.status, read in policies/global/terms.yaml:11:24
              products/player/plays.odps.yaml:6:9
            product.custom.forever, read in policies/global/terms.yaml:16:21
              would stand in products/player/plays.odps.yaml:8:1
            product.custom.kept, read in policies/global/terms.yaml:18:30
              products/player/plays.odps.yaml:10:12

          A change that mends it and brings no other finding; \`meshgate check --fix\`
          makes it
          --- a/products/player/plays.odps.yaml
          +++ b/products/player/plays.odps.yaml
          @@ -7,4 +7,4 @@
           tags: [raw]
           customProperties:
             - property: kept # by the law
          -    value: P2Y
          +    value: P90D

        Why the policy is there
          Data that nobody needs can only leak.

        What it weighs
          Level: warn since 2026-01-01; block from 2026-12-01 on (set by guild,
          policies/global/terms.yaml:8:1)
          Grace: what was there before a change weighs advisory at most until
          2027-02-01 (set by guild, policies/global/terms.yaml:9:1)
          Waivers: for 90 days at most (the usual terms)

        Parameters in force
          longest = "P90D" (set by domain player, bindings/player.yaml:6:15, instead
          of "P1Y" in policies/global/terms.yaml:13:30)

      change against main, as of 2026-11-20
      "
    `);
  });

  it("in colours without other words", async () => {
    const explanation = await asked();
    const coloured = findExplanationFormat("text")?.render(explanation, { colour: true, width: 80 }) ?? "";
    expect(coloured).toContain("\u001b[");
    // eslint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(render(explanation, "text"));
  });
});

describe("what a policy says of a subject is explained", () => {
  it("when it was so before: with its grace", async () => {
    const main = { ...MESH, [PLAYS_FILE]: PLAYS.replace("P30D", "P2Y") };
    const repository = repositoryWith({ [PLAYS_FILE]: LONGER }, main);
    const target = targetOf(await ask(repository, { name: "global.terms", subject: { kind: "product", id: "plays" } }));
    expect(target).toMatchObject({ outcome: "fail", origin: "existing", level: "advisory" });
    // Nothing touches the other one; it is explained as well.
    const other = repositoryWith({ "README.md": "x" }, main);
    const same = targetOf(await ask(other, { name: "global.terms", subject: { kind: "product", id: "plays" } }));
    expect(same).toMatchObject({ outcome: "fail", origin: "existing", level: "advisory" });
  });

  it("when it passes, and when it does not apply", async () => {
    const repository = repositoryWith({ [PLAYS_FILE]: PLAYS.replace("active", "draft") });
    const passes = targetOf(await ask(repository, { name: "global.terms", subject: { kind: "product", id: "top" } }));
    expect(passes).toMatchObject({ outcome: "pass", because: [], rule: { value: "true" } });
    const draft = await ask(repository, { name: "global.terms", subject: { kind: "product", id: "plays" } });
    expect(draft.explained[0]?.targets).toMatchObject([
      {
        outcome: "not-applicable",
        because: [{ name: "product.status", value: '"draft"' }],
        applies: { decides: true },
      },
    ]);
    expect(draft.explained[0]?.targets[0]?.rule).toBeUndefined();
    expect(render(draft, "text")).toContain("• Product plays: global.terms does not apply");
  });

  it("when a fact is missing: with the place where it would stand", async () => {
    const bare = LONGER.slice(0, LONGER.indexOf("customProperties"));
    const repository = repositoryWith({ [PLAYS_FILE]: bare });
    const explanation = await ask(repository, { name: "global.terms", subject: { kind: "product", id: "plays" } });
    const { rule, because } = only(explanation.explained[0]?.targets ?? []);
    expect(rule?.state).toBe("missing");
    expect(because).toMatchObject([{ name: "product.custom.kept", location: { file: PLAYS_FILE } }]);
    const text = render(explanation, "text");
    expect(text).toContain("Because product.custom.kept is not set.");
    expect(text).toContain("would stand in products/player/plays.odps.yaml:");
  });

  it("when a schema judges: with its faults", async () => {
    const ports =
      "outputPorts:\n  - name: Tracks\n    version: 1.0.0\n    contractId: c\n  - name: fine\n    version: 1.0.0\n    contractId: c\n    description: Fine.\n";
    const repository = repositoryWith({ [PLAYS_FILE]: LONGER.replace("P2Y", "P3D") + ports });
    const explanation = await ask(repository, { name: "global.names", subject: { kind: "product", id: "plays" } });
    const [first, second] = explanation.explained[0]?.targets ?? [];
    expect(second).toMatchObject({ outcome: "pass", faults: [] });
    expect(first?.faults.map(({ location: { line, column } }) => ({ line, column }))).toEqual([
      at(LONGER + ports, "- |name: Tracks"),
      at(LONGER + ports, "name: |Tracks"),
    ]);
    expect(render(explanation, "text")).toContain("Product plays fails global.names at 1 of 2 targets");
    const one = await ask(repository, {
      name: "global.names",
      subject: { kind: "product", id: "plays" },
      target: second?.target ?? "",
    });
    expect(one.explained[0]?.targets).toEqual([second]);
  });

  it("when it is off today: with the day on which it begins", async () => {
    const repository = repositoryWith({ [PLAYS_FILE]: LONGER });
    const subject = { kind: "product", id: "plays" } as const;
    const explanation = await ask(repository, { name: "global.terms", subject, asOf: "2025-12-31" });
    const { targets, enforcement } = explanation.explained[0] ?? {};
    expect(targets).toMatchObject([{ outcome: "fail", level: "off" }]);
    expect(enforcement).toMatchObject({ level: "off", next: { from: "2026-01-01", level: "warn" } });
    expect(render(explanation, "text")).toContain("Level: off; warn from 2026-01-01 on");
  });

  it("when waivers are about it: each with what it is worth", async () => {
    const waiver = (id: string, more: string): Files => ({
      [`waivers/player/${id}.yaml`]: `apiVersion: meshgate/v1
kind: Waiver
id: ${id}
policy: global.terms@1
product: plays
category: waiver
reason: The archive moves in spring.
ticket: DG-1
requestedBy: jonas
${more}`,
    });
    const main = {
      ...MESH,
      ...waiver("gone", "from: 2026-09-01\nexpires: 2026-10-01\n"),
      ...waiver("comes", "from: 2026-12-01\nexpires: 2027-01-01\n"),
      ...waiver("holds", "from: 2026-11-01\nexpires: 2026-12-01\n"),
      ...waiver("long", "from: 2026-11-01\nexpires: 2027-11-01\n"),
      "waivers/playlist/other.yaml":
        waiver("other", "from: 2026-11-01\nexpires: 2026-12-01\n")["waivers/player/other.yaml"] ?? "",
    };
    const repository = repositoryWith({ [PLAYS_FILE]: LONGER }, main);
    const explanation = await ask(repository, { name: "global.terms", subject: { kind: "product", id: "plays" } });
    const target = explanation.explained[0]?.targets[0];
    expect(target?.outcome).toBe("waived");
    expect(target?.waivers.map(({ id, covers, reason }) => [id, covers, reason])).toEqual([
      ["comes", false, "it begins on 2026-12-01"],
      ["gone", false, "it expired on 2026-10-01"],
      ["holds", true, "it covers this until 2026-12-01"],
      ["long", false, expect.stringMatching(/^it is not valid: The waiver lasts 365 days/)],
      ["other", false, "it is for the domain playlist, which does not have this alone"],
    ]);
  });

  it("when it is about changes: only where something changed", async () => {
    const kept = NAMES.replace("global.names", "global.kept")
      .replace("type: descriptor", "type: change")
      .replace(
        /target[^]*message/,
        "target: { forEach: product }\nrule: { not: { changed: { var: product.status } } }\nmessage",
      )
      .replace("{it.name}", "{product.id}");
    const main = { ...MESH, "policies/global/kept.yaml": kept };
    const repository = repositoryWith({ [PLAYS_FILE]: LONGER.replace("active", "draft") }, main);
    const of = async (id: string): Promise<ExplainedTarget> =>
      targetOf(await ask(repository, { name: "global.kept", subject: { kind: "product", id } }));
    expect(await of("plays")).toMatchObject({ outcome: "fail", origin: "new" });
    expect(await of("top")).toMatchObject({ outcome: "not-applicable", message: "The change does not touch it." });
  });

  it("when only the proposed policies would find it", async () => {
    const repository = repositoryWith({ [TERMS_FILE]: TERMS.replace("default: P1Y", "default: P7D") });
    const { findings } = await report(repository);
    const found = only(findings.filter(({ origin, subject }) => origin === "policy" && subject.id === "top"));
    const explanation = await ask(repository, { name: found.fingerprint });
    expect(explanation.explained[0]?.parameters).toMatchObject([{ value: '"P7D"' }]);
    expect(explanation.explained[0]?.targets).toMatchObject([{ outcome: "fail" }]);
  });
});

describe("what is not there cannot be explained", () => {
  const repository = repositoryWith({ [PLAYS_FILE]: LONGER });
  const plays = { kind: "product", id: "plays" } as const;

  it.each<[what: string, request: Partial<ExplainRequest>, message: string, remedy: string]>([
    ["a policy", { name: "global.term" }, 'There is no policy "global.term".', 'Did you mean "global.terms"?'],
    ["a policy by its end", { name: "terms" }, 'There is no policy "terms".', 'Did you mean "global.terms"?'],
    [
      "a finding",
      { name: "0123456789abcdef" },
      "No finding has the fingerprint 0123456789abcdef.",
      "check --format json",
    ],
    [
      "a product",
      { name: "global.terms", subject: { ...plays, id: "pays" } },
      'There is no product "pays"',
      'Did you mean "plays"?',
    ],
    ["what is not named", { name: "global.terms" }, "global.terms judges every product.", "--product ID"],
  ])("%s", async (_, request, message, remedy) => {
    await expect(ask(repository, request)).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining(message) as unknown,
      remedy: expect.stringContaining(remedy) as unknown,
    });
  });

  it("a policy that cannot be read", async () => {
    const broken = repositoryWith({}, { ...MESH, [TERMS_FILE]: TERMS.replace("durationLte", "durationLt") });
    await expect(ask(broken, { name: "global.terms", subject: plays })).rejects.toMatchObject({
      remedy: expect.stringContaining("`meshgate policy lint` tells why") as unknown,
    });
  });

  it("a finding that the change has mended", async () => {
    const main = { ...MESH, [PLAYS_FILE]: LONGER };
    const mended = repositoryWith({ [PLAYS_FILE]: LONGER.replace("P2Y", "P7D") }, main);
    const { fingerprint } = only((await report(mended)).fixed);
    await expect(ask(mended, { name: fingerprint })).rejects.toMatchObject({
      message: `The change has mended ${fingerprint}: global.terms on plays.`,
    });
  });
});
