import fc from "fast-check";
import type { Compatibility } from "../../src/model/compatibility.ts";
import type { Report } from "../../src/model/report.ts";
import { LEVELS } from "../../src/model/finding.ts";
import { change, reader as affectedReader } from "../report/diff/samples.ts";
import { compatibility } from "./compatibility.ts";
import { hostileText } from "./hostile.ts";
import { NO_GRAPH, affected, edge, finding, location, problem, product, report } from "./report.ts";

/** Ids of policies and codes of problems are checked before; the rest of them is anything. */
const hostileId = hostileText.map((text) => `baseline.${text}`);

/** Where a hostile report leads to. */
export const PAGE = "https://daff.example/policies/a.b.md";

const place = fc
  .record({ file: hostileText, line: fc.integer({ min: 1, max: 99 }) })
  .map(({ file, line }) => location(file, line));

const fix = fc.record({
  file: hostileText,
  diff: hostileText,
  edits: fc.array(
    hostileText.map((text) => ({ line: 1, column: 1, endLine: 2, endColumn: 1, text })),
    { minLength: 1, maxLength: 2 },
  ),
});

const findings = fc.array(
  fc
    .record({
      policy: hostileId,
      title: hostileText,
      outcome: fc.constantFrom("fail" as const, "waived" as const, "error" as const),
      level: fc.constantFrom(...LEVELS),
      origin: fc.constantFrom("new" as const, "existing" as const, "policy" as const),
      subject: fc.record({
        kind: fc.constantFrom("product" as const, "contract" as const, "mesh" as const),
        id: hostileText,
      }),
      target: hostileText,
      message: hostileText,
      remedy: hostileText,
      owners: fc.array(hostileText, { maxLength: 2 }),
      // An address is checked where it is read.
      help: fc.constant(PAGE),
      waiver: hostileText,
      fix,
      location: place,
    })
    .map(finding),
  { maxLength: 6 },
);

const problems = fc.array(
  fc
    .record({
      severity: fc.constantFrom("error" as const, "warning" as const),
      code: hostileId,
      message: hostileText,
      location: place,
    })
    .map(problem),
  { maxLength: 2 },
);

function hostileCompatibility(id: string, text: string, name: string, enforced: boolean): Compatibility {
  const changes = [
    change({
      ruleId: id,
      message: text,
      remedy: text,
      review: [name],
      axes: {
        consumer: { verdict: "broken", reason: text, witness: { [name]: text } },
        producer: { verdict: "unknown", reason: id },
      },
      affected: [affectedReader(name, { reason: text, pin: id, owners: [text] })],
      location: location(text, 1),
    }),
  ];
  return compatibility({
    contract: id,
    from: text,
    to: name,
    nextVersion: text,
    versionIsEnough: false,
    enforced,
    changes,
  });
}

/** Reports whose every text was written by an enemy. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    id: hostileText,
    reader: hostileText,
    ref: hostileText,
    findings,
    problems,
    verdict: fc.constantFrom("pass" as const, "fail" as const, "error" as const),
  })
  .map(({ id, reader, ref, ...rest }) =>
    report({
      ...rest,
      base: { ref, commit: ref },
      head: { ref, commit: ref },
      compatibility: [true, false].map((enforced) => hostileCompatibility(id, ref, reader, enforced)),
      fixed: rest.findings.slice(0, 1),
      products: [product({ id, name: id, domain: id, version: id })],
      graph: {
        ...NO_GRAPH,
        affected: [affected(reader, id, { owners: [ref] })],
        edges: [edge(id, reader)],
        edgesRemoved: [edge(reader, id)],
      },
    }),
  );
