import { compare, major } from "semver";
import type { JsonObject } from "../model/json.ts";
import { own } from "../model/json.ts";
import { describe, enumerate, quote } from "../source/words.ts";
import type { VersionFault, VersionReading } from "./format.ts";

const WRITTEN = /^(v?)((?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2})$/u;

/** Whether the root has an `apiVersion` as the Bitol standards write it. */
export function hasStandardVersion(root: JsonObject): boolean {
  const written = own(root, "apiVersion");
  return typeof written === "string" && WRITTEN.test(written);
}

/**
 * The version of a Bitol standard that a document follows, and the rules to read it by: its own, else those of the
 * newest known version before it with the same major.
 *
 * @param versions known versions, oldest first
 */
export function readStandardVersion(root: JsonObject, title: string, versions: readonly string[]): VersionReading {
  const value = own(root, "apiVersion");
  const match = typeof value === "string" ? WRITTEN.exec(value) : null;
  if (match === null) return { version: "", fault: unreadable(root, title, versions) };
  const version = match[2] ?? "";
  const rules = versions.findLast((known) => major(known) === major(version) && compare(known, version) <= 0);
  if (rules === undefined) return { version, fault: unsupported(version, title, versions) };
  if (rules !== version) return { version, rules, newer: true, fault: newer(version, rules, title) };
  if (match[1] === "") return { version, rules, fault: withoutPrefix(version, title) };
  return { version, rules };
}

function unreadable(root: JsonObject, title: string, versions: readonly string[]): VersionFault {
  const value = own(root, "apiVersion");
  const meant = nearestVersion(typeof value === "string" || typeof value === "number" ? String(value) : "", versions);
  if (value === undefined || value === null) {
    const message = `apiVersion is missing; say which version of ${title} the document follows, such as apiVersion: v${meant}.`;
    return { severity: "error", code: "missing-api-version", message };
  }
  const message = `apiVersion is ${describe(value)}; ${title} expects text of the form v1.2.3, such as apiVersion: v${meant}.`;
  return { severity: "error", code: "malformed-api-version", message };
}

/** The newest version that starts as `written` does. */
function nearestVersion(written: string, versions: readonly string[]): string {
  const start = `${written.replace(/^v/iu, "")}.`;
  return versions.findLast((version) => `${version}.`.startsWith(start)) ?? versions.at(-1) ?? "";
}

function unsupported(version: string, title: string, versions: readonly string[]): VersionFault {
  const message = `${title} ${version} is not supported; Meshgate reads ${title} ${enumerate(versions, "and")}.`;
  return { severity: "error", code: "unsupported-version", message };
}

function newer(version: string, rules: string, title: string): VersionFault {
  const message = `${title} ${version} is not known; the document is read by the rules of ${rules}, and what they do not know is a warning.`;
  return { severity: "warning", code: "unknown-version", message };
}

function withoutPrefix(version: string, title: string): VersionFault {
  const message = `apiVersion is ${quote(version)}; ${title} writes it with a leading v: v${version}. Other tools refuse it.`;
  return { severity: "warning", code: "version-without-v", message };
}
