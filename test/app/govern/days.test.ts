import { describe, expect, it } from "vitest";
import { less, PLAIN, PLAYS, policy, policyFile, product } from "./support/plain.ts";
import { jsonRecall, judgeTree } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const OWNED = policyFile("owned");
const BARE = less(PLAIN, policyFile("named"));

/** What a mesh is told on each day, with one memory for all days and with none. */
function told(texts: Texts, ...days: readonly string[]): readonly string[] {
  const recall = jsonRecall();
  return days.map((asOf) => {
    const [remembered, fresh] = [judgeTree(texts, { asOf, recall }), judgeTree(texts, { asOf })];
    expect(remembered).toEqual(fresh);
    return `${asOf} ${remembered.findings.map(({ message }) => message).join(", ") || "nothing"}`;
  });
}

describe("what is remembered of another day", () => {
  const team = { members: [{ username: "mina", role: "owner", dateOut: "2026-03-01" }] };
  const texts: Texts = {
    ...BARE,
    [PLAYS]: product("plays", { name: "Plays", team }),
    [OWNED]: policy("owned", {
      rule: { not: { empty: { var: "product.owners" } } },
      message: "{product.id} has no owner.",
    }),
  };

  it("counts as long as nobody has left the team since", () => {
    expect(told(texts, "2026-02-27", "2026-02-28", "2026-03-01", "2026-02-28", "2026-04-01")).toEqual([
      "2026-02-27 top has no owner.",
      "2026-02-28 top has no owner.",
      "2026-03-01 plays has no owner., top has no owner.",
      "2026-02-28 top has no owner.",
      "2026-04-01 plays has no owner., top has no owner.",
    ]);
  });

  it("counts for every day where no policy reads it, whatever the policies weigh", () => {
    const recall = jsonRecall();
    const level = (from: string): Texts => ({
      ...texts,
      [OWNED]: policy("owned", {
        level: undefined,
        rollout: [
          { from: "2026-01-01", level: "warn" },
          { from, level: "block" },
        ],
        rule: { not: { empty: { var: "product.owners" } } },
        message: "{product.id} has no owner.",
      }),
    });
    expect(judgeTree(level("2026-02-01"), { asOf: "2026-01-15", recall }).verdict).toBe("pass");
    const { size } = recall;
    expect(judgeTree(level("2026-02-01"), { asOf: "2026-02-15", recall }).verdict).toBe("fail");
    expect(judgeTree(level("2026-02-20"), { asOf: "2026-02-15", recall }).verdict).toBe("pass");
    expect(recall.size).toBe(size);
  });

  it("does not count for a policy that reads the day", () => {
    const dated = {
      ...BARE,
      [PLAYS]: `${product("plays", { name: "Plays" })}customProperties: [{ property: review, value: "2026-03-01" }]\n`,
      [OWNED]: policy("owned", {
        applies: { has: { var: "product.custom.review" } },
        rule: { after: [{ var: "product.custom.review" }, { var: "asOf" }] },
        message: "{product.id} is due.",
      }),
    };
    expect(told(dated, "2026-02-28", "2026-03-01", "2026-02-28")).toEqual([
      "2026-02-28 nothing",
      "2026-03-01 plays is due.",
      "2026-02-28 nothing",
    ]);
  });
});
