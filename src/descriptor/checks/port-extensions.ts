import type { SourceDocument } from "../../model/document.ts";
import { list, own } from "../../model/json.ts";
import type { TextProblem } from "../../model/problem.ts";
import type { Bearer } from "./extensions.ts";
import { checkExtensions } from "./extensions.ts";

const LISTS: readonly (readonly [string, Bearer])[] = [
  ["inputPorts", "input port"],
  ["outputPorts", "output port"],
];

export function checkPortExtensions(document: SourceDocument): readonly TextProblem[] {
  return LISTS.flatMap(([key, bearer]) =>
    list(own(document.value, key)).flatMap((port, index) => checkExtensions(document, [key, index], port, bearer)),
  );
}
