import { readFile } from "node:fs/promises";
import { failure } from "../../src/model/failure.ts";
import type { Json } from "../../src/model/json.ts";
import { IN_A_WORKFLOW, needed } from "../environment.ts";
import type { Environment } from "../environment.ts";
import type { GitHubEvent } from "./event.ts";

/** The event that started the workflow. */
export async function readEvent(env: Environment, checkedOut: string): Promise<GitHubEvent> {
  return {
    name: needed(env, "GITHUB_EVENT_NAME"),
    payload: await readPayload(needed(env, "GITHUB_EVENT_PATH")),
    sha: needed(env, "GITHUB_SHA"),
    ref: needed(env, "GITHUB_REF"),
    checkedOut,
  };
}

async function readPayload(file: string): Promise<Json> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Json;
  } catch (error) {
    throw failure("input", "unreadable-event", "The payload of the event cannot be read.", IN_A_WORKFLOW, error);
  }
}
