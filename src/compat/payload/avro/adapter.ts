import type { Axis, AxisState } from "../../../model/compatibility.ts";
import { canonical } from "../../../model/json.ts";
import { readJson } from "../json.ts";
import type { PayloadAdapter, PayloadFinding, PayloadVerdict } from "../payload.ts";
import { ruleFor, told } from "../rules.ts";
import { asksReader } from "./library.ts";
import type { AvroFault } from "./resolve.ts";
import { factOf, resolveAvro } from "./resolve.ts";
import type { AvroReading } from "./schema.ts";
import { readAvro } from "./schema.ts";

/**
 * Avro, by schema resolution. Where and why is worked out here, field by field; whether at all is asked of avsc besides,
 * and where the two do not agree nothing is said.
 */
export const avroAdapter: PayloadAdapter = {
  kind: "avro",
  compare(before, after) {
    const [then, now] = [readJson(before), readJson(after)];
    if ("fault" in then) return { unreadable: then.fault, side: "before" };
    if ("fault" in now) return { unreadable: now.fault, side: "after" };
    return compareSchemas(readAvro(then.value), readAvro(now.value));
  },
};

function compareSchemas(then: AvroReading, now: AvroReading): PayloadVerdict {
  if ("refused" in then) return { abstains: then.refused, side: "before" };
  if ("refused" in now) return { abstains: now.refused, side: "after" };
  if (canonical(then.clean) === canonical(now.clean)) return { findings: [], isSame: true };
  const found = {
    consumer: resolveAvro(then.type, now.type, "consumer"),
    producer: resolveAvro(then.type, now.type, "producer"),
  };
  if (found.consumer === undefined || found.producer === undefined)
    return { abstains: "It is too tangled to be followed." };
  const answers = {
    consumer: asksReader(then.clean, now.clean),
    producer: asksReader(now.clean, then.clean),
  };
  for (const axis of ["consumer", "producer"] as const) {
    const answer = answers[axis];
    if ("refused" in answer) return { abstains: `A reader of Avro does not take it: ${answer.refused}.` };
    if (!agree(answer.reads, found[axis] ?? []))
      return { abstains: "Readers of Avro do not agree whether one schema reads what was written with the other." };
  }
  return { findings: merged(found.consumer, found.producer), isSame: false };
}

/** What cannot be told either answer agrees with. */
function agree(reads: boolean, faults: readonly AvroFault[]): boolean {
  const forms = faults.filter(({ isForm }) => isForm);
  return reads ? !forms.some(({ state }) => state === "broken") : forms.length > 0;
}

/** One finding for each fact, whichever axes it is about. */
function merged(consumer: readonly AvroFault[], producer: readonly AvroFault[]): readonly PayloadFinding[] {
  const facts = new Map<string, Partial<Record<Axis, AvroFault>>>();
  for (const [axis, faults] of [
    ["consumer", consumer],
    ["producer", producer],
  ] as const)
    for (const fault of faults) {
      const key = factOf(fault);
      facts.set(key, { ...facts.get(key), [axis]: fault });
    }
  return [...facts.values()].flatMap((fact) => {
    const fault = fact.consumer ?? fact.producer;
    return fault === undefined
      ? []
      : [finding(fault, { consumer: state(fact.consumer), producer: state(fact.producer) })];
  });
}

function state(fault: AvroFault | undefined): AxisState {
  return fault?.state ?? "ok";
}

function finding(fault: AvroFault, axes: Readonly<Record<Axis, AxisState>>): PayloadFinding {
  const { path, before, after, message, remedy } = fault;
  return told(ruleFor(axes), path.after, {
    before: before === "" ? null : before,
    after: after === "" ? null : after,
    message,
    remedy,
    ...axes,
    reasons: { consumer: CONSUMER[axes.consumer], producer: PRODUCER[axes.producer] },
  });
}

const CONSUMER: Readonly<Record<AxisState, string>> = {
  ok: "A reader with the old schema reads what is written with the new one.",
  broken: "A reader with the old schema cannot read what is written with the new one, or takes it for something else.",
  unknown: "Whether a reader with the old schema reads what is written with the new one depends on the reader.",
};

const PRODUCER: Readonly<Record<AxisState, string>> = {
  ok: "A reader with the new schema reads what was written with the old one.",
  broken: "A reader with the new schema cannot read what was written with the old one, or takes it for something else.",
  unknown: "Whether a reader with the new schema reads what was written with the old one depends on the reader.",
};
