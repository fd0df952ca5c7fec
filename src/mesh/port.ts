import type { OutputPort } from "../model/descriptor.ts";

/** An output port as people name it: `tracks@1.0.0`, or `tracks` when it has no version. */
export function portLabel(port: OutputPort): string {
  return port.version === undefined ? port.name : `${port.name}@${port.version}`;
}
