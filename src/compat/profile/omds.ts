import type { Bump, ChangeClass } from "../../model/compatibility.ts";
import { omdsDifferences } from "../../model/omds.ts";
import { larger } from "./scale.ts";
import type { Scale } from "./scale.ts";

const CLASS_OF: Readonly<Record<Bump, ChangeClass>> = {
  major: "breaking",
  minor: "safe",
  patch: "docs",
  none: "docs",
};

export const OMDS_SCALE: Scale = {
  id: "omds",
  title: "Open Metadata Difference Standard",
  about:
    "The impact tables of the draft standard (Bitol RFC-0039, as of April 2026, not decided): MAJOR is breaking, MINOR safe, PATCH docs, and the version is the draft's. They go by section, field and whether something is added, removed or changed. It has one answer whatever the mode, but for `none`.",
  weigh(difference) {
    const semver = omdsDifferences(difference)
      .map(({ impact }): Bump => impact)
      .reduce(larger, "patch");
    return { class: CLASS_OF[semver], semver };
  },
};
