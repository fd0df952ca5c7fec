import { alikeIn } from "../alike.ts";
import type { OutputPortForm } from "./form.ts";
import { labelOf } from "./form.ts";
import { lineOf } from "./line.ts";

/** More new ports than this are not looked through: a hint is not worth the time. */
const MANY = 50;

/**
 * The new port that may be another name of one that is gone: of the same line, with the same
 * contract or much the same name.
 */
export function heirOf(gone: OutputPortForm, newcomers: readonly OutputPortForm[]): OutputPortForm | undefined {
  if (newcomers.length > MANY) return undefined;
  const ofLine = newcomers.filter(({ version }) => lineOf(version) === lineOf(gone.version));
  const sameContract = ofLine.find(({ contractId }) => contractId !== "" && contractId === gone.contractId);
  if (sameContract !== undefined) return sameContract;
  const alike = alikeIn(
    gone.name,
    ofLine.map(({ name }) => name),
  );
  return ofLine.find(({ name }) => name === alike);
}

/** What to do instead of taking a port away. */
export function keepPort(port: OutputPortForm): string {
  return port.deprecated
    ? `Keep ${labelOf(port)} until its readers have moved.`
    : `Keep ${labelOf(port)}, and write \`deprecated: true\` on it first.`;
}
