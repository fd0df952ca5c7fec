import { published } from "../../form/read.ts";
import { onBoth, rule } from "../../rule.ts";

/** Files that may have no names for their columns: readers count. */
const COUNTED = /^(csv|tsv|txt|text|fixed|delimited)/iu;

export const objectOrderChanged = rule({
  id: "object.order.changed",
  row: "A7",
  level: "object",
  facet: "location",
  direction: "incomparable",
  title: "Columns of a file have another order",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "object.order.changed",
  differs: "Iceberg's policy rejects any other order; here order counts only where columns may have no names.",
  find: onBoth(({ before, after }, { contract }) => {
    const servers = [contract.before, contract.after].flatMap((side) => published(side.servers));
    if (!servers.some(({ encoding }) => COUNTED.test(encoding["format"] ?? ""))) return undefined;
    const [then, now] = [before, after].map(({ fields }) => fields.map(({ name }) => name)) as [string[], string[]];
    const stays = then.filter((name) => now.includes(name));
    const order = now.filter((name) => then.includes(name));
    if (stays.every((name, index) => order[index] === name)) return undefined;
    return {
      before: stays,
      after: order,
      key: "properties",
      message: `The columns of ${after.name} have another order: ${order.join(", ")}; before ${stays.join(", ")}.`,
      remedy: `Keep the order of the columns of ${after.name}, or make sure that every file has a header.`,
      reasons: {
        consumer: "Whoever reads columns by their position reads others, unless files have a header.",
        producer: "Stored files have the old order, which only their header can tell.",
      },
    };
  }),
});
