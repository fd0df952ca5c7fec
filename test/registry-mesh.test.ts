import { readFileSync, readdirSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { govern } from "../src/app/govern/govern.ts";
import { isRuleFile, readRules } from "../src/app/govern/rules.ts";
import { candidates } from "../src/app/govern/scope.ts";
import { surveyTree } from "../src/app/govern/survey.ts";
import { readDescriptors } from "../src/descriptor/read.ts";
import { shippedPacks } from "../src/io/files/packs.ts";
import { resolveContract } from "../src/mesh/contract.ts";
import type { DocumentReading } from "../src/model/descriptor.ts";
import type { SourceDocument } from "../src/model/document.ts";
import { list, own, text } from "../src/model/json.ts";
import type { Tree } from "../src/model/tree.ts";
import { fieldsOf } from "../src/policy/facts/fields.ts";
import { plain } from "../src/model/use.ts";
import { readSource } from "../src/source/read.ts";

const ROOT = new URL("../registry/", import.meta.url);
const FILES = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => statSync(new URL(file, ROOT)).isFile())
  .sort();
const DESCRIPTORS = FILES.filter((file) => /^(products|consumers)\/.*\.yaml$/.test(file));
const CONTENTS = new Map(FILES.map((file) => [file, readFileSync(new URL(file, ROOT))]));

function bytesOf(file: string): Uint8Array {
  const bytes = CONTENTS.get(file);
  if (bytes === undefined) throw new Error(`${file} is not in the mesh`);
  return bytes;
}

/** The one element of a list that must have no other. */
function sole<T>(items: readonly T[], place: string): T {
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) throw new Error(`${place}: expected one, found ${items.length}`);
  return item;
}

function documentOf(file: string): SourceDocument {
  return sole(readSource(bytesOf(file)).documents, file);
}

function readingOf(file: string): DocumentReading {
  return sole(readDescriptors(bytesOf(file)).documents, file);
}

// A path serves as the id of its content: no two files are the same.
const tree: Tree = new Map(FILES.map((file) => [file, { mode: "100644", blob: file }]));
const rules = readRules(new Map([...CONTENTS].filter(([file]) => isRuleFile(file))), await shippedPacks());
const { settings, guild } = rules;
const found = candidates(tree, rules);
const readings = new Map(found.map(([file]) => [file, readDescriptors(bytesOf(file))] as const));
const { mesh, placed, problems } = surveyTree(found, readings, rules);

const contracts = [...mesh.contracts.values()].flat();
const readers = [...mesh.products.values(), ...mesh.consumers.values()];
const inputs = readers.flatMap(({ summary }) => summary.inputPorts.map((port) => ({ id: summary.id, port })));
const tour = new TextDecoder().decode(bytesOf("README.md"));

describe("files", () => {
  test("settings, guild and packs are read without a problem", () => {
    expect(rules.problems).toEqual([]);
    expect(settings.name).toBe("daff");
    expect(settings.packs).toEqual([{ name: "baseline" }]);
  });

  test.each(DESCRIPTORS)("%s is read without a problem", (file) => {
    expect(readDescriptors(bytesOf(file)).problems).toEqual([]);
    expect(readingOf(file).problems).toEqual([]);
  });

  test("all of them are found, each in the folder of the domain it declares", () => {
    expect(problems).toEqual([]);
    expect(placed.map(({ file }) => file).sort()).toEqual(DESCRIPTORS);
    for (const { file, domain } of placed) expect(domain, file).toBe(own(documentOf(file).value, "domain"));
  });
});

describe("size and variety", () => {
  test("eighteen products in six domains, five readers that are no products", () => {
    expect(mesh.products.size).toBe(18);
    expect(new Set([...mesh.products.values()].map(({ domain }) => domain))).toEqual(
      new Set(["listener", "player", "playlist", "partnership", "artist", "album"]),
    );
    expect([...mesh.consumers.values()].map(({ summary }) => summary.type).sort()).toEqual([
      "application",
      "application",
      "dashboard",
      "model",
      "report",
    ]);
  });

  test("contracts have 6 to 20 fields, each described and classified by the guild's list", () => {
    for (const { file } of contracts) {
      const fields = fieldsOf(documentOf(file));
      const top = fields.filter(({ path }) => path.split(".").length === 2);
      expect(top.length, file).toBeGreaterThanOrEqual(6);
      expect(top.length, file).toBeLessThanOrEqual(20);
      for (const { path, node } of fields) {
        expect(text(own(node, "description"))?.length, `${file} ${path}`).toBeGreaterThan(10);
        expect(guild.classifications, `${file} ${path}`).toContain(own(node, "classification"));
      }
    }
  });

  test("most descriptors follow the newest standard, some the older ones", () => {
    const versions = new Map<string, number>();
    for (const file of DESCRIPTORS) {
      const { format, formatVersion } = readingOf(file);
      if (format !== "consumer") {
        const key = `${format} ${formatVersion}`;
        versions.set(key, (versions.get(key) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(versions)).toEqual({
      "odps 0.9.0": 1,
      "odps 1.0.0": 1,
      "odps 1.1.0": 16,
      "odcs 3.0.2": 1,
      "odcs 3.1.0": 3,
      "odcs 3.2.0": 18,
    });
  });
});

describe("links", () => {
  test("every input names exactly one output port, or a source outside the mesh", () => {
    for (const { id, port } of inputs) {
      const edges = mesh.edges.filter(({ to }) => to.port === port);
      const expected = port.external ? [] : [{ tier: "exact", ambiguous: false }];
      const links = edges.map(({ tier, ambiguous }) => ({ tier, ambiguous }));
      expect(links, `${id} ${port.name}`).toEqual(expected);
    }
    expect(new Set(mesh.unlinked.map(({ reason }) => reason))).toEqual(new Set(["external"]));
  });

  test("every field that a reader names exists in the contract it reads", () => {
    const wrong = inputs.flatMap(({ id, port }) => {
      if (port.contractId === undefined || port.uses === undefined) return [];
      const resolved = resolveContract(mesh, port.contractId, port.version);
      if (resolved === undefined) return [`${id} reads ${port.contractId}, which is not here`];
      const paths = new Set(fieldsOf(documentOf(resolved.contract.file)).map(({ path }) => plain(path)));
      return port.uses.filter((used) => !paths.has(used)).map((used) => `${id} uses ${used}`);
    });
    expect(wrong).toEqual([]);
  });

  test("all readers but one say which fields they read", () => {
    const silent = inputs.filter(({ port }) => port.contractId !== undefined && port.uses === undefined);
    expect(silent.map(({ id, port }) => `${id} ${port.name}`)).toEqual([
      "partnership.partner-portal partner-playlist-deltas",
    ]);
  });

  test("inputContracts name declared inputs", () => {
    for (const { summary } of mesh.products.values()) {
      const declared = summary.inputPorts.map(({ contractId, version }) => `${contractId ?? ""} ${version ?? ""}`);
      for (const { id, version } of summary.outputPorts.flatMap(({ inputContracts }) => inputContracts)) {
        expect(declared, summary.id).toContain(`${id} ${version}`);
      }
    }
  });

  test("every contract is published by one product, and foreign keys lead to a field", () => {
    for (const { summary, file } of contracts) {
      const ports = [...mesh.products.values()].flatMap((product) =>
        product.summary.outputPorts.filter(
          ({ contractId, version }) => contractId === summary.id && version === summary.version,
        ),
      );
      expect(ports.length, file).toBe(1);
      const fields = fieldsOf(documentOf(file));
      const paths = new Set(fields.map(({ path }) => path));
      for (const to of fields.flatMap(({ node }) => list(own(node, "relationships")).map((key) => own(key, "to")))) {
        expect(paths, file).toContain(to);
      }
    }
  });

  test("nothing is declared twice, nothing goes round in a circle", () => {
    expect(mesh.duplicates).toEqual([]);
    expect(mesh.cycles).toEqual([]);
  });

  test("the tracks reach furthest; two products are read by nobody", () => {
    const reach = (id: string): number => new Set(mesh.outgoing(id).map(({ to }) => to.id)).size;
    const ids = [...mesh.products.keys()].sort((a, b) => reach(b) - reach(a));
    expect(ids[0]).toBe("album.tracks");
    expect(reach("album.tracks")).toBeGreaterThan(10);
    expect(mesh.orphans).toEqual(["artist.emerging-artists", "player.playback-quality"]);
  });
});

describe("what the tour promises", () => {
  test("every path in it exists", () => {
    const named = [...tour.matchAll(/`((?:products|consumers)\/[^`]*|[a-z]+\.yaml)`/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(15);
    for (const path of named) {
      const matches = FILES.filter((file) => file === path || (path.endsWith("/") && file.startsWith(path)));
      expect(matches, path).not.toEqual([]);
    }
  });

  test("personal data is in restricted fields and marked as personal", () => {
    const restricted = contracts.flatMap(({ file }) =>
      fieldsOf(documentOf(file)).filter(({ node }) => own(node, "classification") === "restricted"),
    );
    expect(restricted.length).toBeGreaterThan(3);
    for (const { path, node } of restricted) {
      expect(list(own(node, "tags")), path).toContain("personal");
      expect(text(own(node, "encryptedName")), path).toBeDefined();
    }
  });

  test("one port stands at two versions, the older deprecated", () => {
    const ports = mesh.products.get("player.play-sessions")?.summary.outputPorts ?? [];
    expect(ports.map(({ name, version, deprecated }) => ({ name, version, deprecated }))).toEqual([
      { name: "sessions", version: "1.4.0", deprecated: true },
      { name: "sessions", version: "2.0.1", deprecated: false },
    ]);
  });
});

describe("the baseline pack", () => {
  const head = { ref: "registry", commit: null, tree };
  const report = govern({ head, rules, asOf: "2026-11-20", failOn: "block", readings }, CONTENTS);

  test("lets the mesh pass", () => {
    expect(report.problems).toEqual([]);
    expect(report.verdict).toBe("pass");
    expect(report.counts.error).toBe(0);
    expect(report.products.length).toBe(18);
  });

  test("finds the blemishes that the tour admits, and no others", () => {
    const admitted = [...tour.matchAll(/^\| (warn|advisory) +\| `([^`]+)` +\| (?:contract )?`([^`]+)`/gm)];
    expect(admitted.length).toBe(4);
    const findings = report.findings.map(({ level, policy, subject }) => `${level} ${policy} ${subject.id}`);
    expect(findings.sort()).toEqual(admitted.map(([, level, policy, id]) => [level, policy, id].join(" ")).sort());
  });
});
