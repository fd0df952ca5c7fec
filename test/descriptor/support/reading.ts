import { readFileSync, readdirSync } from "node:fs";
import type { Reading } from "../../../src/model/descriptor.ts";
import { problemsIn, readDescriptors } from "../../../src/descriptor/read.ts";

const FOLDER = new URL("../samples/", import.meta.url);

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function read(text: string, file = "any.yaml"): Reading {
  const reading = readDescriptors(bytesOf(text));
  return { ...reading, problems: problemsIn(file, reading) };
}

export function sample(name: string): string {
  return readFileSync(new URL(name, FOLDER), "utf8");
}

export function samples(): readonly string[] {
  return readdirSync(FOLDER).sort();
}

/** Every problem as a line: place, severity, code, message. */
export function lines(reading: Reading): readonly string[] {
  return [...reading.problems, ...reading.documents.flatMap(({ problems }) => problems)].map(
    ({ range, severity, code, message }) => `${range.line}:${range.column} ${severity} ${code} ${message}`,
  );
}

/** A small product in ODPS 1.1 with more lines behind it. */
export function product(more = "", version = "v1.1.0"): string {
  return `apiVersion: ${version}\nkind: DataProduct\nid: daff.album.releases\nstatus: active\n${more}`;
}

/** A small contract with more lines behind it. */
export function contract(more = "", version = "v3.2.0"): string {
  return `apiVersion: ${version}\nkind: DataContract\nid: daff.album.releases\nversion: 1.0.0\nstatus: active\n${more}`;
}
