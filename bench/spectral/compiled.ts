import { createRulesetFunction } from "@stoplight/spectral-core";
import { schema } from "@stoplight/spectral-functions";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv/dist/2020.js";

/** Set when the linter is bundled. */
declare const AS_PUBLISHED: boolean;

const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
const validators = new WeakMap<object, ValidateFunction>();

const compiledSchema = createRulesetFunction<unknown, { schema: object }>(
  {
    input: null,
    options: { type: "object", properties: { schema: { type: "object" } }, required: ["schema"] },
  },
  (value, { schema: shape }, { path }) => {
    let validate = validators.get(shape);
    if (validate === undefined) {
      validate = ajv.compile(shape);
      validators.set(shape, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ message, instancePath }) => ({
      message: message ?? "does not fit",
      path: [...path, ...instancePath.split("/").slice(1)],
    }));
  },
);

/**
 * Spectral's own function `schema`, which compiles every schema again for every file; or, to be more than fair, the
 * same with each schema compiled once.
 */
export const matchesSchema = AS_PUBLISHED ? schema : compiledSchema;
