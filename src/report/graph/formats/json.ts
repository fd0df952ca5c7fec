import { printJson } from "../../escape/json.ts";
import { defineGraphFormat } from "../format.ts";

export const json = defineGraphFormat({
  id: "json",
  summary: "One document, meshgate/graph/v1",
  render({ title, nodes, edges }) {
    return printJson({
      schema: "meshgate/graph/v1",
      title,
      nodes: nodes.map(({ id, kind, name, domain, version, status, owners, orphan, marks }) => {
        return { id, kind, name, domain, version, status, owners, orphan, marks };
      }),
      edges: edges.map(({ from, to, label, tier, ambiguous, cycle }) => ({ from, to, label, tier, ambiguous, cycle })),
    });
  },
});
