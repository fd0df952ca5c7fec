import fc from "fast-check";
import { isRuleFile } from "../../../../src/app/govern/rules.ts";
import { shippedMesh } from "../../../../src/io/files/packs.ts";
import { change } from "./random-change.ts";
import { mesh } from "./random-mesh.ts";
import type { Texts } from "./runs.ts";
import { stateOf, textsOf } from "./state.ts";

/** How many times as many cases as usual; `MESHGATE_CASES=50` takes minutes. */
const TIMES = Number(process.env["MESHGATE_CASES"] ?? "1");

export const TIMEOUT = 60_000 * TIMES;

/** The files of the sample mesh. */
export const DAFF: Texts = await (async () => {
  const decoder = new TextDecoder();
  return Object.fromEntries([...(await shippedMesh())].map(([file, bytes]) => [file, decoder.decode(bytes)]));
})();

const daff = stateOf(DAFF, (file) => /^(products|consumers)\//.test(file) && !isRuleFile(file));

/** A mesh, and what a pull request makes of it. */
export interface Drawn {
  readonly base: Texts;
  readonly head: Texts;
}

const small: fc.Arbitrary<Drawn> = fc
  .tuple(mesh, change)
  .map(([base, make]) => ({ base: textsOf(base), head: textsOf(make(base)) }));

const large: fc.Arbitrary<Drawn> = change.map((make) => ({ base: textsOf(daff), head: textsOf(make(daff)) }));

/** Changes to small meshes in disorder, and to the sample mesh; how many of either. */
export function changes(
  ofSmall: number,
  ofLarge: number,
): readonly { readonly mesh: string; readonly cases: number; readonly drawn: fc.Arbitrary<Drawn> }[] {
  return [
    { mesh: "a small mesh in disorder", cases: ofSmall, drawn: small },
    { mesh: "the sample mesh", cases: ofLarge, drawn: large },
  ];
}

export function hold<T>(drawn: fc.Arbitrary<T>, cases: number, test: (value: T) => void): void {
  fc.assert(fc.property(drawn, test), { numRuns: Math.ceil(cases * TIMES) });
}
