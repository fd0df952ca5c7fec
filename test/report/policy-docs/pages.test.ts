import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it, test } from "vitest";
import type { DocumentedPolicy, ExampleChange, PolicyDocs } from "../../../src/model/policy-docs.ts";
import { pageOf } from "../../../src/model/policy-docs.ts";
import { PAGE_MARK, policyPages } from "../../../src/report/policy-docs/index.ts";
import { plain } from "../../../src/report/escape/plain.ts";
import { hostileText } from "../../support/hostile.ts";
import { location } from "../../support/report.ts";
import { documented, form, SAMPLE, waiver } from "./sample.ts";

const PAGES = policyPages(SAMPLE);

function page(policy: Partial<DocumentedPolicy>, asOf = SAMPLE.asOf): string {
  return policyPages({ ...SAMPLE, asOf, policies: [documented(policy)] }).get("global.named.md") ?? "";
}

function toHtml(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

/** The cells of every row of every table. */
function tables(html: string): readonly (readonly string[])[][] {
  return [...html.matchAll(/<table>([^]*?)<\/table>/gu)].map(([, body = ""]) =>
    [...body.matchAll(/<tr>([^]*?)<\/tr>/gu)].map(([, row = ""]) =>
      [...row.matchAll(/<t[hd]>([^]*?)<\/t[hd]>/gu)].map(([, cell = ""]) => cell),
    ),
  );
}

test.each([...PAGES])("%s is written like this", async (name, text) => {
  await expect(text).toMatchFileSnapshot(`golden/${name}`);
});

test.each([...PAGES])("every table of %s is one, with as many cells in each row", (_, text) => {
  const html = toHtml(text);
  const written = text.match(/^\| --- /gmu)?.length ?? 0;
  expect(tables(html)).toHaveLength(written);
  expect(written).toBeGreaterThan(0);
  for (const rows of tables(html)) {
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map((cells) => cells.length)).size).toBe(1);
  }
  expect(html.replaceAll(/<pre>[^]*?<\/pre>/gu, "")).not.toContain("| ");
});

describe("the page of a policy", () => {
  it("begins with the mark, and leads to the overview", () => {
    for (const text of PAGES.values()) expect(text.split("\n")[0]).toBe(PAGE_MARK);
    expect(toHtml(PAGES.get("global.freshness.md") ?? "")).toContain('<a href="README.md">all policies</a>');
  });

  it("has the values of everybody, and of a domain those that differ", () => {
    const [, , values] = tables(toHtml(PAGES.get("global.freshness.md") ?? ""));
    expect(values?.slice(1).map((cells) => cells.slice(0, 2).join(" "))).toEqual([
      "level everybody",
      "level player",
      "grace everybody",
      "grace player",
      "waivers everybody",
      "waivers player",
      "longest everybody",
      "longest player",
      "names everybody",
      "mode everybody",
      "slack everybody",
    ]);
  });

  it.each([
    ["2026-11-20", "**warn**", "| 2026-05-01 | warn, today |"],
    ["2026-12-31", "**warn**", "| 2026-05-01 | warn, today |"],
    ["2027-01-01", "**block**", "| 2027-01-01 | block, today |"],
    ["2026-01-31", "**off**", "| 2026-02-01 | shadow |"],
  ])("says on %s how much it weighs", (asOf, level, row) => {
    const text = policyPages({ ...SAMPLE, asOf }).get("global.freshness.md") ?? "";
    expect(text).toContain(level);
    expect(text).toContain(row);
  });

  it("changes with a day that changes something, and not with any other", () => {
    const on = (asOf: string): ReadonlyMap<string, string> => policyPages({ ...SAMPLE, asOf });
    expect(on("2026-11-30")).toEqual(on("2026-11-20"));
    expect(on("2026-12-01")).not.toEqual(on("2026-11-30"));
  });

  it.each<[target: DocumentedPolicy["target"], words: string]>([
    [{ kind: "product", lists: [] }, "every product"],
    [{ kind: "mesh", lists: [] }, "the mesh as a whole"],
    [{ kind: "mesh", lists: ["cycles"] }, "every cycle of the mesh"],
    [{ kind: "contract", lists: ["schema"] }, "every object of every contract"],
    [{ kind: "contract", lists: ["slaProperties"] }, "every service level of every contract"],
    [{ kind: "product", lists: ["customProperties"] }, "every custom property of every product"],
    [{ kind: "contract", lists: ["team.members"] }, "every member of every contract"],
    [
      { kind: "consumer", lists: ["inputPorts", "upstreams", "uses"] },
      "every use of every upstream of every input port of every consumer",
    ],
  ])("says of %j that it looks at %s", (target, words) => {
    expect(page({ target })).toContain(`It looks at ${words}.`);
  });

  it("closes a block around an example that has a fence in it", () => {
    const html = toHtml(PAGES.get("global.freshness.md") ?? "");
    expect(html).toContain('<code class="language-yaml">id: plays\nnote: |\n  ```\n</code>');
  });
});

describe("the overview", () => {
  const html = toHtml(PAGES.get("README.md") ?? "");

  it("has packs, the guild and domains in their order", () => {
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/gu)].map(([, heading]) => heading)).toEqual([
      "Pack baseline",
      "Guild",
      "Domain player",
      "Where domains differ",
    ]);
  });

  it("leads to every other page, and to nothing else", () => {
    const links = new Set([...html.matchAll(/href="([^"]*)"/gu)].map(([, link]) => link));
    expect([...links].sort()).toEqual([...PAGES.keys()].filter((name) => name !== "README.md").sort());
  });

  it("has a column for each domain that has something of its own", () => {
    const [head, row] = tables(html).at(-1) ?? [];
    expect(head).toEqual(["policy", "everybody", "player"]);
    expect(row?.[2]).toBe(
      "level <code>block</code>; grace ended on 2026-11-20; waivers not allowed; longest <code>PT1H</code>; asks more",
    );
  });
});

describe("names of pages", () => {
  it.each([
    ["baseline.retention", "baseline.retention.md"],
    ["global.x+player", "global.x.md"],
    ["Global.x", "!global.x.md"],
    ["a..b", "a..b.md"],
  ])("%s stands in %s", (id, file) => {
    expect(pageOf(id)).toBe(file);
  });

  it("are told apart by every file system, and stay in their folder", () => {
    const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]*\.[a-z][a-z0-9-]*$/);
    fc.assert(
      fc.property(id, id, (one, other) => {
        expect(pageOf(one)).toMatch(/^[a-z0-9!][a-z0-9._!-]*\.md$/);
        expect(pageOf(one) === pageOf(other)).toBe(one === other);
      }),
    );
  });
});

/** Seven texts of a policy's author where anything may stand; ids, days and levels are checked before. */
type Texts = readonly [string, string, string, string, string, string, string];
const hostileTexts: fc.Arbitrary<Texts> = fc.tuple(
  hostileText,
  hostileText,
  hostileText,
  hostileText,
  hostileText,
  hostileText,
  hostileText,
);

function docsOf([a, b, c, d, e, f, g]: Texts): PolicyDocs {
  const source = { layer: a, location: location(b, 3) };
  const sources = new Map([
    ["level", source],
    ["params.p", source],
  ]);
  const changes: readonly ExampleChange[] = [
    { kind: "delete", file: a },
    { kind: "add", file: b, text: c },
    { kind: "set", place: d, value: e },
    { kind: "set", place: `a#/${f}`, value: { [g]: [a] } },
    { kind: "remove", place: b },
  ];
  const policy = documented({
    version: a,
    title: b,
    rationale: c,
    decision: { context: d, decision: e, consequences: f, steward: g },
    file: a,
    owners: [b, c],
    target: { kind: "product", lists: [d] },
    rule: e,
    message: f,
    fix: { text: g, isPatched: true },
    params: [
      { name: a, type: b, default: [c, d], description: e, stricter: f },
      { name: g, type: a, default: { [b]: c }, description: d, domains: { min: e, max: f } },
      { name: "q", type: g, default: null, description: a, domains: { values: [b, c] } },
    ],
    forms: [form({ params: { q: d }, sources }), form({ domain: "z", params: { q: `${d}${e}x` }, sources })],
    additions: [{ id: f, domain: g, rule: a, message: b, fix: c, location: location(d) }],
    waivers: [
      waiver({ id: e, subject: { kind: "product", id: f }, target: "t", reason: g, ticket: a, requestedBy: b }),
    ],
    examples: [{ name: c, expect: "fail", before: changes, given: changes, at: [d] }],
  });
  return { ...SAMPLE, mesh: "m", domains: ["z"], policies: [policy] };
}

/** The tags of a page, without what depends on the length of a text or on whether a value is shown as code. */
function skeleton(html: string): string {
  const tags = [...html.matchAll(/<\/?([a-z][a-z0-9]*|!--)/giu)].map(([tag]) => tag);
  return tags
    .filter((tag) => !tag.endsWith("code"))
    .join("")
    .replaceAll(/(<p<\/p)+/gu, "<p</p");
}

test("nothing that the author of a policy writes becomes markup, a link, a mention or another cell", () => {
  const quiet = (text: string): string => (plain(text) === "" ? "" : "x");
  fc.assert(
    fc.property(hostileTexts, (texts) => {
      const plainly = policyPages(docsOf(texts.map(quiet) as unknown as Texts));
      for (const [name, text] of policyPages(docsOf(texts))) {
        const html = toHtml(text);
        expect(text.split("\n")[0]).toBe(PAGE_MARK);
        expect(skeleton(html), name).toBe(skeleton(toHtml(plainly.get(name) ?? "")));
        const links = [...html.matchAll(/href="([^"]*)"/gu)].map(([, link]) => link);
        expect(links.filter((link) => link !== "README.md" && link !== "global.named.md")).toEqual([]);
        const prose = html.replaceAll(/<code[^>]*>[^<]*<\/code>/gu, "").replaceAll("&#", "");
        expect(prose, name).not.toMatch(/@[a-z0-9]|#\d|GH-\d|:\/\/|www\./iu);
      }
    }),
    { numRuns: 50 },
  );
});
