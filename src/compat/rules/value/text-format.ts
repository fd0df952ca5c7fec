import type { FieldForm } from "../../form/contract.ts";

/** The format of texts, such as `email`; empty for dates and numbers, whose format is part of their type. */
export function textFormat({ logicalType, domain }: FieldForm): string {
  return logicalType === "string" || logicalType === "" ? domain.format : "";
}
