import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { markdown } from "../../src/report/formats/markdown.ts";
import type { Report } from "../../src/model/report.ts";
import { compatibility } from "../support/compatibility.ts";
import { hostileReport, PAGE } from "../support/hostile-report.ts";
import { NO_GRAPH, affected, edge, finding, location, problem, product, report } from "../support/report.ts";
import { SAMPLES, contractMany } from "./samples.ts";

const OURS = new Set("h3 p strong code pre br ul li details summary a".split(" "));

test.each(["pass-quiet", "pass-read-by-others"])("%s is three lines", (name) => {
  expect(
    render(SAMPLES[name] ?? report())
      .trimEnd()
      .split("\n"),
  ).toHaveLength(3);
});

test.each(Object.entries(SAMPLES))("%s starts with the verdict", (_, sample) => {
  const word = { pass: "### ✅ Pass", fail: "### ❌ Fail", error: "### 🔧 No verdict" }[sample.verdict];
  expect(render(sample).startsWith(word)).toBe(true);
});

describe("the findings on top", () => {
  const many = [
    ...Array.from({ length: 4 }, (_, index) =>
      finding({ level: "warn", policy: "a.same", message: `Same ${index}.`, location: location("a.yaml", index + 1) }),
    ),
    finding({ level: "advisory", policy: "b.other", message: "Other." }),
    finding({ level: "block", policy: "z.block", message: "Blocked." }),
    finding({ origin: "existing", message: "Old." }),
  ];

  test("are five, those that block first, of the rest one of each kind before repetitions", () => {
    expect(tops(render(report({ verdict: "fail", findings: many })))).toEqual([
      "Blocked.",
      "Same 0.",
      "Same 1.",
      "Same 2.",
      "Other.",
    ]);
  });

  test("are never those that were there before", () => {
    expect(
      tops(
        render(report({ findings: [finding({ origin: "existing" })], problems: [problem({ severity: "warning" })] })),
      ),
    ).toEqual([]);
  });

  test("leave the others to a folded list", () => {
    const page = render(report({ verdict: "fail", findings: many }));
    expect(page).toContain("<details><summary>More findings of this change (1)</summary>\n\n- ⚠️ `a.yaml:4:1` Same 3.");
    expect(page).toContain("<details><summary>There before this change; does not block it (1)</summary>");
  });
});

describe("the blast radius", () => {
  const readers = Array.from({ length: 80 }, (_, index) => `reader-${String(index).padStart(2, "0")}`);
  const page = render(
    report({
      verdict: "fail",
      findings: [finding()],
      graph: {
        ...NO_GRAPH,
        affected: readers.map((id, index) => affected(id, "player", { distance: index < 70 ? 2 : 1 })),
        edges: readers.map((id) => edge("listener-profile", id)),
      },
    }),
  );

  test("draws 60 edges, the nearest first, and says how many it does not draw", () => {
    expect(page.match(/^ {2}n\d+ --> n\d+$/gmu)).toHaveLength(60);
    expect(page).toContain('["reader-79"]:::hit');
    expect(page).toContain('["reader-00"]:::reached');
    expect(page).toContain("20 more edges not drawn.");
  });

  test("marks on whom a finding stops the check", () => {
    const broken = finding({ subject: { kind: "product", id: "reader-79" } });
    const warned = finding({ level: "warn", subject: { kind: "product", id: "reader-78" } });
    const graph = {
      ...NO_GRAPH,
      affected: [affected("reader-78", "player"), affected("reader-79", "player")],
      edges: [edge("listener-profile", "reader-78"), edge("listener-profile", "reader-79")],
    };
    const shown = render(report({ verdict: "fail", findings: [broken, warned], graph }));
    expect(shown).toContain('["listener-profile"]:::changed');
    expect(shown).toContain('["reader-78"]:::hit');
    expect(shown).toContain('["reader-79"]:::broken');
  });

  test("asks owners without pinging them", () => {
    expect(page).toContain("- product `reader-70` in `player`, reads what changed: ask `@daff/player-data`");
  });
});

describe("a page that would be too long", () => {
  const long = "very long ".repeat(60);
  const page = render(
    report({
      verdict: "fail",
      findings: Array.from({ length: 3000 }, (_, index) =>
        finding({
          message: `${index} ${long}`,
          origin: index % 2 === 0 ? "new" : "existing",
          location: location("a.yaml", index + 1),
        }),
      ),
      problems: Array.from({ length: 500 }, () => problem({ severity: "warning", message: long })),
    }),
  );

  test("is cut to what a comment takes and says how much is missing", () => {
    expect(page.length).toBeLessThanOrEqual(60_000);
    expect(page.length).toBeGreaterThan(50_000);
    expect(page).toMatch(/^- \d+ more findings left out to keep this short; the JSON report has all\.$/mu);
    expect(page).toContain("500 more problems left out");
  });

  test("still closes everything that it opens", () => {
    expect(page.match(/<details>/gu)?.length).toBe(page.match(/<\/details>/gu)?.length);
  });
});

describe("what changes in contracts and products", () => {
  test("is one line when it is safe for everybody, however many change", () => {
    const safe = SAMPLES["contract-safe"]?.compatibility[0];
    const many = render(report({ compatibility: Array.from({ length: 9 }, () => safe ?? compatibility()) }));
    expect(many).toContain("\n\n✅ What changes in 9 contracts is safe for everybody who reads.\n\n");
    expect(many).not.toContain("<details>");
  });

  test("is folded, and cut like all else, with everybody who must agree above", () => {
    const page = render(contractMany());
    expect(page.length).toBeLessThanOrEqual(60_000);
    expect(page).toContain("<details><summary>What changes for readers (164)</summary>");
    expect(page).toMatch(/^- \d+ more changes left out to keep this short/mu);
    expect(page.match(/^- `@daff\/team-\d` for /gmu)).toHaveLength(8);
    expect(page.match(/<details>/gu)?.length).toBe(page.match(/<\/details>/gu)?.length);
  });
});

test("a policy that has a page is a link to it", () => {
  const help = "https://daff.example/policies/baseline.port-contract.md";
  const link = `([\`baseline.port-contract\`](${help}))`;
  const old = finding({ help, origin: "existing" });
  expect(render(report({ findings: [finding({ help })] }))).toContain(
    `- Policy: Every output port has a contract that can be found ${link}`,
  );
  expect(
    render(report({ findings: [finding(), old], fixed: [old] })).match(/\[`baseline\.port-contract`\]/gu),
  ).toHaveLength(2);
});

test("nothing that an enemy writes opens HTML, a link, a mention, a reference, a table or a block", () => {
  fc.assert(
    fc.property(hostileReport, (hostile) => {
      const page = render(hostile);
      const html = toHtml(page);
      expect(page.length).toBeLessThanOrEqual(60_000);
      expect(tagsOf(html).filter((tag) => !OURS.has(tag))).toEqual([]);
      expect(html.match(/<h3/gu)).toHaveLength(1);
      const prose = html
        .replaceAll(/<code[^>]*>[^<]*<\/code>/gu, "")
        .replaceAll("&#", "")
        .replaceAll(`<a href="${PAGE}"></a>`, "");
      expect(prose).not.toMatch(/@[a-z0-9]|#\d|GH-\d|:\/\/|www\./iu);
    }),
    { numRuns: 120 },
  );
});

function render(value: Report): string {
  return markdown.render(value, { colour: false });
}

function tops(page: string): readonly string[] {
  return [...page.matchAll(/^(?:❌|⚠️|💡|🔧) \*\*(.*)\*\*\\$/gmu)].map(([, message]) => message ?? "");
}

function toHtml(page: string): string {
  return micromark(page, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

function tagsOf(html: string): readonly string[] {
  return [...html.matchAll(/<\/?([a-z][a-z0-9]*|!--)/giu)].map(([, tag]) => tag?.toLowerCase() ?? "");
}

test("the picture tells a consumer from the product whose id it has", () => {
  const page = render(
    report({
      products: [product({ id: "a", change: "changed" })],
      findings: [finding({ level: "warn" })],
      graph: {
        ...NO_GRAPH,
        affected: [affected("b", "album"), affected("a", "album", { kind: "consumer", distance: 2 })],
        edges: [edge("a", "b"), edge("b", "a", { kind: "consumer" })],
      },
    }),
  );
  expect(page).toContain('  n0["a"]:::changed\n  n1["consumer a"]:::reached\n  n2["b"]:::hit\n');
  expect(page).toContain("  n0 --> n2\n  n2 --> n1\n");
});
