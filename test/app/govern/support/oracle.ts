import { compatibilityIn, weighPassages } from "../../../../src/app/govern/compat/judge.ts";
import { passagesOf } from "../../../../src/app/govern/compat/passages.ts";
import type { Passage } from "../../../../src/app/govern/compat/passages.ts";
import { payloadFilesOf } from "../../../../src/app/govern/compat/payloads.ts";
import { isContract } from "../../../../src/app/govern/kinds.ts";
import { addCounts, judge as judgeBy, NO_COUNTS } from "../../../../src/app/govern/judge.ts";
import type { Judgement } from "../../../../src/app/govern/judge.ts";
import type { GovernInput } from "../../../../src/app/govern/input.ts";
import { candidates } from "../../../../src/app/govern/scope.ts";
import { surveyChange, surveyTree } from "../../../../src/app/govern/survey.ts";
import type { Survey } from "../../../../src/app/govern/survey.ts";
import { documentShelf } from "../../../../src/app/govern/shelf.ts";
import { worldOf } from "../../../../src/app/govern/world.ts";
import { buildMesh } from "../../../../src/mesh/build.ts";
import { levelAt } from "../../../../src/model/enforcement.ts";
import type { Facts } from "../../../../src/model/facts.ts";
import type { Finding } from "../../../../src/model/finding.ts";
import type { JsonObject } from "../../../../src/model/json.ts";
import { own, text } from "../../../../src/model/json.ts";
import type { RepoPath } from "../../../../src/model/location.ts";
import type { PlacedDescriptor } from "../../../../src/model/mesh.ts";
import type { Counts } from "../../../../src/model/report.ts";
import type { Tree } from "../../../../src/model/tree.ts";
import { once } from "../../../../src/model/once.ts";
import type { Paired } from "../../../../src/policy/facts/subject.ts";
import { descriptorFacts, meshFacts } from "../../../../src/policy/facts/subject.ts";
import type { World } from "../../../../src/policy/facts/world.ts";
import { compareVersions, readVersion } from "../../../../src/mesh/version.ts";
import type { Policy } from "../../../../src/policy/policy.ts";
import { BLOBS } from "./runs.ts";

/** What a change means, found by judging every descriptor of both trees with nothing left out and nothing remembered. */
export interface Truth {
  readonly fresh: readonly Finding[];
  readonly fixed: readonly Finding[];
  /** Older findings of subjects that the change touches or whose facts it alters. */
  readonly existing: readonly Finding[];
  /** Older findings of every subject. */
  readonly allExisting: readonly Finding[];
}

interface Full {
  readonly survey: Survey;
  readonly world: World;
}

interface Pair {
  readonly head?: PlacedDescriptor;
  readonly base?: PlacedDescriptor;
  readonly touched: boolean;
}

export function truthOfChange(input: GovernInput): Truth {
  if (input.base === undefined) throw new Error("a change has a base");
  const base = full(input, input.base.tree);
  const head = full(input, input.head.tree, input.base.tree);
  const touched = touchedFiles(input.head.tree, input.base.tree);
  const pairs = pairsOf(head.survey, base.survey, touched);
  const touchedPairs = pairs.filter((pair) => pair.touched);
  const passages = passagesOf(
    head.world,
    base.world,
    touchedPairs.map((pair) => sidesOf(pair, head, base)),
  );
  // Readers may be led to a contract that the change leaves alone.
  const led = new Set<PlacedDescriptor | undefined>(passages.map(({ to }) => to));
  const compatibility = once(() => compatibilityOf(input, head, base, passages));
  const parts = pairs.map((pair) => {
    const touchedOrLed = pair.touched || (pair.head !== undefined && led.has(pair.head));
    return compareSubject(input, head, base, { ...pair, touched: touchedOrLed }, compatibility);
  });
  const mesh = compareMesh(input, head, base);
  return {
    fresh: [...parts, mesh].flatMap((part) => part.fresh),
    fixed: [...parts, mesh].flatMap((part) => part.fixed),
    existing: [...parts, mesh].flatMap((part) => part.existing),
    allExisting: [...parts, mesh].flatMap((part) => part.allExisting),
  };
}

export function truthOfTree(input: GovernInput): { readonly findings: readonly Finding[]; readonly counts: Counts } {
  const { survey, world } = full(input, input.head.tree);
  const subjects = survey.placed.map((placed) =>
    descriptorFacts({ head: world, asOf: input.asOf }, { head: placed }, nameOf(survey, placed)),
  );
  const judged = [...subjects, meshFacts({ head: world, asOf: input.asOf })].map((facts) =>
    judge(input, facts, isStanding),
  );
  return {
    findings: judged.flatMap(({ findings }) => findings),
    counts: judged.reduce((sum, { counts }) => addCounts(sum, counts), NO_COUNTS),
  };
}

/** Everything of a tree, without the objects of another run. `before`: the tree whose files may have become unreadable. */
function full({ rules, readings }: GovernInput, tree: Tree, before?: Tree): Full {
  const files = candidates(tree, rules);
  const { placed, problems } = before
    ? surveyChange(
        { start: candidates(before, rules), touched: new Set([...tree.keys(), ...before.keys()]), changed: files },
        readings,
        rules,
      ).head
    : surveyTree(files, readings, rules);
  const survey = { placed, problems, mesh: buildMesh(placed) };
  const shelf = documentShelf();
  shelf.stock(BLOBS);
  return { survey, world: worldOf(survey, rules, shelf) };
}

function touchedFiles(head: Tree, base: Tree): ReadonlySet<RepoPath> {
  const differs = (file: RepoPath): boolean => head.get(file)?.blob !== base.get(file)?.blob;
  return new Set([...head.keys(), ...base.keys()].filter(differs));
}

/** Closer pairs first: the same file and version, the same version, the same file, the same id. */
function pairsOf(head: Survey, base: Survey, touched: ReadonlySet<RepoPath>): readonly Pair[] {
  const closeness = (one: PlacedDescriptor, other: PlacedDescriptor): number => {
    const sameVersion = one.summary.version === other.summary.version;
    return (sameVersion ? 2 : 0) + (one.file === other.file ? 1 : 0);
  };
  const open = new Set([...head.placed].sort(byPlace));
  const left = new Set([...base.placed].sort(byPlace));
  const pairs: Pair[] = [];
  const pair = (one: PlacedDescriptor, other: PlacedDescriptor): void => {
    open.delete(one);
    left.delete(other);
    pairs.push({ head: one, base: other, touched: touched.has(one.file) });
  };
  for (const one of open) {
    if (touched.has(one.file)) continue;
    const same = [...left].find((other) => other.file === one.file && other.index === one.index);
    if (same !== undefined) pair(one, same);
  }
  for (const wanted of [3, 2, 1, 0]) {
    for (const one of open) {
      const other = [...left].find(
        (candidate) =>
          candidate.summary.kind === one.summary.kind &&
          candidate.summary.id === one.summary.id &&
          closeness(one, candidate) === wanted,
      );
      if (other !== undefined) pair(one, other);
    }
  }
  const renamed = renamesOf([...open], head, base, touched);
  const news = [...open].map((one): Pair => {
    const was = renamed.find(([heir]) => heir === one)?.[1];
    return { head: one, ...(was && { base: was }), touched: true };
  });
  const isGone = (one: PlacedDescriptor): boolean =>
    declarationsOf(one, head).length === 0 &&
    !renamed.some(([, was]) => was.summary.kind === one.summary.kind && was.summary.id === one.summary.id);
  return [
    ...withHeirs([...pairs, ...news], [...left], head, base),
    ...[...left].filter(isGone).map((one) => ({ base: one, touched: true })),
  ];
}

/** Products that alone say that they had the id of one that is gone, each with the one that stood for that id. */
function renamesOf(
  open: readonly PlacedDescriptor[],
  head: Survey,
  base: Survey,
  touched: ReadonlySet<RepoPath>,
): readonly (readonly [heir: PlacedDescriptor, was: PlacedDescriptor])[] {
  const products = (survey: Survey, id: string | undefined): readonly PlacedDescriptor[] =>
    survey.placed.filter(({ summary }) => summary.kind === "product" && summary.id === id).sort(byPlace);
  const formerOf = (one: PlacedDescriptor): PlacedDescriptor | undefined => {
    const { summary } = one;
    if (summary.kind !== "product" || products(base, summary.id).length > 0) return undefined;
    if (products(head, summary.renamedFrom).length > 0 || products(head, summary.id)[0] !== one) return undefined;
    return products(base, summary.renamedFrom)[0];
  };
  const contracts = (survey: Survey, id: string | undefined): readonly PlacedDescriptor[] =>
    survey.placed.filter(({ summary }) => summary.kind === "contract" && summary.id === id);
  const contents = (placed: readonly PlacedDescriptor[]): string =>
    placed
      .map(({ blob, index }) => `${blob} ${index}`)
      .sort()
      .join();
  const offers = ({ summary }: PlacedDescriptor): readonly string[] =>
    summary.kind === "product"
      ? summary.outputPorts.map(({ name, contractId, version }) => JSON.stringify([name, contractId, version]))
      : [];
  const goesOn = (was: PlacedDescriptor, one: PlacedDescriptor): boolean =>
    offers(was).every((offer) => offers(one).includes(offer)) &&
    was.summary.kind === "product" &&
    was.summary.outputPorts.every(({ contractId }) => {
      const [then, now] = [contracts(base, contractId), contracts(head, contractId)];
      return (
        contents(then) === contents(now) &&
        !then
          .filter(isContract)
          .flatMap(payloadFilesOf)
          .some((file) => touched.has(file))
      );
    });
  return open.flatMap((one) => {
    const was = formerOf(one);
    if (was === undefined || !goesOn(was, one)) return [];
    return open.every((other) => other === one || formerOf(other) !== was) ? [[one, was]] : [];
  });
}

/** Who takes the place of one that is gone and stood first in the graph is compared with it, and not with what it was. */
function withHeirs(
  pairs: readonly Pair[],
  gone: readonly PlacedDescriptor[],
  head: Survey,
  base: Survey,
): readonly Pair[] {
  return pairs.map((pair) => {
    const before = gone.find((one) => {
      const [heir] = declarationsOf(one, head);
      return heir !== undefined && heir === pair.head && declarationsOf(one, base)[0] === one;
    });
    return before === undefined ? pair : { ...pair, base: before, touched: true };
  });
}

/** Those that declare the same product, consumer or version of a contract, in the order of paths. */
function declarationsOf({ summary: wanted }: PlacedDescriptor, { placed }: Survey): readonly PlacedDescriptor[] {
  const alike = placed.filter(
    ({ summary }) =>
      summary.kind === wanted.kind &&
      summary.id === wanted.id &&
      (summary.kind !== "contract" || summary.version === wanted.version),
  );
  return alike.sort(byPlace);
}

function byPlace(one: PlacedDescriptor, other: PlacedDescriptor): number {
  return one.file < other.file ? -1 : one.file > other.file ? 1 : one.index - other.index;
}

function compareSubject(
  input: GovernInput,
  head: Full,
  base: Full,
  pair: Pair,
  compatibility: () => ReturnType<typeof compatibilityOf>,
): Truth {
  const { asOf } = input;
  const id = pair.head ? nameOf(head.survey, pair.head) : pair.base ? nameOf(base.survey, pair.base) : "";
  const now = pair.head && descriptorFacts({ head: head.world, asOf }, { head: pair.head }, id);
  const then = pair.base && descriptorFacts({ head: base.world, asOf }, { head: pair.base }, id);
  const scene = { head: head.world, base: base.world, asOf, compatibility: (sides: Paired) => compatibility()(sides) };
  const caused = pair.touched
    ? judge(input, descriptorFacts(scene, sidesOf(pair, head, base), id), isOfChange).findings
    : [];
  const compared = compareFacts(input, now, then);
  return {
    ...compared,
    fresh: [...compared.fresh, ...caused],
    fixed: pair.head === undefined ? [] : compared.fixed,
    existing: pair.touched || image(input, now) !== image(input, then) ? compared.allExisting : [],
  };
}

/** Whose data a new contract takes over: an earlier version of it, what stood in its file, what its port led to. */
function forerunnerOf(
  one: PlacedDescriptor,
  head: Survey,
  base: Survey,
): { readonly forerunner: PlacedDescriptor } | undefined {
  if (one.outline.kind !== "contract") return undefined;
  const { id, version = "" } = one.outline;
  const named = (contract: string): readonly PlacedDescriptor[] => base.mesh.contracts.get(contract) ?? [];
  const isEarlier = ({ outline }: PlacedDescriptor): boolean =>
    compareVersions(readVersion(outline.version ?? ""), readVersion(version)) < 0;
  const inFile = base.placed.find(
    ({ file, index, outline }) => file === one.file && index === one.index && outline.kind === "contract",
  );
  const publishers = [...head.mesh.products.values()].sort((a, b) => (a.outline.id < b.outline.id ? -1 : 1));
  const led = publishers.flatMap(({ summary }) =>
    summary.outputPorts
      .filter(({ contractId }) => contractId === id)
      .flatMap(({ name }) =>
        (base.mesh.products.get(summary.id)?.summary.outputPorts ?? []).filter((port) => port.name === name),
      )
      .flatMap(({ contractId = "" }) => named(contractId).slice(-1)),
  );
  const forerunner = named(id).findLast(isEarlier) ?? named(id)[0] ?? inFile ?? led[0];
  return forerunner && { forerunner };
}

function compareMesh(input: GovernInput, head: Full, base: Full): Truth {
  const { asOf } = input;
  const compared = compareFacts(input, meshFacts({ head: head.world, asOf }), meshFacts({ head: base.world, asOf }));
  return { ...compared, existing: compared.allExisting };
}

function compareFacts(input: GovernInput, now: Facts | undefined, then: Facts | undefined): Truth {
  const after = now === undefined ? [] : judge(input, now, isStanding).findings;
  const before = then === undefined ? [] : judge(input, then, isStanding).findings;
  const about = ({ policy, target }: Finding): string => `${policy}\n${target}`;
  const aboutAnyVersion = (finding: Finding): string => about(finding).replaceAll(/\bversion=[^,\]]*/g, "version");
  const fresh = [...after];
  const fixed = [...before];
  for (const key of [about, aboutAnyVersion]) {
    for (const finding of [...fresh]) {
      const same = fixed.findIndex((other) => key(other) === key(finding));
      if (same < 0) continue;
      fixed.splice(same, 1);
      // What cannot be judged may have become worse.
      if (finding.outcome === "fail") fresh.splice(fresh.indexOf(finding), 1);
    }
  }
  return { fresh, fixed, existing: [], allExisting: after.filter((finding) => !fresh.includes(finding)) };
}

/** Facts that look further than one hop count where a policy asks for them. */
function image({ rules }: GovernInput, facts: Facts | undefined): string | undefined {
  const isFar = /"(depth|inCycle)"/.test(JSON.stringify(rules.policies.map(({ body }) => body)));
  const { depth, inCycle, ...near } = (own(own(facts?.value, "product"), "graph") ?? {}) as JsonObject;
  const value = { ...facts?.value, product: { ...(own(facts?.value, "product") as JsonObject), graph: near } };
  return facts && JSON.stringify([value, facts.owners, ...(isFar ? [depth, inCycle] : [])]);
}

/** A contract with several versions is told apart by its version. */
function nameOf({ placed }: Survey, { summary }: PlacedDescriptor): string {
  const versions = placed.filter((other) => other.summary.kind === "contract" && other.summary.id === summary.id);
  return summary.kind === "contract" && versions.length > 1 ? `${summary.id}@${summary.version}` : summary.id;
}

/** What becomes of every contract and product, whatever the change touches. */
function compatibilityOf(
  { rules, asOf }: GovernInput,
  head: Full,
  base: Full,
  passages: readonly Passage[],
): ReturnType<typeof compatibilityIn> {
  const settings = rules.settings.compatibility;
  return compatibilityIn(weighPassages(head.world, base.world, passages, { settings, asOf }));
}

function sidesOf(pair: Pair, head: Full, base: Full): Paired {
  return {
    ...(pair.head && { head: pair.head }),
    ...(pair.base && { base: pair.base }),
    ...(pair.head && !pair.base && forerunnerOf(pair.head, head.survey, base.survey)),
  };
}

function judge({ rules, asOf }: GovernInput, facts: Facts, concerns: (policy: Policy) => boolean): Judgement {
  const domain = text(own(own(facts.value, facts.kind), "domain"));
  const policies = rules.policies
    .filter(({ scope }) => ("only" in scope ? scope.only === domain : !scope.except.includes(domain ?? "")))
    .map((policy) => ({ policy, level: levelAt(policy.schedule, asOf) }))
    .filter(({ level }) => level !== "off");
  return judgeBy(
    policies.filter(({ policy }) => concerns(policy)),
    facts,
  );
}

function isOfChange({ type }: Policy): boolean {
  return type === "change";
}

function isStanding(policy: Policy): boolean {
  return !isOfChange(policy);
}
