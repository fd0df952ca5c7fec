import type { SourceDocument } from "../../model/document.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { list, own, text } from "../../model/json.ts";
import type { TextProblem } from "../../model/problem.ts";
import { quote } from "../../source/words.ts";
import type { Identity } from "./unique.ts";
import { checkPrintable } from "./printable.ts";
import { checkUnique } from "./unique.ts";

/** ODPS 1.0 section Ports: (name, version) is the key. A leading `v` does not make another version. */
export function checkPorts(document: SourceDocument, key: "inputPorts" | "outputPorts"): readonly TextProblem[] {
  const noun = key === "inputPorts" ? "an input port" : "an output port";
  const ports = own(document.value, key);
  return [
    ...checkUnique(document, [key], ports, (port) => portIdentity(port, noun)),
    ...list(ports).flatMap((port, index) => checkNames(document, [key, index], port)),
  ];
}

function portIdentity(port: Json, noun: string): Identity | undefined {
  const name = text(own(port, "name"));
  if (name === undefined) return undefined;
  const version = text(own(port, "version"));
  const words =
    version === undefined ? `${noun} ${quote(name)} without a version` : `${noun} ${quote(name)} ${version}`;
  return { key: JSON.stringify([name, version?.replace(/^v/u, "")]), noun: words, at: ["name"] };
}

function checkNames(document: SourceDocument, path: JsonPath, port: Json): readonly TextProblem[] {
  return [
    ...["name", "version", "contractId"].flatMap((key) => checkPrintable(document, [...path, key], own(port, key))),
    ...list(own(port, "inputContracts")).flatMap((contract, index) =>
      ["id", "version"].flatMap((key) =>
        checkPrintable(document, [...path, "inputContracts", index, key], own(contract, key)),
      ),
    ),
  ];
}
