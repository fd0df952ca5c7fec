import type { Day } from "../../model/day.ts";
import type { ContractForm } from "../form/contract.ts";
import { sunsetOf } from "../form/text.ts";
import type { OutputPortForm, ProductForm } from "../product/form.ts";
import { pairPorts } from "../product/pair.ts";
import { stageOf } from "../rules/lifecycle/status.ts";
import { heldSince } from "./past.ts";
import type { Pasts } from "./past.ts";
import type { Trail } from "./trail.ts";
import { formerTrail, lastOf, withParents } from "./trail.ts";

/** That something will end, said of it or of what it stands in. */
export interface Announcement {
  /** The first day of the stretch up to now through which it was said; null: it is not. */
  readonly announced: Day | null;
  /** `meshgate.sunset` beside it: a day, what stands there when it is no day, or empty. */
  readonly sunset: string;
}

/** What is said of the end of an object or field of `form`: of itself first, then of all that it stands in. */
export function announcementsOf(pasts: Pasts<ContractForm>, form: ContractForm, trail: Trail): readonly Announcement[] {
  return [
    ...withParents(trail).map((part) => ({
      announced: heldSince(pasts, form, part, {
        former: formerTrail,
        holds: (then) => lastOf(then).deprecated,
      }),
      sunset: sunsetOf(lastOf(part).custom),
    })),
    contractAnnouncement(pasts, form),
  ];
}

/** What is said of the end of a contract as a whole. One that has ended was announced before. */
export function contractAnnouncement(pasts: Pasts<ContractForm>, form: ContractForm): Announcement {
  const announced = heldSince(pasts, form, form, {
    former: (_, __, older) => older,
    holds: ({ status }) => isEnding(stageOf(status)),
  });
  return { announced, sunset: sunsetOf(form.custom) };
}

/** What is said of the end of an output port of `form`, and of the product. */
export function portAnnouncements(
  pasts: Pasts<ProductForm>,
  form: ProductForm,
  port: OutputPortForm,
): readonly Announcement[] {
  const announced = heldSince(pasts, form, port, {
    former: (now, newer, older) =>
      pairPorts(older.outputPorts, newer.outputPorts, false).find(({ after }) => after === now)?.before,
    holds: ({ deprecated }) => deprecated,
  });
  return [{ announced, sunset: port.sunset }, productAnnouncement(pasts, form)];
}

export function productAnnouncement(pasts: Pasts<ProductForm>, form: ProductForm): Announcement {
  const announced = heldSince(pasts, form, form, {
    former: (_, __, older) => older,
    holds: ({ deprecated, status }) => deprecated || isEnding(stageOf(status)),
  });
  return { announced, sunset: form.sunset };
}

function isEnding(stage: ReturnType<typeof stageOf>): boolean {
  return stage === "deprecated" || stage === "retired";
}
