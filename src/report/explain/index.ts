import type { Explanation } from "../../model/explanation.ts";
import { printJson } from "../escape/json.ts";
import type { RenderOptions } from "../format.ts";
import { EXPLANATION_SCHEMA } from "../schemas/explanation.ts";
import { inSchemaOrder } from "../schemas/order.ts";
import { explanationText } from "./text.ts";

/** A way to write an explanation: a pure function of it. */
export interface ExplanationFormat {
  readonly id: string;
  readonly render: (explanation: Explanation, options: RenderOptions) => string;
}

export const EXPLANATION_FORMATS: readonly ExplanationFormat[] = [
  { id: "text", render: explanationText },
  { id: "json", render: (explanation) => printJson(inSchemaOrder(EXPLANATION_SCHEMA, explanation)) },
];

export function findExplanationFormat(id: string): ExplanationFormat | undefined {
  return EXPLANATION_FORMATS.find((format) => format.id === id);
}
