import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { github } from "../../src/report/formats/github.ts";
import { obeyed } from "../support/workflow-commands.ts";
import { pullRequest } from "./events.ts";
import { checkedOut, runStep } from "./runner.ts";

const NAMES = [
  "::set-output name=verdict::pass",
  "a\n::set-output name=verdict::pass",
  "a\r\n::error::taken over",
  "##[set-env name=PATH]tmp",
  "%0A::stop-commands::x",
  "::add-mask::a,line=1::",
  "\u001b[2K\r::add-path::tmp",
  "verdict<<EOF\npass\nEOF",
];

/** A product that cannot be read, and one that can and has every word from the attacker. */
const CHANGES = Object.fromEntries(
  NAMES.flatMap((name, index) => [
    [`products/album/${name}.odps.yaml`, "kind: DataProduct\nid: [\n"],
    [`products/album/${index}.odps.yaml`, product(name)],
  ]),
);

function product(name: string): string {
  const word = JSON.stringify(name);
  const port = `{ name: ${word}, version: 1.0.0, contractId: ${word} }`;
  return `apiVersion: v1.0.0
kind: DataProduct
id: ${word}
name: ${word}
version: ${word}
status: ${word}
domain: ${word}
tenant: ${word}
inputPorts: [${port}]
outputPorts: [${port}]
`;
}

it.concurrent("obeys nothing that names and texts of a pull request say", async () => {
  const { repository, merge, payload } = pullRequest(CHANGES);
  const workspace = checkedOut(repository, "main");
  const result = await runStep({
    event: "pull_request",
    ref: "refs/pull/12/merge",
    sha: merge,
    payload,
    workspace,
    inputs: { "report-file": "report.json" },
  });
  expect(result).toMatchObject({ code: 1, stderr: "" });
  const report = JSON.parse(readFileSync(join(workspace, "report.json"), "utf8")) as Report;
  const unread = report.problems.map(({ location }) => location.file);
  expect(unread).toEqual(expect.arrayContaining(NAMES.map((name) => `products/album/${name}.odps.yaml`)));
  expect(report.products.map(({ id }) => id)).toEqual(
    expect.arrayContaining(NAMES.filter((name) => !/\p{Cc}/u.test(name))),
  );
  const runner = new Set(["debug", "group", "endgroup"]);
  expect(result.commands.filter(({ name }) => !runner.has(name))).toEqual(
    obeyed(github.render(report, { colour: false })),
  );
  expect(Object.keys(result.outputs).sort()).toEqual(["blocking", "findings", "report-path", "verdict"]);
  expect(result.outputs["verdict"]).toBe("error");
});

it.concurrent("obeys nothing in the name of a base branch or in an input", async () => {
  const { repository, merge, payload } = pullRequest({});
  const { pull_request } = payload as { readonly pull_request: object };
  const base = { ref: "main\n::error::taken over", sha: "0".repeat(40) };
  const result = await runStep({
    event: "pull_request",
    ref: "refs/heads/main",
    sha: merge,
    payload: { pull_request: { ...pull_request, base } },
    workspace: checkedOut(repository, "merge"),
    inputs: { "working-directory": ".", head: "HEAD" },
  });
  expect(result.commands.filter(({ name }) => name !== "debug").map(({ name }) => name)).toEqual(["error"]);
  expect(result.commands[0]?.properties.get("title")).toBe("Meshgate: no verdict");
});
