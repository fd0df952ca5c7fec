/** What the code knows, by the name that a page calls for it with. */
export type Parts = Readonly<Record<string, string>>;

const CALL = /^<!-- (\S+) -->$/gm;

/** A page whose calls, `<!-- name -->` on a line of their own, are replaced by the parts. Every part is called for. */
export function fillPage(template: string, text: string, parts: Parts): string {
  const called = new Set<string>();
  const filled = text.replaceAll(CALL, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`${template} calls for ${name}; there is ${Object.keys(parts).join(", ")}`);
    called.add(name);
    return part;
  });
  const forgotten = Object.keys(parts).filter((name) => !called.has(name));
  if (forgotten.length > 0) throw new Error(`${template} never calls for ${forgotten.join(", ")}`);
  return `<!-- Made by \`npm run docs\` from ${template} and the code. Change these, not this page. -->\n\n${filled}`;
}
