import type { SourceDocument } from "../../model/document.ts";
import { isObject, own } from "../../model/json.ts";
import type { Policy } from "../../policy/policy.ts";
import { readSource } from "../../source/read.ts";
import type { Workshop } from "../gather.ts";
import type { Text } from "../govern/explain.ts";
import type { Run } from "../run.ts";

/** The file of a policy: of the mesh's rules, or of a pack. */
export async function textOf({ packs }: Workshop, run: Run, policy: Policy): Promise<Omit<Text, "layerName">> {
  const { input, rulesTree, read } = run;
  const { file } = policy;
  const isShipped = input.rules.shipped.has(policy.id);
  const shipped = isShipped ? [...packs.values()].flatMap((files) => files.get(file) ?? [])[0] : undefined;
  const isProposed = input.proposed?.policies.includes(policy) === true;
  const entry = (isProposed ? input.head.tree : rulesTree).get(file) ?? input.head.tree.get(file);
  const bytes = shipped ?? (entry && (await read([entry.blob])).get(entry.blob));
  const document = bytes && readSource(bytes).documents[0];
  if (document === undefined) throw new Error(`the policy ${policy.id} has no file ${file}`);
  return { policy, document, root: rootOf(policy, document) };
}

/** What a domain asks besides stands in its binding. */
function rootOf({ id }: Policy, { value }: SourceDocument): Text["root"] {
  const [base, domain] = id.split("+");
  const bound = own(value, "policies");
  if (domain === undefined || !isObject(bound)) return [];
  const key = Object.keys(bound).find((one) => one.startsWith(`${base ?? ""}@`));
  return key === undefined ? [] : ["policies", key, "also"];
}
