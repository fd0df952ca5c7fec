import type { Impact } from "../../model/impact.ts";
import type { RenderOptions } from "../format.ts";
import { impactText } from "./text.ts";

/** A way to write an impact: a pure function of it. */
export interface ImpactFormat {
  readonly id: string;
  readonly render: (impact: Impact, options: RenderOptions) => string;
}

export const IMPACT_FORMATS: readonly ImpactFormat[] = [
  { id: "text", render: impactText },
  { id: "json", render: (impact) => `${JSON.stringify(impact, undefined, 2)}\n` },
];

export function findImpactFormat(id: string): ImpactFormat | undefined {
  return IMPACT_FORMATS.find((format) => format.id === id);
}
