import type { Json, JsonObject } from "../../../model/json.ts";
import { canonical } from "../../../model/json.ts";

/** How a price differs. None is free of charge. */
export function comparePrices(
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): "equal" | "higher" | "lower" | "unknown" {
  if (priceText(before) === priceText(after)) return "equal";
  const [then, now] = [amountOf(before), amountOf(after)];
  const isSameUnit = unitOf(before) === unitOf(after) || then === 0 || now === 0;
  if (then === undefined || now === undefined || !isSameUnit) return "unknown";
  return then === now ? "equal" : now > then ? "higher" : "lower";
}

/** `5 EUR per gigabyte`; `nothing`. */
export function priceText(price: JsonObject | undefined): string {
  if (price === undefined) return "nothing";
  const { priceAmount = 0, priceCurrency = "", priceUnit = "" } = price;
  const per = priceUnit === "" ? [] : ["per", plain(priceUnit)];
  return [plain(priceAmount), plain(priceCurrency), ...per].filter((part) => part !== "").join(" ");
}

function amountOf(price: JsonObject | undefined): number | undefined {
  const amount = price?.["priceAmount"] ?? 0;
  return typeof amount === "number" ? amount : undefined;
}

function unitOf(price: JsonObject | undefined): string {
  return canonical([price?.["priceCurrency"] ?? null, price?.["priceUnit"] ?? null]);
}

function plain(value: Json): string {
  return typeof value === "string" ? value : canonical(value);
}
