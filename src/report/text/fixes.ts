import type { Finding } from "../../model/finding.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import { place } from "../subject.ts";

/** What was mended in the work tree and what was not, one line each. */
export function fixesText(
  mended: readonly Finding[],
  left: readonly { readonly finding: Finding; readonly reason: string }[],
): readonly string[] {
  if (mended.length + left.length === 0) return ["There is nothing here that a policy knows how to mend."];
  return [
    ...mended.map((finding) => `mended ${nameOf(finding)}`),
    ...left.map(({ finding, reason }) => `left   ${nameOf(finding)}: ${terminal(reason)}`),
  ];
}

function nameOf({ location, policy, target }: Finding): string {
  const what = target === "" ? "" : ` ${terminal(target, 200)}`;
  return `${terminal(place(location))} ${terminalName(policy)}${what}`;
}
