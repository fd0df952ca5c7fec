import { ENFORCEMENT_PROPERTIES } from "../../model/enforcement-schema.ts";
import type { JsonObject } from "../../model/json.ts";
import { COMPATIBILITY_SCHEMA } from "./compatibility.ts";
import { closed, envelope, globs, listOf, matching, text } from "./words.ts";

const POLICY_ID = "^[a-z0-9][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+$";
const PACK = "^[A-Za-z0-9][A-Za-z0-9._-]*(@\\S.*)?$";

const DOCS_FOLDER = "^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*$";
/** Nothing in it could end a link or mean anything else than itself; what is asked and fragments have no place before a file. */
const DOCS_URL = "^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%+,;=:@-]*)*$";

export function isDocsFolder(written: string): boolean {
  return new RegExp(DOCS_FOLDER).test(written);
}

export function isDocsUrl(written: string): boolean {
  return new RegExp(DOCS_URL).test(written);
}

/** `meshgate.yaml`. */
export const SETTINGS_SCHEMA: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/mesh/v1",
  title: "meshgate.yaml",
  ...closed(
    "How Meshgate judges a mesh repository.",
    {
      ...envelope("Mesh"),
      name: text("Name of the mesh, as reports show it."),
      packs: {
        ...listOf(
          matching(
            PACK,
            "the name of a pack, such as baseline, or with a range of versions baseline@^1.0.0",
            "Name of a pack that ships with Meshgate, such as baseline; baseline@1 refuses any other major version.",
          ),
          "Packs of policies that apply beside the mesh's own.",
        ),
        uniqueItems: true,
      },
      discovery: closed(
        "Which files may hold descriptors. What a file is, its content decides.",
        {
          include: { ...globs("Files to look at, instead of every YAML and JSON file."), minItems: 1 },
          exclude: globs("Files never to look at, besides hidden ones, node_modules and Meshgate's own."),
        },
        [],
      ),
      policies: {
        type: "object",
        description: "What the guild sets for policies of packs, by policy id.",
        propertyNames: { pattern: POLICY_ID, "x-expected": "the id of a policy, such as baseline.retention" },
        additionalProperties: {
          ...closed(
            "What the guild sets for this policy.",
            {
              ...ENFORCEMENT_PROPERTIES,
              params: { type: "object", description: "Values of the policy's parameters, by name." },
            },
            [],
          ),
          not: { required: ["level", "rollout"] },
        },
      },
      docs: closed(
        "The pages that `meshgate policy docs` writes.",
        {
          folder: matching(
            DOCS_FOLDER,
            "a folder of the repository, such as docs/policies",
            "Where they stand; default: docs/policies.",
          ),
          url: matching(
            DOCS_URL,
            "an address such as https://github.com/daff/mesh/blob/main/docs/policies",
            "The address under which people read the folder. With it every finding leads to the page of its policy.",
          ),
        },
        [],
      ),
      compatibility: COMPATIBILITY_SCHEMA,
    },
    ["apiVersion", "kind"],
  ),
};
