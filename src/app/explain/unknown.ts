import { failure } from "../../model/failure.ts";
import type { Failure } from "../../model/failure.ts";
import type { Finding } from "../../model/finding.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import { hasError } from "../../model/problem.ts";
import { nearest } from "../../source/suggest.ts";
import type { Look } from "../govern/look.ts";
import type { Rules } from "../govern/rules.ts";

export function unknownFingerprint(start: string, findings: readonly Finding[], fixed: readonly Finding[]): Failure {
  const message = `No finding has the fingerprint ${start}.`;
  const gone = fixed.find(({ fingerprint }) => fingerprint.startsWith(start));
  if (gone !== undefined)
    return failure(
      "input",
      "fixed-finding",
      `The change has mended ${start}: ${gone.policy} on ${gone.subject.id}.`,
      "There is nothing left to explain.",
    );
  const close = nearest(
    start,
    findings.map(({ fingerprint }) => fingerprint),
  );
  const hint =
    close === undefined
      ? "`meshgate check --format json` lists them, for the same revisions and day."
      : `Did you mean ${close}?`;
  return failure("input", "unknown-fingerprint", message, hint);
}

export function unknownPolicy(name: string, { policies, problems }: Rules): Failure {
  const ids = [...new Set(policies.map(({ id }) => id))];
  // Who leaves out what stands before the dot means the rest.
  const byEnd = new Map(ids.map((id) => [id.slice(id.lastIndexOf(".") + 1), id]));
  const close = nearest(name, ids) ?? byEnd.get(name) ?? byEnd.get(nearest(name, byEnd.keys()) ?? "");
  const usual = hasError(problems)
    ? "`meshgate policy list` shows them; of those that cannot be read `meshgate policy lint` tells why."
    : "`meshgate policy list` shows them.";
  const hint = close === undefined ? usual : `Did you mean "${close}"?`;
  return failure("input", "unknown-policy", `There is no policy "${name}".`, hint);
}

export function unknownSubject({ head }: Look, kind: PlacedDescriptor["outline"]["kind"], id: string): Failure {
  const ids = head.survey.placed.flatMap(({ outline }) => (outline.kind === kind ? [outline.id] : []));
  const close = nearest(id, ids);
  const hint = close === undefined ? "`meshgate graph` shows what there is." : `Did you mean "${close}"?`;
  return failure("input", `unknown-${kind}`, `There is no ${kind} "${id}" in this mesh.`, hint);
}
