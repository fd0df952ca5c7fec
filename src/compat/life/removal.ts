import type { Deprecation } from "../../model/compatibility.ts";
import type { Day } from "../../model/day.ts";
import { hasCome, isDay } from "../../model/day.ts";
import { compareText } from "../../model/order.ts";
import type { CompatibilitySettings, NoticeKind } from "../../model/settings.ts";
import type { Difference } from "../difference.ts";
import type { ContractForm } from "../form/contract.ts";
import { labelOf } from "../product/form.ts";
import type { ProductForm } from "../product/form.ts";
import { stageOf } from "../rules/lifecycle/status.ts";
import { announcementsOf, contractAnnouncement, portAnnouncements, productAnnouncement } from "./announced.ts";
import type { Announcement } from "./announced.ts";
import { isCriticalContract, isCriticalElement, isCriticalProduct } from "./critical.ts";
import type { Pasts } from "./past.ts";
import { trailAt } from "./trail.ts";
import { removableFrom } from "./window.ts";

/** Under which terms something may go. */
export interface NoticeTerms extends Pick<CompatibilitySettings, "notice" | "coreTag"> {
  /** The day that is judged for. */
  readonly asOf: Day;
  /** Whether it is critical by what only others know: for a contract its product, for a product its contracts. */
  readonly isCore: boolean;
}

/**
 * How far the end of what a difference takes away was announced; undefined: it takes nothing away. `before` is the
 * contract that was compared, and `pasts` what became of it on the default branch.
 */
export function contractRemoval(
  pasts: Pasts<ContractForm>,
  { ruleId, facet, kind, fields, place }: Pick<Difference, "ruleId" | "facet" | "kind" | "fields" | "place">,
  before: ContractForm,
  terms: NoticeTerms,
): Deprecation | undefined {
  const decided = (isCore: boolean, announcements: readonly Announcement[]): Deprecation =>
    decide(kindOf(before.status, isCore || terms.isCore), announcements, terms);
  if (ENDS.has(ruleId))
    return decided(isCriticalContract(before, terms.coreTag), [contractAnnouncement(pasts, before)]);
  const isElement = facet === "existence" && kind === "remove" && fields.length > 0 && place.side === "before";
  const trail = isElement ? trailAt(before, place.path) : undefined;
  if (trail === undefined) return undefined;
  return decided(isCriticalElement(before, trail, terms.coreTag), announcementsOf(pasts, before, trail));
}

/** The same for a product and its output ports. */
export function productRemoval(
  pasts: Pasts<ProductForm>,
  { ruleId, ports }: Pick<Difference, "ruleId" | "ports">,
  before: ProductForm,
  terms: NoticeTerms,
): Deprecation | undefined {
  const decided = (isCore: boolean, announcements: readonly Announcement[]): Deprecation =>
    decide(kindOf(before.status, isCore || terms.isCore), announcements, terms);
  const { outputPorts } = before;
  if (ENDS.has(ruleId))
    return decided(isCriticalProduct(before, outputPorts, terms.coreTag), [productAnnouncement(pasts, before)]);
  const port = PORT_ENDS.has(ruleId) ? outputPorts.find((one) => ports?.includes(labelOf(one))) : undefined;
  if (port === undefined) return undefined;
  return decided(isCriticalProduct(before, [port], terms.coreTag), portAnnouncements(pasts, before, port));
}

/** Rules that tell of the end of the whole. */
const ENDS: ReadonlySet<string> = new Set([
  "contract.removed",
  "contract.retired",
  "product.removed",
  "product.status.retired",
]);
/** Rules that tell of the end of an output port, or of a line of its versions. */
const PORT_ENDS: ReadonlySet<string> = new Set([
  "outputPort.removed",
  "outputPort.version.removed",
  "outputPort.version.replaced",
]);

/** Which notice something has. */
export function kindOf(status: string, isCore: boolean): NoticeKind {
  if (stageOf(status) === "draft") return "draft";
  return isCore ? "core" : "default";
}

/**
 * What was announced of something or of what it stands in, whichever lets it go first: not before the notice is over,
 * and not before the day that its readers were told, of itself in any case. A draft that needs no notice needs no announcement.
 */
function decide(
  kind: NoticeKind,
  announcements: readonly Announcement[],
  { notice, asOf }: Pick<NoticeTerms, "notice" | "asOf">,
): Deprecation {
  const window = notice[kind];
  const core = kind === "core";
  const own = announcements[0]?.sunset ?? "";
  const [first] = announcements
    .flatMap(({ announced, sunset }) =>
      announced === null
        ? []
        : [{ announced, removableFrom: later(later(removableFrom(announced, window), sunset), own) }],
    )
    .sort((one, other) => compareText(one.removableFrom, other.removableFrom));
  if (first !== undefined) return { ...first, core, isOver: hasCome(first.removableFrom, asOf) };
  const isFree = kind === "draft" && hasCome(removableFrom(asOf, window), asOf);
  return { announced: null, removableFrom: null, core, isOver: isFree };
}

function later(day: Day, sunset: string): Day {
  return isDay(sunset) && sunset > day ? sunset : day;
}
