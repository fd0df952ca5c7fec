import type { Finding, Subject } from "../model/finding.ts";
import type { Location } from "../model/location.ts";
import type { JudgedProduct, Report } from "../model/report.ts";
import { compareText } from "../model/order.ts";

/** The findings of one subject, most severe first. */
export interface SubjectGroup {
  readonly subject: Subject;
  /** The judged product that the subject is. */
  readonly product: JudgedProduct | undefined;
  readonly owners: readonly string[];
  readonly findings: readonly Finding[];
}

/** Findings by subject; subjects in the order of their first finding. */
export function groupBySubject(findings: readonly Finding[], report: Report): readonly SubjectGroup[] {
  const products = new Map(report.products.map((product) => [`product ${product.id}`, product]));
  const groups = new Map<string, { subject: Subject; findings: Finding[] }>();
  for (const finding of findings) {
    const { kind, id } = finding.subject;
    const key = `${kind} ${id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { subject: finding.subject, findings: [finding] });
    else group.findings.push(finding);
  }
  return [...groups].map(([key, { subject, findings: group }]) => ({
    subject,
    product: products.get(key),
    owners: [...new Set(group.flatMap((finding) => finding.owners))].sort(compareText),
    findings: group,
  }));
}

/** `products/a.odps.yaml:14:17`, as editors and terminals open it. */
export function place({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}
