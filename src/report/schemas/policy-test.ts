import type { JsonObject } from "../../model/json.ts";
import { LEVELS } from "../../model/finding.ts";
import { choice, count, described, list, LOCATION, PROBLEM, record, ref, text } from "./words.ts";

const outcome = (description: string): JsonObject => choice(["pass", "fail", "not-applicable", "error"], description);
const flag = (description: string): JsonObject => ({ type: "boolean", description });
const level = (description: string): JsonObject => choice([...LEVELS], description);

/** JSON Schema (draft 2020-12) of `meshgate/policy-test/v1`, what `policy test --format json` prints. Later releases may add members. */
export const POLICY_TEST_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/policy-test/v1",
  title: "Meshgate policy test",
  description: "What the tests of policies show, and what they do not.",
  ...record({
    schema: { const: "meshgate/policy-test/v1", description: "Name and version of this format." },
    policies: list(ref("policy"), "The policies that were tested, in the order of their files."),
    problems: list(ref("problem"), "What keeps a policy from being tested."),
  }),
  $defs: {
    location: LOCATION,
    problem: PROBLEM,
    policy: record({
      id: text("Id of the policy."),
      file: text("Where it stands."),
      fixture: text("Folder of the mesh that its cases change; empty for the mesh itself."),
      level: level("The highest level that it has on any day, for any domain."),
      tests: described(
        "Its cases.",
        record({
          passed: count("Cases that hold."),
          failed: count("Cases that do not."),
          cases: list(ref("case"), "Every case."),
        }),
      ),
      coverage: described(
        "Each condition has two sides, true and false; each keyword of a schema kept and violated.",
        record({
          seen: count("Sides that some case came upon."),
          total: count("Sides that there are."),
          never: list(ref("unseen"), "Those that no case came upon."),
        }),
      ),
      mutants: described(
        "The policy with one small thing changed, again and again.",
        record({
          total: count("Mutants that there are."),
          killed: count("Those that some case tells from the policy."),
          equivalent: count("Those that mean the same, as `equivalentMutants` says."),
          survived: list(ref("survivor"), "Those that no case tells from the policy."),
        }),
      ),
      promotable: level("Up to which level it may be raised."),
      lacks: list({ type: "string" }, "What it lacks for the next level."),
      gate: choice(["holds", "open"], "`open`: its level is above what it may be raised to."),
      faults: list({ type: "string" }, "What is wrong under `equivalentMutants`."),
    }),
    case: record(
      {
        name: text("Name of the case."),
        passed: flag("Whether it holds."),
        expected: outcome("What the case expects."),
        actual: outcome("What the policy says; absent when the case does not fit its fixture."),
        message: text("Why it does not hold; empty when it does."),
      },
      ["actual"],
    ),
    unseen: record({
      path: text("Where it stands in the policy: `rule.and[1]`."),
      written: text("What the author wrote, in one line."),
      never: choice(["true", "false", "kept", "violated"], "What it never was."),
      location: described("Where it stands in the file.", ref("location")),
    }),
    survivor: record({
      path: text("What is changed: `rule.and[1]`."),
      change: text("How: `lte -> lt`. `<path>: <change>` names the mutant."),
      location: described("Where it stands in the file.", ref("location")),
      suggestion: {
        description: "A case that tells it from the policy, tried on both; null when none was found.",
        anyOf: [ref("suggestion"), { type: "null" }],
      },
      searched: flag("Whether the search for a case went as far as it can."),
    }),
    suggestion: record(
      {
        name: text("A name to be replaced."),
        before: described("Changes to the base, for a policy of type change.", ref("patch")),
        given: described("Changes to the fixture.", ref("patch")),
        expect: outcome("What the policy says. Whether it should, its author must decide."),
        at: list({ type: "string" }, "Places that fail."),
      },
      ["before", "at"],
    ),
    patch: record(
      {
        delete: list({ type: "string" }, "Files that go."),
        add: { type: "object", additionalProperties: { type: "string" }, description: "Files that come, by path." },
        set: { type: "object", description: "New values by place." },
        remove: list({ type: "string" }, "Places that are taken out."),
      },
      ["delete", "add", "set", "remove"],
    ),
  },
} as const satisfies JsonObject;
