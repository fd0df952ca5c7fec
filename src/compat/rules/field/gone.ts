import { alikeIn } from "../../alike.ts";
import type { FieldForm } from "../../form/contract.ts";
import type { Found, Surroundings } from "../../rule.ts";

/** What is said of a field that is gone, whether it could be null or not. */
export function removedField(before: FieldForm, { newcomers = [] }: Surroundings): Found {
  const { name, path, deprecated } = before;
  const heir = alikeIn(name, newcomers);
  return {
    before: path,
    after: null,
    message: `${path} is gone.`,
    remedy:
      heir !== undefined
        ? `${heir} looks like a rename of ${name}: give it \`meshgate.renamedFrom: ${name}\`.`
        : deprecated
          ? `Keep ${path} until its readers have moved.`
          : `Keep ${path}, and write \`deprecated: true\` on it first.`,
    reasons: {
      consumer: "Queries that name it fail, and readers that rest on it find nothing.",
      producer: "Stored rows may have it still; it is promised to nobody any more.",
    },
  };
}
