import { packFixture, shippedPacks } from "../src/io/files/packs.ts";
import { SETTINGS_TEXT } from "./mesh/governance.ts";

const PACK = "baseline";
/** Copies of the pack, each with its policies and a fixture of its own, so that nothing is shared between them. */
const COPIES = 4;

/** A mesh with so many policies: those of the pack that have most cases, several times over. */
export async function generatePolicies(count: number): Promise<ReadonlyMap<string, string>> {
  const decoder = new TextDecoder();
  const pack = [...((await shippedPacks()).get(PACK) ?? [])]
    .map(([file, bytes]) => ({ name: file.split("/").at(-1) ?? "", text: decoder.decode(bytes) }))
    .filter(({ text }) => text.includes("kind: Policy"))
    .sort((one, other) => casesIn(other.text) - casesIn(one.text))
    .slice(0, Math.ceil(count / COPIES));
  const fixture = [...(await packFixture(PACK))].map(([file, bytes]) => [file, decoder.decode(bytes)] as const);
  const guild = fixture.find(([file]) => file === "guild.yaml")?.[1] ?? "";
  const copies = Array.from({ length: COPIES }, (_, index) => `set${String(index + 1)}`).flatMap((set) => [
    ...pack.map(({ name, text }) => [`policies/${set}/${name}`, text.replace(`id: ${PACK}.`, `id: ${set}.`)] as const),
    ...fixture.map(([file, text]) => [`policies/${set}/fixture/${file}`, `# Of ${set}\n${text}`] as const),
  ]);
  return new Map([["meshgate.yaml", SETTINGS_TEXT.replace(/packs:.*\n/, "")], ["guild.yaml", guild], ...copies]);
}

function casesIn(text: string): number {
  return text.split("\n  - name: ").length - 1;
}
