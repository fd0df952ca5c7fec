import semver from "semver";
import { Document, visit } from "yaml";
import type { Bump, Change } from "../../model/compatibility.ts";
import type { Diff, DiffSide } from "../../model/diff.ts";
import type { Json } from "../../model/json.ts";
import { omdsDifferences } from "../../model/omds.ts";
import type { OmdsDifference } from "../../model/omds.ts";
import { escaped } from "../escape/json.ts";

type Impact = OmdsDifference["impact"];
const IMPACTS: readonly Impact[] = ["major", "minor", "patch"];

/** A text that means the same in quotes and without them; `yes` and the like are booleans to readers of YAML 1.1. */
const PLAIN = /^(?!(?:y|n|yes|no|on|off)$)[a-z/][\w/.[\]=-]*$/iu;

/**
 * The diff as a `MetadataDifference` document in YAML, by the draft of OMDS (Bitol RFC-0039, as of April 2026: not
 * decided, `apiVersion: v1.0.0`, paths in its hybrid notation). What is ours: elements go by their new name; values are
 * as Meshgate compares them, after units, defaults and spellings are made one, and are left out where the path names the
 * element. An impact is the one of the draft's tables, or the change's own bump where that is larger: tools may be
 * stricter and not more lenient. `suggestedVersion` is reckoned as the draft does, below 1.0.0 too, and is absent where
 * nothing changes or the version is not semantic. What Meshgate says itself stands under `customProperties`.
 */
export function diffOmds(diff: Diff): string {
  const told = diff.changes.flatMap(tell);
  const count = (impact: Impact): number => told.filter((one) => one.impact === impact).length;
  const worst = IMPACTS.find((impact) => count(impact) > 0);
  const suggested = worst === undefined ? null : nextVersion(diff.from.version, worst);
  return yaml({
    apiVersion: "v1.0.0",
    kind: "MetadataDifference",
    sourceKind: diff.subject === "contract" ? "DataContract" : "DataProduct",
    source1: sideOf(diff.from),
    source2: sideOf(diff.to),
    scope: "all",
    impact: Object.fromEntries(IMPACTS.map((impact) => [impact, count(impact)])),
    ...(suggested !== null && { suggestedVersion: suggested }),
    diffs: told.map(({ entry }) => entry),
    customProperties: [
      { property: "generatedBy", value: "meshgate" },
      { property: "meshgate.class", value: diff.class },
      { property: "meshgate.profile", value: diff.profile },
      { property: "meshgate.mode", value: diff.mode },
      { property: "meshgate.requiredBump", value: diff.requiredBump },
      { property: "meshgate.nextVersion", value: diff.nextVersion },
    ],
  });
}

function sideOf({ id, version }: DiffSide): Json {
  return { id, version };
}

/** One change as the differences that the draft tells it by. The change's own bump counts for the worst of them. */
function tell(change: Change): readonly { readonly impact: Impact; readonly entry: Json }[] {
  const found = omdsDifferences(change);
  const worst = IMPACTS.find((impact) => found.some((one) => one.impact === impact));
  const first = found.findIndex((one) => one.impact === worst);
  return found.map((difference, index) => {
    const impact = index === first ? larger(difference.impact, change.semver) : difference.impact;
    return { impact, entry: entryOf(difference, change, impact) };
  });
}

function entryOf(difference: OmdsDifference, { path, message }: Change, impact: Impact): Json {
  const { type, section, field, below, value1, value2 } = difference;
  return {
    type,
    section,
    field,
    path: pathOf(path, below),
    ...(value1 !== undefined && { value1 }),
    ...(value2 !== undefined && { value2 }),
    message,
    impactLevel: impact.toUpperCase(),
  };
}

/** What elements of a list are known by, where it is not their name. */
const KNOWN_BY: Readonly<Record<string, string>> = {
  slaProperties: "property",
  servers: "server",
  roles: "role",
  relationships: "to",
  customProperties: "property",
};

/** A port is known by its name and version together. */
const PORT = /^\/(?<list>outputPorts|inputPorts)\[(?<name>[^@]*)@(?<version>[^@\]]*)\]/u;

/** `/schema[orders]/properties[email]/required` as `/schema[name=orders]/properties[name=email]/required`. */
function pathOf(path: string, below: string): string {
  const named = path
    .replace(PORT, "/$<list>[$<name>,version=$<version>]")
    .replaceAll(/(^|\])\/([A-Za-z]+)\[/gu, (_, end: string, list: string) => {
      return `${end}/${list}[${Object.hasOwn(KNOWN_BY, list) ? (KNOWN_BY[list] ?? "") : "name"}=`;
    });
  const at = named.lastIndexOf("/");
  // A key of a key is written with a dot in a path of ours; what ends with a bracket is a name, whatever stands in it.
  const whole = named.endsWith("]") ? named : named.slice(0, at) + named.slice(at).replaceAll(".", "/");
  return `${whole === "/" ? "" : whole}${below}` || "/";
}

function larger(one: Impact, other: Bump): Impact {
  return IMPACTS.find((impact) => impact === one || impact === other) ?? one;
}

function nextVersion(version: string, impact: Impact): string | null {
  const parsed = /^v?\d/u.test(version) ? semver.parse(version) : null;
  if (parsed === null) return null;
  return `${version.startsWith("v") ? "v" : ""}${parsed.inc(impact).version}`;
}

/** Block style. Every text that could be read as anything else, or that a screen obeys, stands escaped in quotes. */
function yaml(value: Json): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === "string" && !PLAIN.test(node.value)) node.type = "QUOTE_DOUBLE";
    },
  });
  return escaped(document.toString({ lineWidth: 0, blockQuote: false }));
}
