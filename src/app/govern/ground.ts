import type { SourceDocument, SourceText } from "../../model/document.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import type { Location, Range, RepoPath } from "../../model/location.ts";
import { at } from "../../model/location.ts";
import type { Problem, TextProblem } from "../../model/problem.ts";
import { hasError } from "../../model/problem.ts";
import type { CompatibilitySettings, Guild, Settings } from "../../model/settings.ts";
import { GUILD_FILE, SETTINGS_FILE } from "../../model/settings.ts";
import { NO_GUILD, readGuild } from "../../settings/guild.ts";
import { DEFAULT_SETTINGS, readSettings } from "../../settings/settings.ts";
import { readSource } from "../../source/read.ts";

/** Texts by path. */
export type Files = ReadonlyMap<RepoPath, Uint8Array>;

export type FileEntry = readonly [file: RepoPath, bytes: Uint8Array];

const RULE_FILE = /^(meshgate\.yaml|guild\.yaml|(policies|bindings|waivers)\/.+\.ya?ml)$/;
/** What the tests of policies run on are descriptors of no mesh. */
const FIXTURE = /^policies\/(.+\/)?fixture\//;

/** Whether a path holds something that judges, and so is read from the protected base only. */
export function isRuleFile(file: RepoPath): boolean {
  return RULE_FILE.test(file) && !isFixture(file);
}

/** Whether a path belongs to what policies are tested on. */
export function isFixture(file: RepoPath): boolean {
  return FIXTURE.test(file);
}

/** What policies are judged on, beside the descriptors. */
export interface Ground {
  readonly settings: Settings;
  readonly guild: Guild;
  /** Whether there is a guild to ask; without one no domain is known, and that is told once. */
  readonly hasGuild: boolean;
  readonly problems: readonly Problem[];
  /** Where a key or an element stands in `meshgate.yaml`; the nearest there is. */
  readonly locate: (path: JsonPath) => Location;
  /** The same in `guild.yaml`. */
  readonly locateInGuild: (path: JsonPath) => Location;
}

export function readGround(files: Files): Ground {
  const problems: Problem[] = [];
  const mesh = documentIn(files, SETTINGS_FILE, problems);
  const settings = mesh ? read(SETTINGS_FILE, readSettings(mesh), problems).settings : DEFAULT_SETTINGS;
  const people = documentIn(files, GUILD_FILE, problems);
  const guild = people ? read(GUILD_FILE, readGuild(people), problems).guild : NO_GUILD;
  if (!files.has(SETTINGS_FILE)) problems.push(missing(SETTINGS_FILE, "no rules are in force"));
  else if (!files.has(GUILD_FILE)) problems.push(missing(GUILD_FILE, "no domain is known"));
  const locate = (path: JsonPath): Location => at(SETTINGS_FILE, mesh?.range(path, "key"));
  const locateInGuild = (path: JsonPath): Location => at(GUILD_FILE, people?.range(path, "key"));
  return { settings, guild, hasGuild: people !== undefined, problems, locate, locateInGuild };
}

/** What of the guild can change an outcome. */
export function guildValue({ domains, classifications, entities, valueSets, tables, teams }: Guild): Json {
  return {
    domains: domains.map(({ id, owners, paths }) => ({ id, owners, paths })),
    classifications,
    entities: entities.map((entity) => ({ ...entity })),
    valueSets: { ...valueSets },
    tables: { ...tables },
    teams,
  };
}

/** What of these settings can change a verdict: all of them. */
export function compatibilityValue({ severity, notice, ...rest }: CompatibilitySettings): Json {
  return { ...rest, severity: [...severity].sort(), notice: { ...notice } };
}

export function documentIn(files: Files, file: RepoPath, problems: Problem[]): SourceDocument | undefined {
  const bytes = files.get(file);
  return bytes && soleDocument(file, bytes, problems);
}

/** Hands on what was read of a file, and its problems with the name of the file. */
export function read<R extends { readonly problems: readonly TextProblem[] }>(
  file: RepoPath,
  result: R,
  problems: Problem[],
): R {
  problems.push(...result.problems.map((problem) => placed(file, problem)));
  return result;
}

/** Reads a text into its documents; another one than `readSource` may recall what that said. */
export type Read = (bytes: Uint8Array) => SourceText;

export function soleDocument(
  file: RepoPath,
  bytes: Uint8Array,
  problems: Problem[],
  readText: Read = readSource,
): SourceDocument | undefined {
  const text = readText(bytes);
  problems.push(...withoutTwins(text.problems).map((problem) => placed(file, problem)));
  if (hasError(text.problems)) return undefined;
  const [document, second] = text.documents;
  if (document === undefined) {
    const message = "Nothing stands in this file. Write what belongs in it, or remove it.";
    problems.push({ severity: "error", code: "empty-file", message, path: "", location: at(file) });
  }
  if (second !== undefined) {
    problems.push(placed(file, severalDocuments(second.range([]))));
  }
  return document;
}

function severalDocuments(range: Range): TextProblem {
  const message = "More than one document in this file; expected one. Move the others to files of their own.";
  return { severity: "error", code: "several-documents", message, path: "", range };
}

/** Where a second document begins without a line `---`, every key of its envelope and all others stand twice. */
function withoutTwins(problems: readonly TextProblem[]): readonly TextProblem[] {
  const isTwin = ({ code, path }: TextProblem): boolean => code === "duplicate-key" && path.lastIndexOf("/") === 0;
  const [first] = problems.filter(isTwin);
  const isSecond = ENVELOPE.every((key) => problems.some((one) => isTwin(one) && one.path === `/${key}`));
  if (first === undefined || !isSecond) return problems;
  return [severalDocuments(first.range), ...problems.filter((problem) => !isTwin(problem))];
}

const ENVELOPE = ["apiVersion", "kind"];

function missing(file: RepoPath, consequence: string): Problem {
  const message = `${file} is missing: ${consequence}. Run \`meshgate init\` to create it at the root of the mesh repository.`;
  return { severity: "error", code: "missing-governance", message, path: "", location: at(file) };
}

export function placed(file: RepoPath, { range, ...problem }: TextProblem): Problem {
  return { ...problem, location: at(file, range) };
}
