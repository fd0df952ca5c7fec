import { xml } from "../escape/xml.ts";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Character data; an element has either children or text. */
  readonly text: string;
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: readonly Element[] | string = [],
): Element {
  return typeof content === "string"
    ? { name, attributes, children: [], text: content }
    : { name, attributes, children: content, text: "" };
}

/** The document with its declaration, indented by 2. Every attribute and text is escaped here and nowhere else. */
export function printXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, "").join("\n")}\n`;
}

function lines({ name, attributes, children, text }: Element, indent: string): readonly string[] {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xml(value)}"`)].join(" ");
  if (text !== "") return [`${indent}<${head}>${xml(text).replaceAll("&#10;", "\n")}</${name}>`];
  if (children.length === 0) return [`${indent}<${head}/>`];
  return [`${indent}<${head}>`, ...children.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}
