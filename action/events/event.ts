import { failure } from "../../src/model/failure.ts";
import type { Failure } from "../../src/model/failure.ts";
import { own } from "../../src/model/json.ts";
import type { Json } from "../../src/model/json.ts";

/** What happened on GitHub, as the runner tells it. */
export interface GitHubEvent {
  readonly name: string;
  /** Written by GitHub, but titles, branch names and the like in it are anybody's. */
  readonly payload: Json;
  /** The commit that the workflow runs for, and the ref it belongs to. */
  readonly sha: string;
  readonly ref: string;
  /** The commit that the workflow checked out. */
  readonly checkedOut: string;
}

/** A commit that is to be judged or compared with. */
export interface NamedCommit {
  /** What git finds it by. */
  readonly commit: string;
  /** What people call it. */
  readonly name: string;
  /** What to do in the workflow when the clone lacks it; absent where the workflow itself names the commit. */
  readonly remedy?: string;
}

/** What an event asks to judge. Without a base: the whole mesh. */
export interface Question {
  readonly base?: NamedCommit;
  readonly head: NamedCommit;
}

/** How the question is found in an event of one kind. */
export type EventReader = (event: GitHubEvent) => Question;

export const FETCH_HISTORY = "Give actions/checkout `fetch-depth: 0` in the workflow.";

const COMMIT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The commit id at a place of the payload. Anything else there would be read by git as a ref or an expression. */
export function commitAt(event: GitHubEvent, ...path: readonly string[]): string {
  const found = valueAt(event, path);
  if (typeof found !== "string" || !COMMIT_ID.test(found)) throw unreadable(event, path, "a commit id");
  return found;
}

export function textAt(event: GitHubEvent, ...path: readonly string[]): string {
  const found = valueAt(event, path);
  if (typeof found !== "string") throw unreadable(event, path, "a text");
  return found;
}

export function countAt(event: GitHubEvent, ...path: readonly string[]): number {
  const found = valueAt(event, path);
  if (typeof found !== "number" || !Number.isSafeInteger(found)) throw unreadable(event, path, "a number");
  return found;
}

function valueAt({ payload }: GitHubEvent, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => own(value, key), payload);
}

function unreadable({ name }: GitHubEvent, path: readonly string[], expected: string): Failure {
  return failure(
    "input",
    "unreadable-event",
    `The payload of the event ${name} has not ${expected} at ${path.join(".")}.`,
    "Run this as a step of a GitHub Actions workflow, or name what is judged with the inputs base and head.",
  );
}
