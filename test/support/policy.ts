import type { SourceDocument } from "../../src/model/document.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { pointer } from "../../src/model/json.ts";
import { at } from "../../src/model/location.ts";
import type { PolicySetting } from "../../src/model/settings.ts";
import type { Compiled } from "../../src/policy/compile.ts";
import { compilePolicy } from "../../src/policy/compile.ts";
import type { Layer } from "../../src/policy/layer.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { ANY_FACTS } from "./fact-trees.ts";
import { yamlDocument } from "./facts.ts";

const HEAD: JsonObject = {
  apiVersion: "meshgate/v1",
  kind: "Policy",
  id: "test.sample",
  version: "1.2.0",
  type: "descriptor",
  title: "A sample",
  rationale: "Shows what a policy does.",
  level: "block",
  target: { forEach: "product" },
  message: "It is wrong.",
  fix: { text: "Make it right." },
};

/** Compiles a policy whose members differ from a plain one as given; `undefined` leaves one out. */
export function compileSample(members: Record<string, unknown>, setting?: PolicySetting): Compiled {
  return compilePolicy(
    "policies/sample.yaml",
    sampleDocument(members),
    ANY_FACTS,
    setting === undefined ? [] : [layerOf(setting)],
  );
}

/** The file of such a policy. */
export function sampleDocument(members: Record<string, unknown>): SourceDocument {
  return yamlDocument(JSON.stringify({ ...HEAD, ...members }, null, 1));
}

/** A setting as the mesh makes it, at the start of its file. */
export function layerOf(setting: PolicySetting, name = "the mesh"): Layer {
  return { name, setting, locate: (path) => ({ path: pointer(path), location: at("meshgate.yaml") }) };
}

/** A policy that must compile. */
export function samplePolicy(members: Record<string, unknown>, setting?: PolicySetting): Policy {
  const { policy, problems } = compileSample(members, setting);
  if (policy === undefined) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return policy;
}
