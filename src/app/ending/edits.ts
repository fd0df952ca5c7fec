import { versionNeed } from "../../compat/version.ts";
import type { Bump } from "../../model/compatibility.ts";
import type { Day } from "../../model/day.ts";
import { failure } from "../../model/failure.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { list, own, text } from "../../model/json.ts";
import { editBytes } from "../../policy/fix/edit.ts";
import type { Edit } from "../../policy/fix/splice.ts";
import type { RepoPath } from "../../model/location.ts";
import { quote } from "../../source/words.ts";

/** Edits of a document, and what they make it say. */
export interface Draft {
  readonly edits: readonly Edit[];
  readonly written: readonly string[];
}

/** Keys that come before a new one, so that it does not land behind long lists. */
const ORDER = [
  ...["id", "name", "physicalName", "logicalType", "physicalType", "businessName", "description", "version", "type"],
  ...["contractId", "status", "deprecated", "customProperties"],
];

/** Sets a key at a place of a document. */
export function setKey(place: JsonPath, key: string, value: string | boolean): Draft {
  return {
    edits: [{ kind: "set", path: [...place, key], value, order: ORDER }],
    written: [`${key}: ${String(value)}`],
  };
}

/** Sets `meshgate.sunset` at a place of a document. */
export function setSunset(place: JsonPath, node: Json | undefined, day: Day): Draft {
  const entry = { property: SUNSET, value: day };
  const written = [`${SUNSET}: ${day}`];
  const entries = own(node, "customProperties");
  const at = list(entries).findIndex((one) => own(one, "property") === SUNSET);
  const path = [...place, "customProperties"];
  if (at >= 0) return { written, edits: [{ kind: "set", path: [...path, at, "value"], value: day }] };
  if (list(entries).length === 0) return { written, edits: [{ kind: "set", path, value: [entry], order: ORDER }] };
  return { written, edits: [{ kind: "set", path: [...path, list(entries).length], value: entry }] };
}

const SUNSET = "meshgate.sunset";

/** Raises the version of a document as far as a change needs it beside what the branch has; nothing where it is raised already. */
export function raiseVersion(value: Json, landed: string | undefined, bump: Bump): Draft {
  const now = text(own(value, "version"));
  if (now === undefined || landed === undefined) return NOTHING;
  const { nextVersion, isEnough } = versionNeed(landed, now, [bump]);
  return isEnough || nextVersion === null || nextVersion === now ? NOTHING : setKey([], "version", nextVersion);
}

export const NOTHING: Draft = { edits: [], written: [] };

export function together(...drafts: readonly Draft[]): Draft {
  return { edits: drafts.flatMap(({ edits }) => edits), written: drafts.flatMap(({ written }) => written) };
}

/** Makes the edits to the bytes of a file. Throws an `input` failure where a machine cannot make them. */
export function write(file: RepoPath, bytes: Uint8Array, index: number, { edits, written }: Draft): Uint8Array {
  const done = editBytes(bytes, index, edits);
  if ("bytes" in done) return done.bytes;
  throw failure(
    "input",
    "not-written",
    `${file} cannot be changed by a machine: ${done.fault}.`,
    `Write it by hand: ${written.map((line) => quote(line)).join(", ")}.`,
  );
}
