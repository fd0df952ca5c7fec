import type { Difference, Spot } from "../difference.ts";
import { differenceOf } from "../difference.ts";
import type { Pair } from "../rule.ts";
import type { OutputPortForm, PortForm, ProductForm } from "./form.ts";
import { labelOf } from "./form.ts";
import { pairPorts } from "./pair.ts";
import type { PortSurroundings, ProductLevel, ProductLevels, ProductRule } from "./rule.ts";
import { PRODUCT_RULES } from "./rules/index.ts";

/**
 * How the contracts of a port that names another one now differ; undefined where one of them is not known. Asked once
 * for each such port.
 */
export type CompareContracts = (before: OutputPortForm, after: OutputPortForm) => readonly Difference[] | undefined;

/**
 * Every atomic change from one product to another; ports by name. A side that is absent says that the product is new,
 * or gone. The forms are those of one product: whoever pairs products says which. What stands in a contract is not
 * looked at, but for a port that names another contract than before.
 */
export function compareProducts(
  before: ProductForm | undefined,
  after: ProductForm | undefined,
  compare?: CompareContracts,
): readonly Difference[] {
  const differences: Difference[] = [];
  const say = <L extends ProductLevel>(
    level: L,
    pair: Pair<ProductLevels[L]>,
    spot: Spot,
    around: PortSurroundings = NOTHING,
  ): void => {
    for (const rule of PRODUCT_RULES) {
      if (!isOf(rule, level)) continue;
      for (const found of rule.find(pair, around)) differences.push(differenceOf(rule, found, pair, spot));
    }
  };
  say("product", { ...(before && { before }), ...(after && { after }) }, { steps: [], fields: [] });
  if (before === undefined || after === undefined) return differences;
  const outputs = pairPorts(before.outputPorts, after.outputPorts, false);
  const newcomers = outputs.flatMap((pair) => (pair.before === undefined ? (pair.after ?? []) : []));
  const names = { before: namesOf(before.outputPorts), after: namesOf(after.outputPorts) };
  for (const pair of outputs) {
    const contracts = contractsOf(pair, compare);
    const ports = pair.before === undefined ? [] : [labelOf(pair.before)];
    say("outputPort", pair, spotOf("outputPorts", pair, ports), {
      names,
      newcomers,
      ...(contracts !== undefined && { contracts }),
    });
  }
  for (const pair of pairPorts(before.inputPorts, after.inputPorts, true))
    say("inputPort", pair, spotOf("inputPorts", pair, []));
  for (const pair of pairPorts(before.managementPorts, after.managementPorts, true))
    say("managementPort", pair, spotOf("managementPorts", pair));
  return differences;
}

/** Whether anybody may rely on what had this status: what is only proposed or drafted changes freely. */
export function isEnforced(statusBefore: string): boolean {
  return !["draft", "proposed"].includes(statusBefore.trim().toLowerCase());
}

const NOTHING: PortSurroundings = { names: { before: new Set(), after: new Set() }, newcomers: [] };

function namesOf(ports: readonly PortForm[]): ReadonlySet<string> {
  return new Set(ports.map(({ name }) => name));
}

function contractsOf(
  { before, after }: Pair<OutputPortForm>,
  compare: CompareContracts | undefined,
): readonly Difference[] | undefined {
  if (before === undefined || after === undefined || compare === undefined) return undefined;
  const isRepointed = before.contractId !== "" && after.contractId !== "" && before.contractId !== after.contractId;
  return isRepointed ? compare(before, after) : undefined;
}

/** `ports`: the output ports that it concerns; absent: all. */
function spotOf(list: string, { before, after }: Pair<PortForm>, ports?: readonly string[]): Spot {
  const port = after ?? before;
  return {
    steps: [`${list}[${port === undefined ? "" : labelOf(port)}]`],
    near: [list],
    fields: [],
    ...(ports !== undefined && { ports }),
  };
}

function isOf<L extends ProductLevel>(rule: ProductRule, level: L): rule is ProductRule<L> & ProductRule {
  return rule.level === level;
}
