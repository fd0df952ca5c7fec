/** Escapes of GitHub's workflow commands, as the runner undoes them; `%` has to go first. */
const DATA: readonly (readonly [string, string])[] = [
  ["%", "%25"],
  ["\r", "%0D"],
  ["\n", "%0A"],
];

const PROPERTY: readonly (readonly [string, string])[] = [...DATA, [":", "%3A"], [",", "%2C"]];

/** One workflow command on one line: `::name key=value,key=value::message`. Nothing in a value can end it. */
export function workflowCommand(
  name: string,
  properties: readonly (readonly [key: string, value: string | number])[],
  message: string,
): string {
  const pairs = properties.map(([key, value]) => `${key}=${escapeWith(PROPERTY, String(value))}`);
  return `::${[name, pairs.join(",")].filter((part) => part !== "").join(" ")}::${escapeWith(DATA, message)}`;
}

function escapeWith(pairs: readonly (readonly [string, string])[], text: string): string {
  return pairs.reduce((escaped, [raw, code]) => escaped.replaceAll(raw, code), text);
}
