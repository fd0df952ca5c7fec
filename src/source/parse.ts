import { Composer, CST, Parser } from "yaml";
import type { Document, DocumentOptions, ParseOptions, SchemaOptions } from "yaml";
import { MAX_DEPTH } from "./limits.ts";

const YAML: ParseOptions & DocumentOptions & SchemaOptions = {
  version: "1.2",
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  // `1.10: x` has the key "1.10", as in JSON.
  stringKeys: true,
  // The parser compares every key with every other; `convert` finds twins in one pass.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
};

/** A text of brackets makes the parser stumble at every character; what follows so many errors is not worth reading. */
const MAX_ERRORS = 1000;

/**
 * Levels of tokens. The composer calls itself for each, and a process whose stack is nearly used up can be ended by a
 * regular expression: nothing that deep may reach it.
 */
const MAX_TOKEN_DEPTH = 2 * MAX_DEPTH;

/** What a text parses to; `tooDeep` is where it is nested so deeply that nothing was read from there on. */
export interface Parsed {
  readonly documents: readonly Document.Parsed[];
  /** Of a text without a document. */
  readonly rest: Pick<Document.Parsed, "errors" | "warnings">;
  readonly tooDeep?: number;
}

/** Parses all documents of a text. The tokens are looked at before they are composed. */
export function parseYaml(text: string): Parsed {
  let errors = 0;
  let tooDeep: number | undefined;
  function* bounded(): Generator<CST.Token> {
    for (const token of new Parser().parse(text)) {
      if (token.type === "error" && ++errors > MAX_ERRORS) return;
      tooDeep = offsetBeyond(token, MAX_TOKEN_DEPTH);
      if (tooDeep !== undefined) return;
      yield token;
    }
  }
  const composer = new Composer(YAML);
  const documents = [...composer.compose(bounded())] as Document.Parsed[];
  return { documents, rest: composer.streamInfo(), ...(tooDeep !== undefined && { tooDeep }) };
}

/** Where a token holds others more than `levels` deep; without calling itself. */
function offsetBeyond(token: CST.Token, levels: number): number | undefined {
  let level: CST.Token[] = token.type === "document" && token.value !== undefined ? [token.value] : [];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > levels) return level[0]?.offset;
    level = level.flatMap((parent) =>
      CST.isCollection(parent) ? parent.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat()) : [],
    );
  }
  return undefined;
}
