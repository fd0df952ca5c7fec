import type { SourceDocument, SourceText } from "../model/document.ts";
import type { Json } from "../model/json.ts";
import { readSource } from "./read.ts";

/** The values of a text that was read without errors, to be recalled in the same run: much smaller than the documents. */
export function contentOf({ documents }: SourceText): string {
  return JSON.stringify(documents.map(({ index, value }) => [index, value]));
}

/**
 * The documents of a text whose values are known. The text is parsed only when somebody asks where a value stands, as
 * for a finding.
 */
export function recallSource(content: string, bytes: Uint8Array): readonly SourceDocument[] {
  let parsed: readonly SourceDocument[] | undefined;
  return (JSON.parse(content) as [number, Json][]).map(([index, value]) => {
    const document = (): SourceDocument => {
      parsed ??= readSource(bytes).documents;
      const found = parsed.find((one) => one.index === index);
      if (found === undefined) throw new Error(`the text has no document ${index}`);
      return found;
    };
    return {
      index,
      value: withoutPrototypes(value),
      range: (path, part) => document().range(path, part),
      written: (path) => document().written?.(path),
    };
  });
}

/** As the reader makes them, so that a hostile key is only ever a key. */
function withoutPrototypes(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  for (const child of Object.values(value)) withoutPrototypes(child);
  return Array.isArray(value) ? value : (Object.setPrototypeOf(value, null) as Json);
}
