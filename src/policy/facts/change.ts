import { coerce, compare, diff, valid } from "semver";
import type { SourceDocument } from "../../model/document.ts";
import { canonical, isObject, own, text } from "../../model/json.ts";
import type { Json } from "../../model/json.ts";
import { facts } from "./custom.ts";

/** `unknown`: a version is missing or is not a semantic version. */
export type Bump = "none" | "patch" | "minor" | "major" | "lowered" | "unknown";

export function bumpOf(before: string | undefined, after: string | undefined): Bump {
  if (before === undefined || after === undefined) return "unknown";
  if (before === after) return "none";
  const [one, other] = [semantic(before), semantic(after)];
  if (one === undefined || other === undefined) return "unknown";
  const order = compare(other, one);
  if (order === 0) return "none";
  if (order < 0) return "lowered";
  const step = diff(one, other);
  if (step === "major" || step === "premajor") return "major";
  return step === "minor" || step === "preminor" ? "minor" : "patch";
}

/** A leading `v` and missing parts are forgiven: `v1` is 1.0.0. */
function semantic(version: string): string | undefined {
  const bare = version.trim().replace(/^v/, "");
  return valid(bare) ?? (/^\d+(\.\d+)?$/.test(bare) ? coerce(bare)?.version : undefined);
}

/** Facts about what a change does to a descriptor. `kind` is decided by whoever paired base and head. */
export function changeFacts(
  before: SourceDocument | undefined,
  after: SourceDocument | undefined,
  moved: boolean,
): Json {
  const versions = { before: version(before), after: version(after) };
  const content = before === undefined || after === undefined || contentOf(before) !== contentOf(after);
  const kind =
    before === undefined
      ? "added"
      : after === undefined
        ? "removed"
        : moved
          ? "renamed"
          : content || versions.before !== versions.after
            ? "changed"
            : "unchanged";
  return facts({ kind, content, version: facts(versions, { bump: bumpOf(versions.before, versions.after) }) });
}

function version(document: SourceDocument | undefined): string | undefined {
  return text(own(document?.value, "version"));
}

const contents = new WeakMap<SourceDocument, string>();

/** The document without its own version and the standard's: what a version stands for. */
function contentOf(document: SourceDocument): string {
  const found = contents.get(document) ?? canonical(withoutVersions(document.value));
  contents.set(document, found);
  return found;
}

function withoutVersions(value: Json): Json {
  if (!isObject(value)) return value;
  const content = facts(value);
  delete content["version"];
  delete content["apiVersion"];
  return content;
}
