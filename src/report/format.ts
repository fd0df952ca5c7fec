import type { Report } from "../model/report.ts";

/** How the caller's screen looks. Formats that machines read ignore it. */
export interface RenderOptions {
  readonly colour: boolean;
  /** Signs beyond ASCII; default true. */
  readonly unicode?: boolean;
  /** Columns to wrap at; default 100. */
  readonly width?: number;
}

/** A way to write a report: a pure function of it. The text ends with a line feed, or is empty when there is nothing to say. */
export interface ReportFormat {
  readonly id: string;
  /** One line for `--help`. */
  readonly summary: string;
  render(report: Report, options: RenderOptions): string;
}

export function defineReportFormat<const Id extends string>(
  format: ReportFormat & { readonly id: Id },
): ReportFormat & { readonly id: Id } {
  return format;
}
