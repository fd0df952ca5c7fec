import type { RepoPath } from "../model/location.ts";
import { hasError } from "../model/problem.ts";
import { GUILD_FILE, SETTINGS_FILE } from "../model/settings.ts";
import { isRegularFile } from "../model/tree.ts";
import type { ValidatedFile, Validation } from "../model/validation.ts";
import { check } from "./check.ts";
import { gather } from "./gather.ts";
import type { Workshop } from "./gather.ts";
import { isRuleFile } from "./govern/rules.ts";

export interface LintRequest {
  readonly head: { readonly ref: string } | "worktree";
  /** `YYYY-MM-DD` */
  readonly asOf: string;
}

/** What a rule file holds, by where it stands. */
const FORMATS: readonly (readonly [start: string, format: string])[] = [
  [SETTINGS_FILE, "mesh"],
  [GUILD_FILE, "guild"],
  ["policies/", "policy"],
  ["bindings/", "binding"],
  ["waivers/", "waiver"],
];

/**
 * Everything that can be said of the rules of a mesh: their form, their types, that no domain is looser than the guild,
 * with the product that proves it where one is, and which of them judge nothing.
 */
export async function lintPolicies(workshop: Workshop, { head, asOf }: LintRequest): Promise<Validation> {
  const { head: side } = await gather(workshop, { head, whole: true });
  const { problems } = await check(workshop, { head, asOf, failOn: "block", whole: true });
  const rules = [...side.tree].flatMap(([file, entry]) => (isRuleFile(file) && isRegularFile(entry) ? [file] : []));
  const told = problems.map(({ location }) => location.file).filter((file) => formatOf(file) !== undefined);
  const files = [...new Set([...rules, ...told])].sort();
  return {
    schema: "meshgate/validation/v1",
    files: files.map((file): ValidatedFile => {
      const own = problems.filter(({ location }) => location.file === file);
      return { file, format: formatOf(file) ?? "unknown", version: "1", valid: !hasError(own), problems: own };
    }),
  };
}

function formatOf(file: RepoPath): string | undefined {
  return FORMATS.find(([start]) => file.startsWith(start))?.[1];
}
