import type { OutputPortForm } from "./form.ts";

/** What happens to the circle of those who may read; `unclear` where the two words cannot be compared. */
export type AccessMove = "tightened" | "loosened" | "unclear";

/** Undefined: it stays. Whatever else is said, or is not, lies between open and restricted. */
export function accessMove({ access: then }: OutputPortForm, { access: now }: OutputPortForm): AccessMove | undefined {
  if (then === now) return undefined;
  if (then === "open" || now === "restricted") return "tightened";
  if (then === "restricted" || now === "open") return "loosened";
  return "unclear";
}

export function accessText({ access }: OutputPortForm): string {
  return access === "" ? "not given" : access;
}
