import { levelAt } from "../model/enforcement.ts";
import type { Json } from "../model/json.ts";
import { failure } from "../model/failure.ts";
import type { EffectiveValue, ListedPolicy, PolicyList } from "../model/policy-list.ts";
import type { Policy } from "../policy/policy.ts";
import { isInScope } from "../policy/policy.ts";
import { listName } from "../policy/target.ts";
import { nearest } from "../source/suggest.ts";
import { gather, gatherRules } from "./gather.ts";
import type { Workshop } from "./gather.ts";
import type { Rules } from "./govern/rules.ts";
import { meshAt } from "./mesh-at.ts";

/** What a product is judged by: what looks at it, and at the contracts that it hands out. */
const JUDGED: ReadonlySet<string> = new Set(["product", "contract"]);

export interface ListRequest {
  readonly head: { readonly ref: string } | "worktree";
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Id of the product whose policies are asked for. */
  readonly product?: string;
}

/** The policies of a mesh, or those that judge one product, each with every value in force and who has set it where. */
export async function listPolicies(workshop: Workshop, request: ListRequest): Promise<PolicyList> {
  const { asOf, product } = request;
  if (product === undefined) {
    const { rules } = await gatherRules(workshop, await gather(workshop, { head: request.head, whole: true }));
    return { schema: "meshgate/policy-list/v1", asOf, ...listed(rules, rules.policies, asOf) };
  }
  const { mesh, rules } = await meshAt(workshop, request.head);
  const placed = mesh.products.get(product);
  if (placed === undefined) {
    const close = nearest(product, mesh.products.keys());
    const remedy =
      close === undefined ? "Name a product of this mesh; `meshgate graph` shows them." : `Did you mean "${close}"?`;
    throw failure("input", "unknown-product", `There is no product "${product}" in this mesh.`, remedy);
  }
  const { domain } = placed;
  const own = rules.policies.filter(({ scope, target }) => isInScope(scope, domain) && JUDGED.has(target.kind));
  return {
    schema: "meshgate/policy-list/v1",
    asOf,
    product: { id: product, domain: domain ?? "" },
    ...listed(rules, own, asOf),
  };
}

function listed(rules: Rules, policies: readonly Policy[], asOf: string): Pick<PolicyList, "policies" | "problems"> {
  return { policies: policies.map((policy) => listedPolicy(policy, rules, asOf)), problems: rules.problems };
}

function listedPolicy(policy: Policy, rules: Rules, asOf: string): ListedPolicy {
  const { id, version, title, type, target, scope, schedule } = policy;
  const lists = listName(target);
  return {
    id,
    version,
    title,
    type,
    target: lists === "" ? target.kind : `${target.kind}.${lists}`,
    ...("only" in scope && { domain: scope.only }),
    level: levelAt(schedule, asOf),
    later: schedule.filter(({ from }) => from > asOf),
    values: valuesOf(policy, rules, asOf),
  };
}

function valuesOf(policy: Policy, rules: Rules, asOf: string): readonly EffectiveValue[] {
  const { existing, waiver } = policy;
  const value = (key: string, name: string, kind: EffectiveValue["kind"], content: Json): readonly EffectiveValue[] => {
    const source = policy.sources.get(key);
    if (source === undefined) return [];
    return [{ name, kind, value: content, layer: layerName(source.layer, policy, rules), location: source.location }];
  };
  return [
    ...value("level", "level", "level", levelAt(policy.schedule, asOf)),
    ...(existing ? value("existing", "existing", "grace", { level: existing.level, until: existing.until }) : []),
    ...value("waiver", "waiver", "waiver", { ...waiver }),
    ...Object.entries(policy.params).flatMap(([name, content]) => value(`params.${name}`, name, "parameter", content)),
  ];
}

/** Who has set a value, in the words of the mesh. */
export function layerName(layer: string, { id, scope, sources }: Policy, { shipped }: Pick<Rules, "shipped">): string {
  if (layer === "the mesh") return "guild";
  if (layer !== "policy") return layer;
  if (shipped.has(id)) return `pack ${id.slice(0, id.lastIndexOf("."))}`;
  const isOwn = "only" in scope && ![...sources.values()].some((source) => source.layer === `domain ${scope.only}`);
  return isOwn && id.startsWith(`${"only" in scope ? scope.only : ""}.`) ? `domain ${scope.only}` : "guild";
}
