/**
 * How long before something goes that must be announced: until the end of the quarter of the announcement
 * (`endOfQuarter`) or of the one after it (`endOfNextQuarter`), a number of days (`30d`), or a period of ISO 8601
 * (`P3M`, `P1Y2M`, `P2W`, `P30D`).
 */
export type Window = string;

/** In no more digits than keep every day that comes of them within the calendar. */
const PARTS = ["[0-9]{1,2}Y", "[0-9]{1,3}M", "[0-9]{1,3}W", "[0-9]{1,4}D"];

/** A period has one part at least. */
const PERIODS = PARTS.map((part, index) => [part, ...PARTS.slice(index + 1).map((later) => `(${later})?`)].join(""));

export const WINDOW = `^(endOfQuarter|endOfNextQuarter|[0-9]{1,4}d|P(${PERIODS.join("|")}))$`;

const form = new RegExp(WINDOW);

export function isWindow(text: string): boolean {
  return form.test(text);
}
