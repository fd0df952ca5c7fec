/** What one text may cost. Every bound stands far above honest descriptors and far below what slows a run. */
export const MAX_BYTES = 256 * 1024;
/** Levels of nesting, the root being the first. */
export const MAX_DEPTH = 64;
/** Values of all documents of a text together, those behind aliases counted again for each alias. */
export const MAX_VALUES = 50_000;
/** Aliases (`*name`) of all documents of a text together. */
export const MAX_ALIASES = 20;
/** Problems reported for one text; the last line says that there are more. */
export const MAX_PROBLEMS = 100;
