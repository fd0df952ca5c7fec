import { failure } from "../../src/model/failure.ts";
import { enumerate, quote } from "../../src/source/words.ts";
import type { Inputs } from "../inputs.ts";
import type { EventReader, GitHubEvent, NamedCommit, Question } from "./event.ts";
import { mergeGroup } from "./merge-group.ts";
import { pullRequestTarget } from "./pull-request-target.ts";
import { pullRequest } from "./pull-request.ts";
import { wholeMesh } from "./whole-mesh.ts";

/** What each event asks to judge. A new one is a file and a line here. */
const EVENTS = new Map<string, EventReader>([
  ["pull_request", pullRequest],
  ["pull_request_target", pullRequestTarget],
  ["merge_group", mergeGroup],
  ["push", wholeMesh],
  ["schedule", wholeMesh],
  ["workflow_dispatch", wholeMesh],
]);

/** What is to be judged: what the inputs name, and for the rest what the event is about. */
export function questionOf(event: GitHubEvent, { base, head }: Pick<Inputs, "base" | "head">): Question {
  const asked = EVENTS.get(event.name)?.(event);
  const judged = named(head) ?? asked?.head;
  const compared = named(base) ?? asked?.base;
  // To judge whatever is checked out would often be to judge nothing, and to pass.
  if (judged === undefined) {
    throw failure(
      "input",
      "unknown-event",
      `The event ${quote(event.name)} does not say what to judge.`,
      `Run on ${enumerate([...EVENTS.keys()], "or")}, or name the commits with the inputs head and base.`,
    );
  }
  return { head: judged, ...(compared && { base: compared }) };
}

function named(input: string | undefined): NamedCommit | undefined {
  return input === undefined ? undefined : { commit: input, name: input };
}
