import type { Facts } from "../../model/facts.ts";
import type { SubjectKind } from "../../model/finding.ts";
import { own, text } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";
import type { OpenText } from "../cases.ts";
import { filesFault } from "../cases.ts";
import type { Files } from "../patch.ts";
import { applyPatch } from "../patch.ts";
import type { Patch, Policy } from "../policy.ts";
import { isInScope } from "../policy.ts";

/** What policies about a kind of subject are judged on; `problems` are those of the files. */
export interface Stage {
  readonly facts: readonly Facts[];
  readonly problems: readonly Problem[];
  /** Opens a text of the tree again. */
  readonly open?: OpenText;
}

/** Works out the facts of a tree of files, or with `before` of the change from that tree. */
export type SetStage = (kind: SubjectKind, files: Files, before?: Files) => Stage;

/** What a case starts from. */
export interface Scenario {
  readonly given: Patch;
  readonly before: Patch;
}

export const UNCHANGED: Patch = { set: {}, remove: [], delete: [], add: {} };

export interface Staged extends Stage {
  readonly files: Files;
}

/** What of a policy decides which facts it is asked about. */
export type Asked = Pick<Policy, "type" | "target" | "scope">;

/** A mesh that cases change a little. Facts are worked out once for each change and kind of subject. */
export interface Fixture {
  readonly files: Files;
  /** The facts that a policy is asked about, or why the scenario cannot be judged. */
  stage(policy: Asked, scenario: Scenario): StageOrFault;
}

/** So many facts are kept at most: a mesh of thousands of products is worked out again instead. */
const MAX_FACTS = 20_000;

export function openFixture(files: Files, setStage: SetStage): Fixture {
  const known = new Map<string, StageOrFault>();
  let size = 0;
  const stageAll = ({ type, target: { kind } }: Asked, { given, before }: Scenario): StageOrFault => {
    const isCompared = type === "change";
    const key = JSON.stringify([kind, given, isCompared ? before : null]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const staged = stageScenario(files, setStage, kind, given, isCompared ? before : undefined);
    known.set(key, staged);
    size += sizeOf(staged);
    for (const [oldest, other] of known) {
      if (size <= MAX_FACTS) break;
      known.delete(oldest);
      size -= sizeOf(other);
    }
    return staged;
  };
  return {
    files,
    stage(policy, scenario) {
      const staged = stageAll(policy, scenario);
      return "fault" in staged ? staged : { ...staged, facts: staged.facts.filter((facts) => concerns(policy, facts)) };
    },
  };
}

/** The policy of a domain is not asked about others. */
function concerns({ scope }: Asked, { kind, value }: Facts): boolean {
  return isInScope(scope, text(own(own(value, kind), "domain")));
}

type StageOrFault = Staged | { readonly fault: string };

function sizeOf(staged: StageOrFault): number {
  return "facts" in staged ? staged.facts.length : 0;
}

function stageScenario(
  files: Files,
  setStage: SetStage,
  kind: SubjectKind,
  given: Patch,
  before: Patch | undefined,
): StageOrFault {
  const head = applyPatch(files, given);
  if ("fault" in head) return { fault: `given: ${head.fault}` };
  const base = before && applyPatch(files, before);
  if (base && "fault" in base) return { fault: `before: ${base.fault}` };
  const stage = setStage(kind, head.files, base?.files);
  const fault = filesFault(stage.problems);
  return fault === undefined ? { ...stage, files: head.files } : { fault };
}
