import { canonical } from "../../../model/json.ts";
import type { ContractForm, ServerForm } from "../../form/contract.ts";
import { published } from "../../form/read.ts";
import type { Found } from "../../rule.ts";

/** Whether readers read from it, rather than from a place for tests. */
export function isPublished(server: ServerForm, { servers }: ContractForm): boolean {
  return published(servers).includes(server);
}

/** What a change means of a server that no reader is promised. */
export const FOR_TESTS = { class: "risky", semver: "minor" } as const satisfies Partial<Found>;

/** Whether some server of a contract holds the data in the same place, in the same form. */
export function isServed(server: ServerForm, contract: ContractForm): boolean {
  return published(contract.servers).some((other) => placeText(other) === placeText(server));
}

function placeText({ type, location, encoding }: ServerForm): string {
  return canonical([type, location, encoding]);
}

/** Keys that differ, with what they are on one side. */
export function differing(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const found = Object.entries(one).filter(([key, value]) => other[key] !== value);
  // Keys have no order.
  return Object.fromEntries(found.sort(([key], [next]) => (key < next ? -1 : 1)));
}

/** `host "a", topic "b"`; `nothing`. */
export function placesText(places: Readonly<Record<string, string>>): string {
  const words = Object.entries(places).map(([key, value]) => `${key} "${value}"`);
  return words.join(", ") || "nothing";
}

/** `the server "prod"`. */
export function serverText({ name, type }: ServerForm): string {
  return `the server "${name || type}"`;
}
