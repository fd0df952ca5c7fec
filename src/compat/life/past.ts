import type { Day } from "../../model/day.ts";

/** What a contract or product said from a day on, until the next form of it; null: there was none. */
export interface Past<Form> {
  /** The day on which it landed on the default branch. */
  readonly day: Day;
  readonly form: Form | null;
}

/**
 * The forms of one contract or product on the default branch, newest first; the first is what holds now. What could not
 * be read is left out. Where history is cut off the oldest counts from the day of the cut, which is never too early.
 */
export type Pasts<Form> = readonly Past<Form>[];

/** How an element is known in a form that came before, and what is asked of it there. */
export interface Trace<Form, Element> {
  readonly former: (element: Element, newer: Form, older: Form) => Element | undefined;
  readonly holds: (element: Element, form: Form) => boolean;
}

/**
 * The first day of the stretch up to now through which something has held of an element of `form`, which comes after all
 * of the past; null: it does not hold in the newest form of the past.
 */
export function heldSince<Form, Element>(
  pasts: Pasts<Form>,
  form: Form,
  element: Element,
  { former, holds }: Trace<Form, Element>,
): Day | null {
  let since: Day | null = null;
  let [newer, now] = [form, element];
  for (const { day, form: older } of pasts) {
    const then = older === null ? undefined : former(now, newer, older);
    if (older === null || then === undefined || !holds(then, older)) break;
    [since, newer, now] = [day, older, then];
  }
  return since;
}
