import { expect, test } from "vitest";
import { SERVER_RULES } from "../../../src/compat/rules/server/index.ts";
import { differences } from "./example.ts";
import { tellEach } from "./pairs.ts";
import { SERVER_PAIRS } from "./pairs/server.ts";

tellEach(SERVER_PAIRS, SERVER_RULES);

test("where data lies is told in the same words, in whatever order its keys stand", () => {
  const told = (...places: readonly string[]): readonly string[] =>
    differences(
      "servers: [{ type: kafka, host: a, topic: a }]",
      `servers: [{ type: kafka, ${places.join(", ")} }]`,
    ).map(({ message }) => message);
  expect(told("topic: b", "host: b")).toEqual(told("host: b", "topic: b"));
  expect(told("host: b", "topic: b")).toHaveLength(1);
});
