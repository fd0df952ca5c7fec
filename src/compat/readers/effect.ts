import type { Evidence, ReaderEffect } from "../../model/compatibility.ts";
import { enumerate } from "../../source/words.ts";
import type { Difference } from "../compare.ts";
import type { ContractForm } from "../form/contract.ts";
import { pathsOf, unmet } from "./expectation.ts";
import { isRelated, plain } from "../../model/use.ts";
import type { Use } from "./use.ts";

/** What a change does to a reader, and why we think so. */
export interface Effect {
  readonly effect: ReaderEffect;
  readonly evidence: Evidence;
  readonly reason: string;
  /** What merely asks others breaks this reader: it must know every value. */
  readonly breaks?: true;
}

/** What part of a change tells whom it hits. */
export type Told = Pick<Difference, "ruleId" | "facet" | "kind" | "path" | "fields">;

/**
 * Says of changes what they do to a reader. `offered` is the contract after them: an expectation is held against it;
 * undefined: nothing is left.
 */
export function effectsOn(use: Use, offered: ContractForm | undefined): (change: Told) => Effect {
  const { expectation } = use;
  if (expectation === undefined) return (change) => ofListed(use, change);
  const broken = offered && unmet(expectation, offered);
  const paths = pathsOf(expectation);
  return (change) => ofExpected(change, paths, broken);
}

function ofListed({ evidence, paths, isComplete, enums }: Use, change: Told): Effect {
  const isExhaustive = enums === "exhaustive" && VALUE_ADDED.has(change.ruleId);
  const hit = (reason: string): Effect =>
    isExhaustive
      ? { effect: "hit", evidence, reason: `${reason}, and must know every value`, breaks: true }
      : { effect: "hit", evidence, reason };
  const miss = (reason: string): Effect => ({ effect: "miss", evidence, reason });
  const changed = pathsIn(change);
  if (changed.length === 0) return hit("reads it");
  if (paths === undefined) {
    return tolerates() ?? hit(evidence === "none" ? "declares no uses: reads everything" : "uses everything");
  }
  const used = paths.filter((path) => changed.some((other) => isRelated(path, other)));
  if (used.length > 0)
    return tolerates() ?? hit(`${evidence === "uses" ? "uses" : "is made from"} ${enumerate(used, "and")}`);
  if (!isComplete)
    return { effect: "unknown", evidence, reason: `is made from ${enumerate(paths, "and")}, and maybe more` };
  if (paths.length === 0) return miss("uses nothing");
  return miss(`${evidence === "uses" ? "uses" : "is made from"} only ${enumerate(paths, "and")}`);

  function tolerates(): Effect | undefined {
    const isTolerant = enums === "tolerant" && VALUE_ADDED.has(change.ruleId);
    return isTolerant ? miss("handles values that it does not know") : undefined;
  }
}

function ofExpected(change: Told, paths: readonly string[], broken: readonly Difference[] | undefined): Effect {
  const says = (effect: ReaderEffect, reason: string): Effect => ({ effect, evidence: "expectation", reason });
  const changed = pathsIn(change);
  if (broken === undefined) return says("hit", "its expectation is not met any more");
  if (change.facet === "serviceLevel" || change.facet === "quality") {
    const lost = broken.find(({ path }) => change.path.startsWith(path) || path.startsWith(change.path));
    return lost === undefined ? says("miss", "its expectation does not ask for it, or is still met") : hitBy(lost);
  }
  if (changed.length === 0) return says("hit", "reads the contract");
  if (!paths.some((path) => changed.some((other) => isRelated(plain(path), other))))
    return says("miss", "its expectation does not name it");
  const lost = broken.filter(({ fields }) =>
    fields.some((path) => changed.some((other) => isRelated(plain(path), other))),
  );
  const worst = lost.find(({ axes }) => axes.consumer.verdict === "broken") ?? lost[0];
  if (worst !== undefined) return hitBy(worst);
  return ABOUT_PLACE.has(change.facet)
    ? says("hit", "reads it under the name that changes")
    : says("miss", "its expectation is still met");

  function hitBy({ axes, message }: Difference): Effect {
    return says(axes.consumer.verdict === "broken" ? "hit" : "unknown", `its expectation is not met: ${message}`);
  }
}

/** Rules that tell of a value that a reader may not know. */
const VALUE_ADDED: ReadonlySet<string> = new Set([
  "field.enum.valueAdded",
  "field.enum.dropped",
  "quality.values.added",
]);

/** Expectations leave open where the data lies and under what physical names. */
const ABOUT_PLACE: ReadonlySet<Difference["facet"]> = new Set(["identity", "location"]);

/** What a change is about, as readers name it. The element of a service level is where it is measured: its object is meant. */
function pathsIn({ facet, fields }: Told): readonly string[] {
  const paths = fields.map(plain);
  return facet === "serviceLevel" ? paths.map((path) => path.split(".")[0] ?? path) : paths;
}
