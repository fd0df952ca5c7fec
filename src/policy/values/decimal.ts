const DECIMAL = /^\d{1,30}(?:[.,]\d{1,18})?$/;

/**
 * The exact product of a decimal text (`99.9`, `0,5`) and `factor`, counted in units of 10^-18, so that `1.1GB` equals
 * `1100MB`. Undefined for anything that is not a plain decimal.
 */
export function scaled(text: string, factor: bigint): bigint | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const [whole = "", fraction = ""] = text.split(/[.,]/);
  return BigInt(whole + fraction.padEnd(18, "0")) * factor;
}
