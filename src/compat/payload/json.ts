import type { Json } from "../../model/json.ts";
import { decode } from "../../source/decode.ts";
import { readSource } from "../../source/read.ts";

/** A schema that is written in JSON, or what is wrong with it, as a sentence. */
export type JsonText = { readonly value: Json } | { readonly fault: string };

/** Within the same bounds as any descriptor: size, nesting, no key twice. */
export function readJson(bytes: Uint8Array): JsonText {
  const decoded = decode(bytes);
  if ("problem" in decoded) return { fault: decoded.problem.message };
  const { documents, problems } = readSource(bytes);
  const fault = problems.find(({ severity }) => severity === "error");
  const [document] = documents;
  if (fault !== undefined) return { fault: fault.message };
  if (document === undefined || !isJson(decoded.text)) return { fault: "It is no JSON." };
  return { value: document.value };
}

/** The bounds are those of YAML, which allows more than JSON. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
