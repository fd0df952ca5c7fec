import type { PolicyPreview } from "../../model/policy-preview.ts";
import type { RenderOptions } from "../format.ts";
import { policyPreviewMarkdown } from "./markdown.ts";
import { policyPreviewText } from "./text.ts";

/** A way to write a preview: a pure function of it. */
export interface PolicyPreviewFormat {
  readonly id: string;
  readonly render: (preview: PolicyPreview, options: RenderOptions) => string;
}

export const POLICY_PREVIEW_FORMATS: readonly PolicyPreviewFormat[] = [
  { id: "text", render: policyPreviewText },
  { id: "markdown", render: policyPreviewMarkdown },
  { id: "json", render: (preview) => `${JSON.stringify(preview, undefined, 2)}\n` },
];

export function findPolicyPreviewFormat(id: string): PolicyPreviewFormat | undefined {
  return POLICY_PREVIEW_FORMATS.find((format) => format.id === id);
}
