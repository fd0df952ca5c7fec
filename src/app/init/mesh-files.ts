import type { RepoPath } from "../../model/location.ts";
import { GUILD_FILE, SETTINGS_FILE } from "../../model/settings.ts";

/** A mesh repository without products: configuration, guild and workflow. */
export function meshFiles(domain: string | undefined): ReadonlyMap<RepoPath, string> {
  return new Map([
    [SETTINGS_FILE, SETTINGS],
    [GUILD_FILE, guild(domain)],
    [".github/workflows/meshgate.yml", WORKFLOW],
  ]);
}

const SETTINGS = `# How Meshgate judges this mesh. Everything that is not said here has its default.
apiVersion: meshgate/v1
kind: Mesh
name: my-mesh # TODO the name of your company or mesh

# Policies that ship with Meshgate. Your own stand in policies/global.
packs: [baseline]

# The guild may set the level and the parameters of every policy of a pack:
# policies:
#   baseline.field-examples:
#     level: off
`;

function guild(domain: string | undefined): string {
  const named = domain ?? "my-domain";
  return `# Who takes part in the mesh, and the words that all domains share.
apiVersion: meshgate/v1
kind: Guild

# A domain owns every file below a folder with its id, whatever the files themselves claim.
domains:
  - id: ${named}
    name: ${named}
    owners: ["@my-org/${named}"] # TODO the team that answers for the domain

# From the least to the most sensitive. Every field of every contract carries one of them.
classifications: [public, internal, confidential, restricted]

# Identifiers that mean the same everywhere, for example:
# entities:
#   - id: customer
#     identifier: customer_id
#     logicalType: string
#     definition: https://example.com/glossary/customer-id
`;
}

const WORKFLOW = `name: meshgate
on:
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          fetch-depth: 0 # the check compares with the target branch
          persist-credentials: false
      - uses: meshgate/meshgate@v0
`;
