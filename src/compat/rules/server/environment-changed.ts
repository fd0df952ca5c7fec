import type { ServerForm } from "../../form/contract.ts";
import { onBoth, rule } from "../../rule.ts";
import { isPublished, serverText } from "./place.ts";

export const serverEnvironmentChanged = rule({
  id: "server.environment.changed",
  row: "J6",
  level: "server",
  facet: "docs",
  direction: "annotation",
  title: "The environment of a server has another name",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "server.environment.changed",
  find: onBoth(({ before, after }, { contract }) => {
    if (before.environment === after.environment) return undefined;
    if (isPublished(before, contract.before) !== isPublished(after, contract.after)) return undefined;
    return {
      before: before.environment,
      after: after.environment,
      key: "environment",
      message: `The environment of ${serverText(after)} is called ${named(after)} now, and was called ${named(before)}.`,
      remedy: "Raise the patch version of the contract.",
      reasons: { consumer: "Readers find the data where it was promised.", producer: "The data stays where it is." },
    };
  }),
});

function named({ environment }: ServerForm): string {
  return environment === "" ? "nothing" : `"${environment}"`;
}
