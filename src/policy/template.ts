import type { JsonPath } from "../model/json.ts";
import type { Roots } from "./language/path.ts";
import { parsePath } from "./language/path.ts";
import type { Scope } from "./language/scope.ts";
import { peek } from "./language/scope.ts";
import { show } from "./language/show.ts";

/** A line with places for values: texts and paths in turn. */
export type Template = readonly (string | JsonPath)[];

const PARTS = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g;

/** Reads `Port {it.name} …`. Braces that are meant as such are doubled. Faults say which placeholder is wrong. */
export function parseTemplate(
  text: string,
  roots: Roots,
): { readonly template: Template; readonly faults: readonly string[] } {
  const template: (string | JsonPath)[] = [];
  const faults: string[] = [];
  let end = 0;
  for (const match of text.matchAll(PARTS)) {
    template.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const part = match[1] === undefined ? literalBrace(match[0]) : placeholder(match[1], roots);
    if ("fault" in part) faults.push(part.fault);
    else template.push(part.content);
  }
  template.push(text.slice(end));
  return { template: template.filter((part) => part !== ""), faults };
}

type Part = { readonly content: string | JsonPath } | { readonly fault: string };

function literalBrace(brace: string): Part {
  if (brace.length === 2) return { content: brace.slice(1) };
  return { fault: `a lone "${brace}": a value is written {it.name}, a brace is written twice` };
}

function placeholder(written: string, roots: Roots): Part {
  const path = parsePath(written, roots);
  return "fault" in path ? { fault: `{${show(written)}}: ${path.fault}` } : { content: path.steps };
}

/** The line with its values, safe to print: missing ones as `(not set)`, long ones shortened. */
export function renderTemplate(template: Template, scope: Scope): string {
  return template.map((part) => (typeof part === "string" ? part : show(peek(scope, part)))).join("");
}
