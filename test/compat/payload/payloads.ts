import type { Difference } from "../../../src/compat/compare.ts";
import { comparePayloads } from "../../../src/compat/payload/compare.ts";
import type { Payload, PayloadKind } from "../../../src/compat/payload/payload.ts";
import { PAYLOAD_RULES } from "../../../src/compat/payload/rules.ts";
import { RULES } from "../../../src/compat/rules/index.ts";

const FILES = { avro: "order.avsc", "json-schema": "order.schema.json", protobuf: "order.proto", other: "order.xsd" };

export function payload(kind: PayloadKind, schema: unknown, more: Partial<Payload> = {}): Payload {
  const text = typeof schema === "string" ? schema : JSON.stringify(schema);
  const content = { bytes: new TextEncoder().encode(text) };
  return { kind, url: FILES[kind], element: "orders", place: ["schema", 0], content, ...more };
}

export function differences(kind: PayloadKind, before: unknown, after: unknown): readonly Difference[] {
  return comparePayloads([payload(kind, before)], [payload(kind, after)]);
}

/** `rule consumer producer class semver: message` */
export function line({ ruleId, axes, class: weight, semver, message }: Difference): string {
  return `${[ruleId, axes.consumer.verdict, axes.producer.verdict, weight, semver].join(" ")}: ${message}`;
}

/** The rules and axes of the way back, as they must be by what is told of the way there. */
export function mirrored(found: readonly Difference[]): readonly string[] {
  return found
    .map(({ ruleId, axes }) => [mirrorOf(ruleId), axes.producer.verdict, axes.consumer.verdict].join(" "))
    .sort();
}

export function straight(found: readonly Difference[]): readonly string[] {
  return found.map(({ ruleId, axes }) => [ruleId, axes.consumer.verdict, axes.producer.verdict].join(" ")).sort();
}

function mirrorOf(id: string): string {
  return [...RULES, ...PAYLOAD_RULES].find((rule) => rule.id === id)?.mirror ?? "none";
}
