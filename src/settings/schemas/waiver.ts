import type { JsonObject } from "../../model/json.ts";
import { closed, envelope, matching, text } from "./words.ts";

const day = (description: string): JsonObject =>
  matching("^\\d{4}-\\d{2}-\\d{2}$", "a day like 2026-03-01", description);
const line = (description: string): JsonObject =>
  matching("^[^\\n\\r]*[^\\s][^\\n\\r]*$", "one line of text", description);

/** `waivers/<domain>/<id>.yaml`. */
export const WAIVER_SCHEMA: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/waiver/v1",
  title: "waivers/<domain>/<id>.yaml",
  ...closed(
    "A dated exemption: findings of one policy on one subject do not stop a change until it expires. They stay visible.",
    {
      ...envelope("Waiver"),
      id: matching(
        "^[A-Za-z0-9][A-Za-z0-9._-]*$",
        "an id like W-2026-014",
        "Id of the waiver; the file is called like it.",
      ),
      policy: matching(
        "^\\S+\\.[a-z][a-z0-9-]*@(0|[1-9]\\d*)$",
        "a policy and its major version, such as global.retention@1",
        "The policy and its major version.",
      ),
      product: text("Id of the product whose finding is waived."),
      contract: text("Id of the contract whose finding is waived."),
      consumer: text("Id of the consumer whose finding is waived."),
      target: text("Which element of it, as the finding names it: outputPorts[name=eod]."),
      category: {
        enum: ["waiver", "mitigated"],
        description: "waiver: the risk is accepted; mitigated: something else controls it, which control names.",
      },
      control: text("What controls the risk instead; needed where category is mitigated."),
      reason: text("Why the policy cannot be kept for now."),
      ticket: line("Where the work on it is followed."),
      requestedBy: line("Who asks for it."),
      from: day("The first day on which it holds, from 00:00Z on."),
      expires: day("The first day on which it no longer holds, from 00:00Z on."),
    },
    ["apiVersion", "kind", "id", "policy", "category", "reason", "ticket", "requestedBy", "from", "expires"],
  ),
  oneOf: [{ required: ["product"] }, { required: ["contract"] }, { required: ["consumer"] }],
  allOf: [
    {
      if: { properties: { category: { const: "mitigated" } }, required: ["category"] },
      then: { required: ["control"] },
    },
  ],
};
