const DECIMAL = /^\d{1,30}(?:\.\d{1,18})?$/;

/**
 * The exact product of a decimal text (`99.9`) and `factor`, counted in units of 10^-18, so that `1.1GB` equals
 * `1100MB`. Undefined for anything that is not a plain decimal: one reader's decimal comma is another's separator of
 * thousands.
 */
export function scaled(text: string, factor: bigint): bigint | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const [whole = "", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(18, "0")) * factor;
}

/** Why an amount is none, where it is nearly one. */
export function decimalFault(amount: string): string | undefined {
  const comma = /\d+(?:,\d+)+/.exec(amount)?.[0];
  if (comma !== undefined && comma.length <= 40) {
    const [whole, ...rest] = comma.split(",");
    return `a comma can mean either: write ${whole}${rest.join("")} or ${whole}.${rest.join("")}`;
  }
  return /\.\d{19}/.test(amount) ? "at most 18 decimals" : undefined;
}
