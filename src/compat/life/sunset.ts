import type { SunsetFault } from "../../model/compatibility.ts";
import { isDay } from "../../model/day.ts";
import type { JsonPath } from "../../model/json.ts";
import { quote } from "../../source/words.ts";
import type { ContractForm } from "../form/contract.ts";
import { labelOf } from "../product/form.ts";
import type { ProductForm } from "../product/form.ts";
import { announcementsOf, contractAnnouncement, portAnnouncements, productAnnouncement } from "./announced.ts";
import type { Announcement } from "./announced.ts";
import { isCriticalContract, isCriticalElement, isCriticalProduct } from "./critical.ts";
import type { Pasts } from "./past.ts";
import { stageOf } from "../rules/lifecycle/status.ts";
import { kindOf } from "./removal.ts";
import type { NoticeTerms } from "./removal.ts";
import { lastOf, trailsIn } from "./trail.ts";
import { removableFrom } from "./window.ts";

/** A fault, before it is placed in a file. */
export interface FoundSunset extends Omit<SunsetFault, "location"> {
  /** Where what ends stands in the document. */
  readonly place: JsonPath;
}

/**
 * What is wrong with the days on which a contract says that it and its parts end. `pasts` is what it was on the default
 * branch before; what is deprecated only now is announced on the day that is judged for.
 */
export function contractSunsets(
  pasts: Pasts<ContractForm>,
  form: ContractForm,
  terms: NoticeTerms,
): readonly FoundSunset[] {
  const { coreTag } = terms;
  const whole = { name: "", place: [], isCore: isCriticalContract(form, coreTag) };
  const endings = [
    ...(isDeprecated(form.status) ? [{ ...whole, announcements: [contractAnnouncement(pasts, form)] }] : []),
    ...trailsIn(form).flatMap((trail) => {
      const last = lastOf(trail);
      if (!last.deprecated) return [];
      const name = "path" in last ? last.path : last.name;
      const isCore = isCriticalElement(form, trail, coreTag);
      return [{ name, place: last.place, isCore, announcements: announcementsOf(pasts, form, trail) }];
    }),
  ];
  return endings.flatMap((ending) => faultsOf(ending, form.status, terms));
}

/** The same of a product and its output ports. */
export function productSunsets(
  pasts: Pasts<ProductForm>,
  form: ProductForm,
  terms: NoticeTerms,
): readonly FoundSunset[] {
  const { coreTag } = terms;
  const whole = { name: "", place: [], isCore: isCriticalProduct(form, form.outputPorts, coreTag) };
  const endings = [
    ...(form.deprecated ? [{ ...whole, announcements: [productAnnouncement(pasts, form)] }] : []),
    ...form.outputPorts.flatMap((port) => {
      if (!port.deprecated) return [];
      const isCore = isCriticalProduct(form, [port], coreTag);
      const announcements = portAnnouncements(pasts, form, port);
      return [{ name: labelOf(port), place: port.place, isCore, announcements }];
    }),
  ];
  return endings.flatMap((ending) => faultsOf(ending, form.status, terms));
}

interface Ending extends Pick<FoundSunset, "name" | "place"> {
  readonly isCore: boolean;
  /** Of itself first, then of what it stands in. */
  readonly announcements: readonly Announcement[];
}

function faultsOf(
  { name, place, isCore, announcements }: Ending,
  status: string,
  { notice, asOf, isCore: isCoreElsewhere }: NoticeTerms,
): readonly FoundSunset[] {
  const window = notice[kindOf(status, isCore || isCoreElsewhere)];
  const [own] = announcements;
  const sunset = own?.sunset ?? "";
  const least = removableFrom(own?.announced ?? asOf, window);
  const what = name === "" ? "This" : name;
  const said = { name, place, sunset, least, remedy: `Set \`meshgate.sunset\` to ${least} or later.` };
  if (sunset === "") {
    const isSaid = announcements.some((one) => one.sunset !== "");
    const isFree = removableFrom(asOf, window) === asOf;
    const message = `${what} is deprecated, and nothing says when it ends.`;
    return isSaid || isFree ? [] : [{ ...said, kind: "missing", message }];
  }
  if (!isDay(sunset))
    return [{ ...said, kind: "unreadable", message: `The sunset ${quote(sunset)} of ${nameOf(name)} is no day.` }];
  if (sunset >= least) return [];
  return [
    { ...said, kind: "early", message: `${what} ends on ${sunset}, and its notice is not over before ${least}.` },
  ];
}

function nameOf(name: string): string {
  return name === "" ? "the whole" : name;
}

function isDeprecated(status: string): boolean {
  return stageOf(status) === "deprecated";
}
