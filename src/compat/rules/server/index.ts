import type { Rule } from "../../rule.ts";
import { serverAdded } from "./added.ts";
import { serverEncodingChanged } from "./encoding-changed.ts";
import { serverEnvironmentChanged } from "./environment-changed.ts";
import { serverMoved } from "./moved.ts";
import { serverPublished } from "./published.ts";
import { serverRemoved } from "./removed.ts";
import { serverTypeChanged } from "./type-changed.ts";
import { serverWithdrawn } from "./withdrawn.ts";
import { serverWordsChanged } from "./words-changed.ts";

/** Rows J of the table: servers, location, format. */
export const SERVER_RULES: readonly Rule[] = [
  serverAdded,
  serverRemoved,
  serverMoved,
  serverTypeChanged,
  serverEncodingChanged,
  serverWithdrawn,
  serverPublished,
  serverEnvironmentChanged,
  serverWordsChanged,
];
