import { weight } from "../model/enforcement.ts";
import { failure } from "../model/failure.ts";
import type { Level } from "../model/finding.ts";
import type { RepoPath } from "../model/location.ts";
import type { PolicyTest } from "../model/policy-test.ts";
import type { Problem } from "../model/problem.ts";
import { hasError } from "../model/problem.ts";
import { GUILD_FILE, SETTINGS_FILE } from "../model/settings.ts";
import { isRegularFile } from "../model/tree.ts";
import type { Tree } from "../model/tree.ts";
import { compilePolicy } from "../policy/compile.ts";
import type { Files } from "../policy/patch.ts";
import type { Policy } from "../policy/policy.ts";
import type { Subject } from "../policy/trial/mutants.ts";
import { isPackHead } from "../settings/pack.ts";
import { decode } from "../source/decode.ts";
import { encode } from "../source/encode.ts";
import { nearest } from "../source/suggest.ts";
import { gather, ruleFiles } from "./gather.ts";
import type { ReadBlobs, Workshop } from "./gather.ts";
import { FACT_TREES, factTreesOf } from "./govern/facts.ts";
import { isFixture, readGround, soleDocument } from "./govern/ground.ts";
import type { Files as Bytes } from "./govern/ground.ts";
import { readRules } from "./govern/rules.ts";
import type { Packs, Rules } from "./govern/rules.ts";
import { candidates } from "./govern/scope.ts";
import { testPolicies } from "./test-policies.ts";
import type { TestBench, TestMesh } from "./test-policies.ts";

export interface PolicyTestRequest {
  readonly head: { readonly ref: string } | "worktree";
  /** Ids; none: all. */
  readonly policies: readonly string[];
}

/** Tests the policies of a mesh, of every layer, at the levels that they have there. */
export async function testOwnPolicies(workshop: Workshop, { head, policies }: PolicyTestRequest): Promise<PolicyTest> {
  const { head: side, read } = await gather(workshop, { head });
  const files = await ruleFiles(side.tree, read);
  const rules = readRules(files, workshop.packs);
  const bench: TestBench = {
    subjects: ownSubjects(rules),
    fixtureOf: fixturesIn(await meshTexts(side.tree, rules, read)),
    levelOf: (policy) => levelIn(rules, policy),
    progress: workshop.progress,
  };
  return testPolicies(bench, policies, errorsIn(rules.problems));
}

/** The mesh's own policies without what it sets for them: their cases speak of the values that their authors chose. */
function ownSubjects({ read, guild }: Rules): readonly Subject[] {
  const facts = factTreesOf(guild);
  return read.flatMap(({ file, document, isShipped, layers, policy }): readonly Subject[] => {
    if (isShipped || policy === undefined) return [];
    // What the author chose may need what the mesh sets: a classification that this guild does not have.
    const written = layers.length === 0 ? policy : (compilePolicy(file, document, facts).policy ?? policy);
    return [{ policy: { ...written, scope: policy.scope }, document, facts }];
  });
}

/** A pack, and the mesh that comes with it to test it on. */
export interface TestedPack {
  readonly packs: Packs;
  readonly fixture: (pack: string) => Promise<Bytes>;
  readonly progress: TestBench["progress"];
}

/** Tests the policies of a shipped pack at the levels that it gives them. */
export async function testPack(
  { packs, fixture, progress }: TestedPack,
  name: string,
  wanted: readonly string[],
): Promise<PolicyTest> {
  const policies = packs.get(name);
  if (policies === undefined) {
    const near = nearest(name, packs.keys());
    const hint = near === undefined ? `Packs that ship: ${[...packs.keys()].join(", ")}.` : `Did you mean "${near}"?`;
    throw failure("input", "unknown-pack", `There is no pack "${name}".`, hint);
  }
  const mesh: TestMesh = { folder: `policies/${name}/fixture`, files: textsOf(await fixture(name)) };
  const levelOf = ({ schedule }: Policy): Level => highest([schedule]);
  const { subjects, problems } = packSubjects(policies, mesh);
  return testPolicies({ subjects, fixtureOf: () => mesh, levelOf, progress }, wanted, errorsIn(problems));
}

/** Which value sets and tables there are says the guild of the mesh that comes with the pack. */
function packSubjects(
  files: Bytes,
  mesh: TestMesh,
): { readonly subjects: readonly Subject[]; readonly problems: readonly Problem[] } {
  const guild = mesh.files.get(GUILD_FILE);
  const facts =
    guild === undefined ? FACT_TREES : factTreesOf(readGround(new Map([[GUILD_FILE, encode(guild)]])).guild);
  const problems: Problem[] = [];
  const subjects = [...files].flatMap(([file, bytes]): readonly Subject[] => {
    const document = soleDocument(file, bytes, problems);
    if (document === undefined || isPackHead(document)) return [];
    const { policy, problems: found } = compilePolicy(file, document, facts);
    problems.push(...found);
    return policy === undefined ? [] : [{ policy, document, facts }];
  });
  return { subjects, problems };
}

/** Everything that cases may change: the mesh, and the meshes that stand beside policies. */
async function meshTexts(tree: Tree, rules: Rules, read: ReadBlobs): Promise<Files> {
  const ground = [...tree].filter(([file]) => file === SETTINGS_FILE || file === GUILD_FILE || isFixture(file));
  const entries = [...ground, ...candidates(tree, rules)].filter(([, entry]) => isRegularFile(entry));
  const blobs = await read(entries.map(([, { blob }]) => blob));
  return textsOf(
    new Map(entries.flatMap(([file, { blob }]) => [[file, blobs.get(blob) ?? new Uint8Array()] as const])),
  );
}

/** What is not UTF-8 is left out: nothing can be read from it. */
function textsOf(files: Bytes): Files {
  return new Map(
    [...files].flatMap(([file, bytes]) => {
      const decoded = decode(bytes);
      return "text" in decoded ? [[file, decoded.text] as const] : [];
    }),
  );
}

/** The folder `fixture` beside a policy, or in a folder above it; else the mesh itself. */
function fixturesIn(texts: Files): (file: RepoPath) => TestMesh {
  const meshes = new Map<RepoPath, TestMesh>();
  const meshIn = (folder: RepoPath): TestMesh => {
    const known = meshes.get(folder);
    if (known !== undefined) return known;
    const inside = [...texts].filter(([file]) => (folder === "" ? !isFixture(file) : file.startsWith(`${folder}/`)));
    const files = new Map(inside.map(([file, text]) => [folder === "" ? file : file.slice(folder.length + 1), text]));
    const mesh = { folder, files };
    meshes.set(folder, mesh);
    return mesh;
  };
  return (file) => {
    const folders = file.split("/").slice(0, -1);
    const above = folders.map((_, index) => [...folders.slice(0, folders.length - index), "fixture"].join("/"));
    const mesh = above.map(meshIn).find(({ files }) => files.size > 0);
    return mesh ?? meshIn("");
  };
}

/** The highest level that a policy has for anybody on any day. */
function levelIn({ policies }: Rules, { id, schedule }: Policy): Level {
  const forms = policies.filter((policy) => policy.id === id).map((form) => form.schedule);
  return highest(forms.length > 0 ? forms : [schedule]);
}

function highest(schedules: readonly Policy["schedule"][]): Level {
  return schedules.flat().reduce<Level>((most, { level }) => (weight(level) > weight(most) ? level : most), "off");
}

function errorsIn(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem) => hasError([problem]));
}
