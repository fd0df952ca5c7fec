import type { FieldForm } from "../../form/contract.ts";
import type { Both } from "../../rule.ts";

/** How the multiples before relate to those after; 1: any number is one. */
export function compareMultiples({ before, after }: Both<FieldForm>): "equal" | "wider" | "narrower" | "incomparable" {
  const [then, now] = [before.domain.multipleOf, after.domain.multipleOf];
  if (then === now) return "equal";
  if (now === undefined) return "wider";
  if (then === undefined) return "narrower";
  if (divides(now, then)) return "wider";
  return divides(then, now) ? "narrower" : "incomparable";
}

/** Steps such as 0.1 have no exact binary form, so the quotient is near a whole number at best. */
function divides(step: number, value: number): boolean {
  const quotient = value / step;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 * quotient;
}

/** Numbers that are no multiple of the coarser step, the finest first; some of them are multiples of the finer one. */
export function steps(coarse = 1, fine = 1): readonly number[] {
  return [fine, coarse / 2, coarse + 1].filter((value) => !divides(coarse, value));
}

export function multipleText(step: number | undefined): string {
  return step === undefined ? "any number" : `a multiple of ${step}`;
}
