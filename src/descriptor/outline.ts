import type { Described, Outline, Summary } from "../model/descriptor.ts";

/** A summary that is at hand. */
export function described(summary: Summary): Described {
  return { outline: outlineOf(summary), summary: () => summary };
}

export function outlineOf(summary: Summary): Outline {
  const { kind, id, version } = summary;
  return {
    kind,
    id,
    ...(version !== undefined && { version }),
    reads: summary.kind === "contract" ? [] : contractsOf(summary.inputPorts),
    publishes: summary.kind === "product" ? contractsOf(summary.outputPorts) : [],
    ...expectsOf(summary),
    ...(summary.kind === "contract" && summary.payloads && { payloads: summary.payloads }),
  };
}

function expectsOf(summary: Summary): Pick<Outline, "expects"> {
  const files = summary.kind === "contract" ? [] : summary.inputPorts.flatMap(({ expects }) => expects ?? []);
  return files.length === 0 ? {} : { expects: files };
}

function contractsOf(ports: readonly { readonly contractId?: string }[]): readonly string[] {
  return [...new Set(ports.flatMap(({ contractId }) => contractId ?? []))];
}
