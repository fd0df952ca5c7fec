import { contractOf } from "../../../policy/facts/ports.ts";
import { portLabel } from "../../../mesh/port.ts";
import type { Difference } from "../../../compat/difference.ts";
import type { ProductForm } from "../../../compat/product/form.ts";
import { payloadDifferences } from "./payloads.ts";
import { pastsOf } from "./past.ts";
import { productsOf } from "../../../policy/facts/contract.ts";
import type { Json } from "../../../model/json.ts";
import { canonical, own, text } from "../../../model/json.ts";
import type { Day } from "../../../model/day.ts";
import { isSameVersion, readVersion, tierOf } from "../../../mesh/version.ts";
import type { Reader } from "../../../compat/readers/settle.ts";
import { reusedNames } from "../../../compat/life/names.ts";
import { contractSunsets, productSunsets } from "../../../compat/life/sunset.ts";
import type { FoundSunset } from "../../../compat/life/sunset.ts";
import type { NoticeTerms } from "../../../compat/life/removal.ts";
import type { Pasts } from "../../../compat/life/past.ts";
import { contractRemoval, productRemoval } from "../../../compat/life/removal.ts";
import { compareContracts } from "../../../compat/compare.ts";
import type { ContractForm } from "../../../compat/form/contract.ts";
import { contractForm } from "../../../compat/form/read.ts";
import { compareProducts, isEnforced } from "../../../compat/product/compare.ts";
import { productForm } from "../../../compat/product/read.ts";
import { isAnnouncement } from "../../../compat/readers/lanes.ts";
import { weigh } from "../../../compat/profile/weigh.ts";
import { stageOf } from "../../../compat/rules/lifecycle/status.ts";
import type { AffectedReader, Change, Compatibility } from "../../../model/compatibility.ts";
import type { Edge, PlacedContract, PlacedDescriptor, PlacedProduct } from "../../../model/mesh.ts";
import { onceFor } from "../../../model/once.ts";
import type { CompatibilitySettings } from "../../../model/settings.ts";
import type { FiledDocument } from "../../../policy/facts/locator.ts";
import type { Paired } from "../../../policy/facts/subject.ts";
import type { World } from "../../../policy/facts/world.ts";
import { isContract } from "../kinds.ts";
import { assembleCompatibility } from "./assemble.ts";
import type { Baseline } from "./assemble.ts";
import { successorOf } from "./passages.ts";
import type { ContractPassage, Origin, Passage, ProductPassage } from "./passages.ts";
import { readerOf } from "./readers.ts";

/** What became of one contract or product, and the edges along which it hits somebody. */
export interface Weighed {
  readonly passage: Passage;
  readonly compatibility: Compatibility;
  readonly hits: readonly Edge[];
}

/** Compares every passage under the settings of the mesh. The documents of `openedFor` must be at hand. */
export function weighPassages(
  head: World,
  base: World,
  passages: readonly Passage[],
  { settings, asOf }: Pick<Sides, "settings" | "asOf">,
): readonly Weighed[] {
  const formIn = (world: World): ((placed: PlacedContract) => ContractForm) =>
    onceFor((placed) => contractForm(world.open(placed).value));
  const sides = { head, base, formAt: { head: formIn(head), base: formIn(base) }, settings, asOf };
  return passages.map((passage) => {
    const compatibility = isContractPassage(passage) ? ofContract(sides, passage) : ofProduct(sides, passage);
    return { passage, compatibility, hits: hitsOf(passage, compatibility) };
  });
}

/** Finds what became of a descriptor. */
export function compatibilityIn(weighed: readonly Weighed[]): (pair: Paired) => Compatibility | undefined {
  const known = new Map<PlacedDescriptor, Compatibility>(
    weighed.map(({ passage: { from, to }, compatibility }) => [to ?? from[0].placed, compatibility] as const),
  );
  return ({ head, base }) => {
    const placed = head ?? base;
    return placed && known.get(placed);
  };
}

interface Sides {
  readonly head: World;
  readonly base: World;
  readonly formAt: Readonly<Record<"head" | "base", (placed: PlacedContract) => ContractForm>>;
  readonly settings: CompatibilitySettings;
  readonly asOf: Day;
}

function isContractPassage(passage: Passage): passage is ContractPassage {
  return isContract(passage.from[0].placed);
}

function ofContract(sides: Sides, { from, to, isBeside }: ContractPassage): Compatibility {
  const { head, base, formAt, settings, asOf } = sides;
  const [first, ...others] = from;
  const { summary } = first.placed;
  const [before, offered] = [formAt.base(first.placed), to && formAt.head(to)];
  const pasts = pastsOf(base, first.placed, contractForm);
  const baselineOf = ({ placed, readers }: Origin<PlacedContract>, why: Baseline["why"]): Baseline => ({
    version: placed.summary.version,
    why,
    source: filed(base, placed),
    differences: weigh(
      [
        ...compareContracts(formAt.base(placed), offered),
        ...(to === undefined ? [] : payloadDifferences(base, placed, head, to)),
        ...(offered === undefined || placed !== first.placed ? [] : reusedNames(pasts, before, offered)),
      ],
      settings,
    ),
    readers: readers.map((reader) => readerOf(head, base, reader, formAt.base(placed))),
  });
  const own = baselineOf(first, "base");
  const older = offered === undefined ? [] : pinnedBaselines(sides, first.placed, own, [before, offered]);
  const isCore = productsOf(base, first.placed).some((product) => product.summary.class === "core");
  const notice = { ...settings, asOf, isCore };
  return assembleCompatibility({
    subject: "contract",
    id: summary.id,
    to: { version: to?.summary.version ?? "", source: to && filed(head, to) },
    offered,
    baselines: [own, ...others.map((origin) => baselineOf(origin, "live")), ...older],
    isEnforced: !isBeside && stageOf(summary.status ?? "") !== "draft",
    goneAt: "after",
    settings,
    announced: (difference) => contractRemoval(pasts, difference, before, notice),
    sunsets: offered === undefined ? [] : newlyWrong(contractSunsets, pasts, before, offered, notice),
  });
}

/**
 * The versions of the same line that the default branch had before and that a reader still names: what was built for one
 * of them must go on working. Each as it was last.
 */
function pinnedBaselines(
  { base, settings }: Sides,
  placed: PlacedContract,
  { version, readers = [] }: Baseline,
  [before, offered]: readonly [ContractForm, ContractForm],
): readonly Baseline[] {
  const current = readVersion(version);
  const pinned = new Map<string, Reader[]>();
  for (const reader of readers) {
    const pin = readVersion(reader.pin);
    if (reader.pin === "" || isSameVersion(pin, current) || tierOf(pin, current) !== "same-major") continue;
    pinned.set(pin.text, [...(pinned.get(pin.text) ?? []), reader]);
  }
  if (pinned.size === 0) return [];
  const former = base.past(placed).flatMap(({ document }) => document() ?? []);
  return [...pinned].flatMap(([pin, those]): readonly Baseline[] => {
    const document = former.find(({ value }) => isSameVersion(readVersion(textOf(value)), readVersion(pin)));
    if (document === undefined) return [];
    const form = contractForm(document.value);
    // What base had broken already is not the doing of this change.
    const known = new Set(compareContracts(form, before).map(whatIs));
    const fresh = compareContracts(form, offered).filter((difference) => !known.has(whatIs(difference)));
    const differences = weigh(fresh, settings);
    return [{ version: pin, why: "pinned", source: { file: placed.file, document }, differences, readers: those }];
  });
}

function whatIs({ ruleId, path, after }: Difference): string {
  return JSON.stringify([ruleId, path, canonical(after)]);
}

function textOf(contract: Json): string {
  return text(own(contract, "version")) ?? "";
}

function ofProduct(sides: Sides, { from: [{ placed, readers }], to }: ProductPassage): Compatibility {
  const { head, base, settings, asOf } = sides;
  const [before, after] = [base.open(placed).value, to && head.open(to).value];
  const then = formOf(before, placed);
  const pasts = pastsOf(base, placed, productForm);
  const notice = { ...settings, asOf, isCore: false };
  const now = to && after !== undefined ? formOf(after, to) : undefined;
  const differences = compareProducts(then, now, (one, other) => contractsBehind(sides, one, other));
  return assembleCompatibility({
    subject: "product",
    id: placed.summary.id,
    to: { version: to?.summary.version ?? "", source: to && filed(head, to) },
    offered: undefined,
    baselines: [
      {
        version: placed.summary.version ?? "",
        why: "base",
        source: filed(base, placed),
        differences: weigh(differences, settings).map((difference) => goingOn(sides, placed, to, difference)),
        readers: readers.map((reader) => {
          const known = readerOf(head, base, reader, undefined);
          // A port concerns all who read it, whatever they read of it.
          return { ...known, use: { evidence: known.use.evidence, isComplete: true } };
        }),
      },
    ],
    isEnforced: isEnforced(then.status),
    goneAt: "after",
    settings,
    announced: (difference) => productRemoval(pasts, difference, then, notice),
    sunsets: now === undefined ? [] : newlyWrong(productSunsets, pasts, then, now, notice),
  });
}

/** Rules that tell of the end of a line of versions. */
const LINE_ENDS: ReadonlySet<string> = new Set(["outputPort.version.removed", "outputPort.version.replaced"]);

/**
 * Where a port goes on in another line of versions under the same contract, the contract says what that breaks and for
 * whom; of the port its readers only have to name the new version.
 */
function goingOn(
  { head, base }: Sides,
  before: PlacedProduct,
  after: PlacedProduct | undefined,
  difference: Difference,
): Difference {
  const port = before.summary.outputPorts.find((one) => difference.ports?.includes(portLabel(one)));
  if (!LINE_ENDS.has(difference.ruleId) || difference.class !== "breaking" || port === undefined) return difference;
  const next = after && successorOf(port, before.summary.outputPorts, after.summary.outputPorts);
  if (next === undefined || contractOf(base, port) === undefined || contractOf(head, next) === undefined)
    return difference;
  const [then, now] = [portLabel(port), portLabel(next)];
  return {
    ...difference,
    class: "risky",
    message: `The output port ${then} goes on as ${now}, and not in its own line of versions.`,
    remedy: `Keep ${then} beside ${now} until its readers name the new version, or ask them to name it now.`,
  };
}

/** What is wrong with the days of ending now, and was not before: the rest is nothing that this change has done. */
function newlyWrong<Form>(
  sunsetsOf: (pasts: Pasts<Form>, form: Form, terms: NoticeTerms) => readonly FoundSunset[],
  pasts: Pasts<Form>,
  before: Form,
  after: Form,
  terms: NoticeTerms,
): readonly FoundSunset[] {
  const key = ({ kind, name, sunset }: FoundSunset): string => JSON.stringify([kind, name, sunset]);
  const known = new Set(sunsetsOf(pasts, before, terms).map(key));
  return sunsetsOf(pasts, after, terms).filter((found) => !known.has(key(found)));
}

/** A product belongs to the domain that its place says. */
function formOf(value: Json, { domain }: PlacedProduct): ProductForm {
  const form = productForm(value);
  return { ...form, domain: domain ?? form.domain };
}

/** What lies between the contracts of a port that names another one now. */
function contractsBehind(
  { head, base, formAt }: Sides,
  one: { readonly contractId: string; readonly version: string },
  other: typeof one,
): ReturnType<typeof compareContracts> | undefined {
  const [then, now] = [base.contract(one.contractId, one.version), head.contract(other.contractId, other.version)];
  return then && now && compareContracts(formAt.base(then.contract), formAt.head(now.contract));
}

function filed(world: World, placed: PlacedDescriptor): FiledDocument {
  return { file: placed.file, document: world.open(placed) };
}

/** The edges of those who feel a change: what is added, or is but words, nobody does. */
function hitsOf({ from }: Passage, { changes }: Compatibility): readonly Edge[] {
  const felt = new Set(
    changes.filter(isFelt).flatMap(({ affected }) => affected.filter(({ effect }) => effect !== "miss").map(keyOf)),
  );
  return from.flatMap(({ readers }) =>
    readers.flatMap(({ edge, node, port }) =>
      felt.has(keyOf({ consumer: node.summary.id, kind: edge.to.kind, input: port.name })) ? [edge] : [],
    ),
  );
}

function isFelt(change: Change): boolean {
  const { class: weight, axes, facet } = change;
  // Who answers for data, and by what rules, changes none of it.
  if (facet === "governance" && axes.consumer.verdict !== "broken") return false;
  return weight === "breaking" || weight === "risky" || axes.consumer.verdict !== "ok" || isAnnouncement(change);
}

function keyOf({ consumer, kind, input }: Pick<AffectedReader, "consumer" | "kind" | "input">): string {
  return JSON.stringify([consumer, kind, input]);
}
