import { FACTS_SHAPE } from "../../src/policy/facts/shape.ts";
import type { FactRow } from "../../src/policy/facts/shape.ts";
import { code, table } from "./markdown.ts";
import type { Parts } from "./page.ts";

export function factParts(): Parts {
  return Object.fromEntries(Object.entries(FACTS_SHAPE).map(([subject, rows]) => [subject, facts(rows)]));
}

function facts(rows: readonly FactRow[]): string {
  return table(
    ["fact", "type", "what it says"],
    rows.map((row) => [code(row.path), typeOf(row), meaning(row)]),
  );
}

function typeOf({ type }: FactRow): string {
  return typeof type === "string" ? type : "text";
}

function meaning({ type, about, absent, standard, like }: FactRow): string {
  return [
    about,
    ...(typeof type === "string" ? [] : [`One of ${type.map(code).join(", ")}.`]),
    ...(like === undefined ? [] : [`Each has what the standard gives ${code(like)}.`]),
    ...(standard ? ["The standard's key, read like this."] : []),
    ...(absent === undefined ? [] : [`_Missing when ${absent}._`]),
  ].join(" ");
}
