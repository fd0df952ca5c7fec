import { description, inputPort, odpsCommon, supportChannels, team } from "./odps.ts";
import { TEXT, choice, either, field, listOf, matching, open, record, required } from "./shape.ts";

/** A reader of the mesh that publishes nothing. Its ports are those of ODPS 1.1. */
export const CONSUMER = record(
  "Consumer",
  {
    apiVersion: required(matching("^meshgate/v[0-9]+$", "meshgate/v1"), "Always meshgate/v1."),
    kind: required(choice({ "0.9.0": ["Consumer"] }), "Always Consumer."),
    id: required(TEXT, "Unique, opaque and case-sensitive id of the consumer."),
    name: field(TEXT, "Display name."),
    type: required(open("application", "dashboard", "model", "report", "notebook", "process"), "What reads the data."),
    version: field(TEXT, "Version of the consumer."),
    domain: field(TEXT, "Business domain the consumer claims to belong to."),
    status: field(open("proposed", "draft", "active", "deprecated", "retired"), "Where it is in its life."),
    description: field(either(TEXT, description), "What it does, in words or as purpose, limits and use."),
    team: field(team, "Who is accountable."),
    support: supportChannels,
    inputPorts: field(listOf(inputPort), "What it reads."),
    ...odpsCommon.labels,
  },
  {
    closedSince: "0.9.0",
    hints: {
      outputPorts: "a consumer publishes nothing; what has output ports is a data product",
      owner: "the owner is `team.name`, or a member of `team` with the role owner",
    },
  },
);
