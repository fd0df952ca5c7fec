import type { Validation } from "../../model/validation.ts";
import type { RenderOptions } from "../format.ts";
import { validationText } from "./text.ts";

/** A way to write a validation: a pure function of it. */
export interface ValidationFormat {
  readonly id: string;
  readonly render: (validation: Validation, options: RenderOptions) => string;
}

export const VALIDATION_FORMATS: readonly ValidationFormat[] = [
  { id: "text", render: validationText },
  { id: "json", render: (validation) => `${JSON.stringify(validation, undefined, 2)}\n` },
];

export function findValidationFormat(id: string): ValidationFormat | undefined {
  return VALIDATION_FORMATS.find((format) => format.id === id);
}
