import { canonical } from "../../model/json.ts";
import { MAX_BYTES } from "../../source/limits.ts";
import type { Difference } from "../difference.ts";
import { pairUp } from "../pair.ts";
import type { Pair } from "../rule.ts";
import { PAYLOAD_ADAPTERS } from "./adapters.ts";
import type { Payload, PayloadAdapter, PayloadContent, PayloadFinding, PayloadVerdict } from "./payload.ts";
import { PAYLOAD, told } from "./rules.ts";

/** Pairs of schemas that are compared; what comes after them is told of as not compared. */
const MAX_PAIRS = 100;

/**
 * Every change of the payload schemas that a contract names, in the order of the contract. Schemas are paired by what
 * they describe, by kind, and by file; the same contents under another name are no change. What is not known, because
 * no adapter can tell or a file cannot be read, is told of as risky.
 */
export function comparePayloads(
  before: readonly Payload[],
  after: readonly Payload[],
  adapters: readonly PayloadAdapter[] = PAYLOAD_ADAPTERS,
): readonly Difference[] {
  const changed = pairUp(before, after, BY_ELEMENT).filter((pair) => !isSame(pair));
  return changed.flatMap((pair, index) => {
    const payload = pair.after ?? pair.before;
    if (payload === undefined) return [];
    const findings = index < MAX_PAIRS ? findingsOf(payload, pair, adapters) : [undecided(payload, TOO_MANY)];
    return findings.map((finding) => placed(finding, pair));
  });
}

const BY_ELEMENT = {
  id: ({ element, kind, url }: Payload) => canonical([element, kind, url]),
  name: ({ element, kind }: Payload) => canonical([element, kind]),
  // The object has another name.
  content: ({ kind, url }: Payload) => canonical([kind, url]),
};

const TOO_MANY = `The contract names more than ${MAX_PAIRS} schemas that change.`;

function isSame({ before, after }: Pair<Payload>): boolean {
  if (before === undefined || after === undefined) return false;
  const [then, now] = [before.content, after.content];
  if ("bytes" in then && "bytes" in now) return areEqual(then.bytes, now.bytes);
  if ("bytes" in then || "bytes" in now || then.digest === undefined || then.digest !== now.digest) return false;
  // Where nothing stands on both sides only another name is a change.
  return then.digest !== "" || before.url === after.url;
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function findingsOf(
  payload: Payload,
  { before, after }: Pair<Payload>,
  adapters: readonly PayloadAdapter[],
): readonly PayloadFinding[] {
  if (after === undefined) return [removed(payload)];
  for (const [side, one] of [["after", after] as const, ["before", before] as const]) {
    const fault = one === undefined ? undefined : faultOf(one.content);
    if (one !== undefined && fault !== undefined) return [unreadable(one, fault, side)];
  }
  const verdict = verdictOf((before ?? after).content, after.content, payload, adapters);
  if ("unreadable" in verdict)
    return [unreadable(payload, verdict.unreadable, before === undefined ? "after" : verdict.side)];
  if (before === undefined) return [added(payload)];
  if ("abstains" in verdict) return [undecided(payload, verdict.abstains, verdict.side)];
  if (verdict.findings.length > 0) return verdict.findings;
  return [verdict.isSame ? rewritten(payload) : compatible(payload)];
}

/** Why a schema cannot be looked at, as a sentence. */
function faultOf(content: PayloadContent): string | undefined {
  if ("fault" in content) return `It ${content.fault}.`;
  return content.bytes.length > MAX_BYTES ? `It is larger than ${MAX_BYTES / 1024} KiB.` : undefined;
}

function verdictOf(
  then: PayloadContent,
  now: PayloadContent,
  { kind, element }: Payload,
  adapters: readonly PayloadAdapter[],
): PayloadVerdict {
  const adapter = adapters.find((one) => one.kind === kind);
  if (adapter === undefined || !("bytes" in then) || !("bytes" in now))
    return { abstains: "Schemas of this kind are not compared." };
  return adapter.compare(then.bytes, now.bytes, element === "" ? "payload" : element);
}

function placed(finding: PayloadFinding, { before, after }: Pair<Payload>): Difference {
  const payload = after ?? before;
  const elements = [...new Set([before, after].flatMap((one) => one?.element ?? []))].filter((name) => name !== "");
  return {
    ...finding,
    path: `/payload[${payload?.url ?? ""}]${finding.path === "/" ? "" : finding.path}`,
    // Whoever cannot read one field of a message may not be able to read any.
    fields: elements,
    place: { side: after === undefined ? "before" : "after", path: payload?.place ?? [], near: [] },
  };
}

function added(payload: Payload): PayloadFinding {
  const { url } = payload;
  const found = {
    before: null,
    after: url,
    message: `${url} is named as a payload schema now.`,
    remedy: `Make sure that what was sent before fits ${url}.`,
    reasons: {
      consumer: "Readers get what they were promised, and it is said more exactly.",
      producer: "Whether what was sent before fits the schema is not known.",
    },
  };
  return told(PAYLOAD.added, "", found, { after: payload });
}

function removed(payload: Payload): PayloadFinding {
  const { url } = payload;
  const found = {
    before: url,
    after: null,
    message: `${url} is no longer named as a payload schema.`,
    remedy: `Keep ${url}, or name the schema that takes its place.`,
    reasons: {
      consumer: "Whether what is sent from now on fits the schema is not known.",
      producer: "What was sent before is not held to a schema any more.",
    },
  };
  return told(PAYLOAD.removed, "", found, { before: payload });
}

function rewritten({ url }: Payload): PayloadFinding {
  return told(PAYLOAD.rewritten, "", {
    before: null,
    after: null,
    message: `${url} says the same in other words.`,
    remedy: "Nothing has to be done.",
    reasons: { consumer: SAME, producer: SAME },
  });
}

const SAME = "What is sent stays as it is.";

function compatible({ url }: Payload): PayloadFinding {
  return told(PAYLOAD.compatible, "", {
    before: null,
    after: null,
    message: `${url} changes so that each version reads what was written with the other.`,
    remedy: "Tell readers what is new, so that they can use it.",
    reasons: {
      consumer: "A reader with the old schema reads what is written with the new one.",
      producer: "A reader with the new schema reads what was written with the old one.",
    },
  });
}

function undecided({ url }: Payload, reason: string, side?: "before" | "after"): PayloadFinding {
  return told(PAYLOAD.undecided, "", {
    before: null,
    after: null,
    message: `${url}${asItIs(side)} cannot be compared: ${reason}`,
    remedy: `Ask somebody who knows ${url} and its readers.`,
    reasons: { consumer: UNKNOWN, producer: UNKNOWN },
  });
}

function unreadable({ url }: Payload, reason: string, side: "before" | "after"): PayloadFinding {
  return told(PAYLOAD.unreadable, "", {
    before: null,
    after: null,
    message: `${url}${asItIs(side)} cannot be read: ${reason}`,
    remedy: `Mend ${url}, or name the file that holds the schema.`,
    reasons: { consumer: UNKNOWN, producer: UNKNOWN },
  });
}

const UNKNOWN = "Nothing can tell what the change of the schema does.";

function asItIs(side: "before" | "after" | undefined): string {
  return side === undefined ? "" : `, as it is ${side} the change,`;
}
