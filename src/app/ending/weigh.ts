import { compareContracts } from "../../compat/compare.ts";
import type { Difference } from "../../compat/difference.ts";
import type { ContractForm } from "../../compat/form/contract.ts";
import { contractForm } from "../../compat/form/read.ts";
import { contractRemoval, kindOf, productRemoval } from "../../compat/life/removal.ts";
import type { NoticeTerms } from "../../compat/life/removal.ts";
import { removableFrom } from "../../compat/life/window.ts";
import { compareProducts } from "../../compat/product/compare.ts";
import { productForm } from "../../compat/product/read.ts";
import { effectsOn } from "../../compat/readers/effect.ts";
import { settle } from "../../compat/readers/settle.ts";
import type { Asked } from "../../compat/readers/settle.ts";
import type { AffectedReader, Deprecation } from "../../model/compatibility.ts";
import type { Day } from "../../model/day.ts";
import { daysAfter } from "../../model/day.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { canonical, isObject } from "../../model/json.ts";
import { edited } from "../../policy/fix/edit.ts";
import type { CommitId } from "../../ports/repository.ts";
import type { Workshop } from "../gather.ts";
import { evidenceOf, readerAtHead, readerOf } from "../govern/compat/readers.ts";
import type { MeshAt } from "../mesh-at.ts";
import { contractPasts, productPasts, readPasts } from "../pasts.ts";
import type { Aim } from "./aim.ts";

/** So long a pull request may take to be merged. */
export const DAYS_TO_LAND = 14;

/** How far the end of something was announced, and who would feel it. */
export interface Weighed {
  readonly deprecation: Deprecation;
  /** The first day on which it may go; of what is not announced if that landed today. */
  readonly removableFrom: Day;
  /** As `removableFrom`, of what is not announced if that landed `DAYS_TO_LAND` from today. */
  readonly sunset: Day;
  readonly readers: readonly AffectedReader[];
  /** The version that the default branch has; undefined: it has none of it. */
  readonly landed: string | undefined;
}

/** Weighs the end of `aim` on the day `asOf`, by what the branch of `tip` has held. */
export async function weighEnd(
  { repository }: Pick<Workshop, "repository">,
  at: MeshAt,
  aim: Aim,
  tip: CommitId,
  asOf: Day,
): Promise<Weighed> {
  const { file, index } = aim.kind === "element" ? aim.contract : aim.product;
  const past = (await readPasts(repository, tip, [file])).get(file) ?? [];
  const { compatibility } = at.rules.settings;
  const product = aim.kind === "element" ? await productOf(at, aim) : productForm(aim.value);
  const terms: NoticeTerms = { ...compatibility, asOf, isCore: product.core };
  const without = withoutIt(aim);
  if (aim.kind === "element") {
    const [before, after] = [contractForm(aim.value), contractForm(without)];
    const pasts = contractPasts(past, aim.contract.summary.id, index);
    const difference = found(
      compareContracts(before, after),
      ({ kind, place }) => kind === "remove" && isAt(place, aim),
    );
    const deprecation = decided(contractRemoval(pasts, difference, before, terms));
    const asked = await askedOf(at, aim, { before, after });
    return {
      ...{ deprecation, readers: settle(difference, asked, deprecation, compatibility).affected },
      ...firstDays(deprecation, before.status, terms),
      landed: pasts[0]?.form?.version,
    };
  }
  const pasts = productPasts(past, aim.product.summary.id, index);
  const difference = found(
    compareProducts(product, productForm(without)),
    aim.kind === "product"
      ? ({ ruleId }) => ruleId === "product.status.retired"
      : ({ kind, ports }) => kind === "remove" && ports?.includes(aim.label) === true,
  );
  const deprecation = decided(productRemoval(pasts, difference, product, terms));
  const asked = await askedOf(at, aim, undefined);
  return {
    ...{ deprecation, readers: settle(difference, asked, deprecation, compatibility).affected },
    ...firstDays(deprecation, product.status, terms),
    landed: pasts[0]?.form?.version,
  };
}

/** The document after the end. */
function withoutIt({ kind, value, place }: Aim): Json {
  if (kind === "product") return { ...asObject(value), status: "retired" };
  return edited(value, place, { kind: "remove", path: place }) ?? null;
}

/** Who reads it, and what its end does to them. What they have it from stands in the contract before it. */
async function askedOf(
  { world, shelf, read }: MeshAt,
  { edges }: Aim,
  contracts: { readonly before: ContractForm; readonly after: ContractForm } | undefined,
): Promise<readonly Asked[]> {
  const readers = edges.flatMap((edge) => readerAtHead(world, edge) ?? []);
  const evidence = readers.flatMap((reader) => evidenceOf(world, reader));
  shelf.stock(await read(evidence.map(({ blob }) => blob)));
  return readers.map((known) => {
    const reader = readerOf(world, world, known, contracts?.before);
    // A port concerns all who read it, whatever they read of it.
    const use = contracts === undefined ? { evidence: reader.use.evidence, isComplete: true } : reader.use;
    return { reader: { ...reader, use }, effectOf: effectsOn(use, contracts?.after) };
  });
}

async function productOf({ world, shelf, read }: MeshAt, { product }: Aim): Promise<ReturnType<typeof productForm>> {
  shelf.stock(await read([product.blob]));
  return productForm(world.open(product).value);
}

function firstDays(
  deprecation: Deprecation,
  status: string,
  { notice, asOf }: Pick<NoticeTerms, "notice" | "asOf">,
): Pick<Weighed, "removableFrom" | "sunset"> {
  const landing = (day: Day): Day =>
    deprecation.removableFrom ?? removableFrom(day, notice[kindOf(status, deprecation.core)]);
  return { removableFrom: landing(asOf), sunset: landing(daysAfter(asOf, DAYS_TO_LAND)) };
}

function found(differences: readonly Difference[], isIt: (difference: Difference) => boolean): Difference {
  const difference = differences.find(isIt);
  if (difference === undefined) throw new Error("taking something away is a difference");
  return difference;
}

function decided(deprecation: Deprecation | undefined): Deprecation {
  if (deprecation === undefined) throw new Error("what is taken away ends");
  return deprecation;
}

function isAt(place: Difference["place"], { place: path }: { readonly place: JsonPath }): boolean {
  return place.side === "before" && canonical(place.path) === canonical(path);
}

function asObject(value: Json): JsonObject {
  return isObject(value) ? value : {};
}
