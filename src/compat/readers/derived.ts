import type { Json } from "../../model/json.ts";
import { list, own } from "../../model/json.ts";
import type { ContractForm, FieldForm } from "../form/contract.ts";
import { plainText } from "../form/text.ts";
import { aliasedPaths } from "../paths.ts";
import { plain } from "../../model/use.ts";
import type { Use } from "./use.ts";

/**
 * What a product reads of `provider` by the lineage of its own contracts: `transformSourceObjects` and the targets of
 * relationships (ODCS, section Schema). It is complete where every field says what it is made from and some of that is
 * known in `provider`. Undefined where nothing of `provider` is named.
 */
export function derivedUse(contracts: readonly Json[], provider: ContractForm): Use | undefined {
  const sources = contracts.flatMap(sourcesIn);
  const known = namesIn(provider);
  const paths = [...new Set(sources.flatMap(({ names }) => names.flatMap((name) => known(name) ?? [])))].sort();
  if (paths.length === 0) return undefined;
  const isComplete = sources.every(({ isLeaf, names }) => !isLeaf || names.length > 0);
  return { evidence: "derived", paths, isComplete };
}

/** An object or field, and the sources that it names. Objects and fields with parts need not name any. */
interface Sourced {
  readonly isLeaf: boolean;
  readonly names: readonly string[];
}

function sourcesIn(contract: Json): readonly Sourced[] {
  return list(own(contract, "schema")).flatMap((object) => [
    { isLeaf: false, names: targetsOf(object) },
    ...below(object),
  ]);
}

function below(parent: Json): readonly Sourced[] {
  return list(own(parent, "properties")).flatMap((field) => {
    const inside = [...below(field), ...below(own(field, "items") ?? null)];
    const names = [...list(own(field, "transformSourceObjects")).map(plainText), ...targetsOf(field)];
    return [{ isLeaf: inside.length === 0, names }, ...inside];
  });
}

function targetsOf(node: Json): readonly string[] {
  return list(own(node, "relationships")).flatMap((relationship) => {
    const to = own(relationship, "to");
    return (typeof to === "string" ? [to] : list(to).map(plainText)).map((target) => target.replace(/^.*#\/?/u, ""));
  });
}

/** Finds the path that a source means: a name, or one with the names of database and schema before it. */
function namesIn({ objects }: ContractForm): (source: string) => string | undefined {
  const paths = new Map<string, string>();
  for (const object of objects) {
    const { name, physicalName, fields } = object;
    const aliased = aliasedPaths(object);
    for (const alias of [name, physicalName]) {
      paths.set(alias, name);
      for (const field of everyField(fields)) {
        paths.set([alias, ...plain(field.path).split(".").slice(1)].join("."), plain(field.path));
        paths.set(`${alias}.${field.physicalName}`, plain(field.path));
        for (const path of aliased.get(field) ?? [])
          paths.set([alias, ...plain(path).split(".").slice(1)].join("."), plain(path));
      }
    }
  }
  return (source) => {
    const parts = plain(source).split(".");
    for (const start of parts.keys()) {
      const found = paths.get(parts.slice(start).join("."));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function everyField(fields: readonly FieldForm[]): readonly FieldForm[] {
  return fields.flatMap((field) => [field, ...everyField(field.fields), ...everyField(field.items?.fields ?? [])]);
}
