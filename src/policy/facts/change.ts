import type { Compatibility } from "../../model/compatibility.ts";
import type { SourceDocument } from "../../model/document.ts";
import { canonical, isObject, own, text } from "../../model/json.ts";
import type { Json } from "../../model/json.ts";
import { bumpBetween, parseVersion } from "../values/version.ts";
import { compatibilityValue } from "./compatibility.ts";
import { facts } from "./custom.ts";

/** `unknown`: a version is missing or is not a semantic version. */
export type Bump = "none" | "patch" | "minor" | "major" | "lowered" | "unknown";

export function bumpOf(before: string | undefined, after: string | undefined): Bump {
  if (before === undefined || after === undefined) return "unknown";
  if (before === after) return "none";
  const [one, other] = [semantic(before), semantic(after)];
  return one === undefined || other === undefined ? "unknown" : bumpBetween(one, other);
}

/** `1` and `1.4` are the first releases of their lines. */
function semantic(version: string): ReturnType<typeof parseVersion> {
  const text = version.trim();
  const dots = /^v?\d+(\.\d+)?$/.test(text) ? text.split(".").length : 3;
  return parseVersion(text + ".0".repeat(3 - dots));
}

/** Facts about what a change does to a descriptor. `kind` is decided by whoever paired base and head. */
export function changeFacts(
  before: SourceDocument | undefined,
  after: SourceDocument | undefined,
  moved: boolean,
  compatibility: Compatibility | undefined,
): Json {
  const versions = { before: version(before), after: version(after) };
  const payloads = compatibility?.changes.some(({ ruleId }) => ruleId.startsWith("payload.")) === true;
  const content = payloads || before === undefined || after === undefined || contentOf(before) !== contentOf(after);
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
  return facts({
    kind,
    content,
    version: facts(versions, { bump: bumpOf(versions.before, versions.after) }),
    compatibility: compatibility && compatibilityValue(compatibility),
  });
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
