import type { Binding, BoundPolicy } from "../model/binding.ts";
import type { SourceDocument } from "../model/document.ts";
import type { Json } from "../model/json.ts";
import { isObject, own, text } from "../model/json.ts";
import type { TextProblem } from "../model/problem.ts";
import { checkShape } from "../source/check.ts";
import { byPosition } from "../source/faults.ts";
import { BINDING_SCHEMA } from "./schemas/binding.ts";
import { readPolicySetting, settingProblems } from "./settings.ts";

/** Reads a binding. What is not well formed is a problem, and the binding must not be relied on. */
export function readBinding(document: SourceDocument): {
  readonly binding: Binding;
  readonly problems: readonly TextProblem[];
} {
  const policies = own(document.value, "policies");
  const entries = isObject(policies) ? Object.entries(policies) : [];
  const faults = entries.flatMap(([key, setting]) => settingProblems(setting, ["policies", key], document));
  return {
    binding: { domain: text(own(document.value, "domain")) ?? "", policies: entries.map(toBound) },
    problems: [...checkShape(BINDING_SCHEMA, document), ...faults].sort(byPosition),
  };
}

function toBound([key, written]: readonly [string, Json]): BoundPolicy {
  const [id = "", major = ""] = key.split("@");
  const also = own(written, "also");
  const [rule = null, message = null, fix = null] = ["rule", "message", "fix"].map((part) => own(also, part));
  return {
    id,
    major: Number.parseInt(major, 10),
    key,
    setting: readPolicySetting(written),
    ...(isObject(also) && { also: { rule, message, fix } }),
  };
}
