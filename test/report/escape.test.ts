import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { workflowCommand } from "../../src/report/escape/command.ts";
import { printJson } from "../../src/report/escape/json.ts";
import { code, codeBlock, link, md, mermaidLabel } from "../../src/report/escape/markdown.ts";
import { plain } from "../../src/report/escape/plain.ts";
import { terminal } from "../../src/report/escape/terminal.ts";
import { xml } from "../../src/report/escape/xml.ts";
import { hostileText } from "../support/hostile.ts";
import { obeyed } from "../support/workflow-commands.ts";

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe("plain", () => {
  test.each([
    ["two\nlines\tand\r\nmore", "two lines and more"],
    ["next\u0085line\u2028end", "next line end"],
    ["list\u200bener", "list\ufffdener"],
    ["\u202egp.exe", "\ufffdgp.exe"],
    ["\u001b[31mred", "\ufffd[31mred"],
    ["half \ud800 pair", "half \ufffd pair"],
    ["  Motörhead 🤘  ", "Motörhead 🤘"],
  ])("%j becomes %j", (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test("never cuts a character in two", () => {
    expect(plain("aaaa🤘bbbb", 8)).toBe("aaaa...");
  });

  test("gives one visible line within its limit", () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 10, max: 200 }), (text, max) => {
        const line = plain(text, max);
        expect(line).not.toMatch(INVISIBLE);
        expect(line.length).toBeLessThanOrEqual(max);
        expect(plain(line, max)).toBe(line);
      }),
    );
  });
});

describe("md", () => {
  test.each([
    ["Field birth_year has *no* description.", "Field birth\\_year has \\*no\\* description."],
    ["ask @daff/guild", "ask @\u200bdaff/guild"],
    ["see #12", "see \\#\u200b12"],
    ["- a list?", "\\- a list?"],
    ["1. first", "1\\. first"],
    ["costs $5", "costs &#36;5"],
  ])("%j becomes %j", (text, expected) => {
    expect(md(text)).toBe(expected);
  });

  test("is shown as the text it was given", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = decode(render(`Fix: ${md(text)} end`).replace(/^<p>|<\/p>$/gu, ""));
        expect(shown.replaceAll("\u200b", "")).toBe(`Fix: ${plain(text, 500)} end`);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ["in a line", (text: string) => `Fix: ${text} end`, /^<p>Fix: [^<]* end<\/p>$/u],
    ["at the start of a line", (text: string) => `${text} end`, /^<p>[^<]*end<\/p>$/u],
    ["in bold", (text: string) => `x **a${text}a** x`, /^<p>x <strong>[^<]*<\/strong> x<\/p>$/u],
    ["in a list", (text: string) => `- Fix: ${text}\n- b`, /^<ul>\n<li>Fix:[^<]*<\/li>\n<li>b<\/li>\n<\/ul>$/u],
    [
      "in a table",
      (text: string) => `|a|b|\n|-|-|\n|x${text}x|y|`,
      /<tbody>\n<tr>\n<td>x[^<]*x<\/td>\n<td>y<\/td>\n<\/tr>\n<\/tbody>/u,
    ],
  ])("opens nothing %s", (_, place, expected) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = render(place(md(text)));
        expect(html).toMatch(expected);
        expect(decode(html)).not.toMatch(/@[a-z0-9]|#\d|GH-\d|:\/\/|www\./iu);
      }),
      { numRuns: 200 },
    );
  });
});

describe("code", () => {
  test.each([
    ["a`b", "`` a`b ``"],
    ["``", "``` `` ```"],
    ["a\nb", "`a b`"],
    ["", "`-`"],
  ])("%j becomes %j", (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  test("is one code span that shows the text it was given", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = render(`at ${code(text)} end`);
        expect(html).toMatch(/^<p>at <code>[^<]*<\/code> end<\/p>$/u);
        expect(decode(html.replace(/^<p>at <code>|<\/code> end<\/p>$/gu, ""))).toBe(plain(text, 200) || "-");
      }),
      { numRuns: 400 },
    );
  });
});

describe("link", () => {
  test.each([
    ["https://daff.example/a/b.md", '<p><a href="https://daff.example/a/b.md">x</a></p>'],
    ["baseline.retention.md", '<p><a href="baseline.retention.md">x</a></p>'],
    ["!global.x.md", '<p><a href="!global.x.md">x</a></p>'],
    ["javascript:alert(1)", "<p>x</p>"],
    ["//evil.example", "<p>x</p>"],
    ["https://evil.example/) y", "<p>x</p>"],
  ])("to %j", (address, html) => {
    expect(render(link("x", address))).toBe(html);
  });

  test("is one link or none", () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom("", "https://x.example/"), (text, start) => {
        expect(render(`at ${link("`x`", start + text)} end`)).toMatch(
          /^<p>at (<a href="[^"<>]*"><code>x<\/code><\/a>|<code>x<\/code>) end<\/p>$/u,
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe("codeBlock", () => {
  test.each([
    ["a: 1\r\nb: 2\n", "```yaml\na: 1\nb: 2\n```"],
    ["```\n# out", "````yaml\n```\n# out\n````"],
    ["\u202ea\u001b[1m\u2028\tb", "```yaml\n\ufffda\ufffd[1m\ufffd\tb\n```"],
  ])("%j becomes %j", (text, expected) => {
    expect(codeBlock("yaml", text)).toBe(expected);
  });

  test.each([
    ["on its own", "", /^<pre><code class="language-yaml">[^<]*<\/code><\/pre>\n<p>end<\/p>$/u],
    [
      "in a list",
      "  ",
      /^<ul>\n<li>\n<p>a<\/p>\n<pre><code class="language-yaml">[^<]*<\/code><\/pre>\n<\/li>\n<\/ul>\n<p>end<\/p>$/u,
    ],
  ])("is never left early %s", (_, indent, expected) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const block = codeBlock("yaml", text).replaceAll(/^/gmu, indent);
        expect(render(`${indent === "" ? "" : "- a\n\n"}${block}\n\nend`)).toMatch(expected);
      }),
      { numRuns: 400 },
    );
  });
});

test("a mermaid label is one quoted string of harmless characters", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(mermaidLabel(text)).toMatch(/^"[\p{L}\p{N} ._:/+-]*"$/u);
    }),
  );
});

test("terminal text never becomes a command of a build log, wherever its words stand", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = terminal(text);
      expect(
        obeyed([shown, ...shown.split(" ").map((_, index, words) => words.slice(index).join(" "))].join("\n")),
      ).toEqual([]);
      expect(shown).not.toMatch(INVISIBLE);
    }),
    { numRuns: 400 },
  );
});

test("a workflow command is one command and reads back as it was", () => {
  fc.assert(
    fc.property(hostileText, hostileText, (file, message) => {
      const [command, ...more] = obeyed(
        workflowCommand(
          "error",
          [
            ["file", file],
            ["line", 3],
          ],
          message,
        ),
      );
      expect(more).toEqual([]);
      expect(command?.name).toBe("error");
      expect(command?.properties.get("file") ?? "").toBe(file);
      expect(command?.properties.get("line")).toBe("3");
      expect(command?.data).toBe(message);
    }),
    { numRuns: 400 },
  );
});

test("XML text holds no markup and no character that XML forbids", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(xml(text)).toMatch(/^(?:[^&<>"'\t\n\r]|&(?:amp|lt|gt|quot|apos|#9|#10|#13);)*$/u);
      expect(xml(text)).not.toMatch(/[^\P{Cc}\u007f-\u009f]|[\ufffe\uffff]|\p{Cs}/u);
    }),
  );
});

test("JSON reads back as it was, shows nothing invisible and starts no command", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const printed = printJson({ [text]: [text] });
      expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify({ [text]: [text] })));
      expect(printed.replaceAll("\n", "")).not.toMatch(INVISIBLE);
      expect(obeyed(printed)).toEqual([]);
    }),
  );
});

function render(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

function decode(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
