import { LEVELS } from "./finding.ts";
import type { JsonObject } from "./json.ts";

const day = (description: string): JsonObject => ({
  type: "string",
  pattern: "^\\d{4}-\\d{2}-\\d{2}$",
  "x-expected": "a day like 2026-03-01",
  description,
});

const level = (description: string): JsonObject => ({ enum: [...LEVELS], description });

/** The keys that say how a policy is enforced, in a policy file as in what layers set for it. */
export const ENFORCEMENT_PROPERTIES: JsonObject = {
  level: level("How much a finding weighs: off, shadow, advisory, warn or block. For levels by date write rollout."),
  rollout: {
    type: "array",
    minItems: 1,
    description: "Levels by date. Days and levels rise; before the first day the policy is off.",
    items: {
      type: "object",
      description: "A level, and the day from which it holds.",
      additionalProperties: false,
      required: ["from", "level"],
      properties: {
        from: day("The first day of the level, from 00:00Z on."),
        level: level("How much a finding weighs from that day on."),
      },
    },
  },
  existing: {
    type: "object",
    additionalProperties: false,
    required: ["level", "until"],
    description:
      "Grace for findings that were there before a change. Without it they never stop a change; with it they count like new ones from the day `until` on, wherever a change touches their file.",
    properties: {
      level: level("How much they weigh at most until then."),
      until: day("The first day without the grace, from 00:00Z on."),
    },
  },
  emergency: {
    type: "string",
    pattern: "^[^\\n\\r]*[^\\s][^\\n\\r]*$",
    "x-expected": "one line of text",
    description:
      "Why this gets stricter without the guild's notice. It is told as such, and the guild decides on it by a quorum of its own.",
  },
  waiver: {
    type: "object",
    additionalProperties: false,
    description: "Under which terms findings of the policy may be waived.",
    properties: {
      allowed: { type: "boolean", description: "Whether they may be waived at all; default: true." },
      maxDays: { type: "integer", minimum: 1, description: "Longest time that a waiver lasts, in days; default: 90." },
      whole: {
        type: "boolean",
        description: "Whether a waiver may cover a subject without naming the target in it; default: false.",
      },
    },
  },
};
