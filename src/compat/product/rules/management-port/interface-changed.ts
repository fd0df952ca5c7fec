import { onBoth } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

const PARTS = ["content", "type", "url", "channel"] as const;

export const managementPortInterfaceChanged = productRule({
  id: "managementPort.interface.changed",
  row: "K4",
  level: "managementPort",
  facet: "location",
  direction: "incomparable",
  title: "A management port is reached in another way",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "managementPort.interface.changed",
  find: onBoth(({ before, after }) =>
    PARTS.filter((part) => before.interface[part] !== after.interface[part]).map((part) => ({
      before: before.interface[part],
      after: after.interface[part],
      key: part,
      message: `The ${part} of the management port ${after.name} is "${after.interface[part]}" now, and was "${before.interface[part]}".`,
      remedy: `Tell whoever watches or steers the product by ${after.name}.`,
      reasons: {
        consumer: "The data is the same; nobody knows who watches or steers the product by it.",
        producer: "The data is the same; nobody knows what steers the product by it.",
      },
    })),
  ),
});
