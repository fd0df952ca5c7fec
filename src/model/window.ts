/**
 * How long before something goes that must be announced: until the end of the quarter of the announcement
 * (`endOfQuarter`) or of the one after it (`endOfNextQuarter`), a number of days (`30d`), or a period of ISO 8601
 * (`P3M`, `P1Y2M`, `P2W`, `P30D`).
 */
export type Window = string;

/** Years and months in no more digits than keep every day that comes of them within the calendar. */
export const WINDOW =
  "^(endOfQuarter|endOfNextQuarter|[0-9]{1,4}d|P(?=[0-9])([0-9]{1,2}Y)?([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,4}D)?)$";

const form = new RegExp(WINDOW);

export function isWindow(text: string): boolean {
  return form.test(text);
}
