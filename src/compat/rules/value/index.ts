import type { Rule } from "../../rule.ts";
import { fieldBoundChanged } from "./bound-changed.ts";
import { fieldBoundLoosened } from "./bound-loosened.ts";
import { fieldBoundTightened } from "./bound-tightened.ts";
import { fieldDefaultAdded } from "./default-added.ts";
import { fieldDefaultChanged } from "./default-changed.ts";
import { fieldDefaultRemoved } from "./default-removed.ts";
import { fieldEnumAdded } from "./enum-added.ts";
import { fieldEnumClosed } from "./enum-closed.ts";
import { fieldEnumDescribed } from "./enum-described.ts";
import { fieldEnumDropped } from "./enum-dropped.ts";
import { fieldEnumOpened } from "./enum-opened.ts";
import { fieldEnumValueAdded } from "./enum-value-added.ts";
import { fieldEnumValueRemoved } from "./enum-value-removed.ts";
import { fieldFormatAdded } from "./format-added.ts";
import { fieldFormatChanged } from "./format-changed.ts";
import { fieldFormatDropped } from "./format-dropped.ts";
import { fieldMultipleOfChanged } from "./multiple-of-changed.ts";
import { fieldMultipleOfLoosened } from "./multiple-of-loosened.ts";
import { fieldMultipleOfTightened } from "./multiple-of-tightened.ts";
import { fieldPatternAdded } from "./pattern-added.ts";
import { fieldPatternChanged } from "./pattern-changed.ts";
import { fieldPatternDropped } from "./pattern-dropped.ts";
import { fieldPatternRewritten } from "./pattern-rewritten.ts";
import { fieldUniqueItemsAdded } from "./unique-items-added.ts";
import { fieldUniqueItemsDropped } from "./unique-items-dropped.ts";

/** Rows F of the table: which values a field may hold. */
export const VALUE_RULES: readonly Rule[] = [
  fieldEnumAdded,
  fieldEnumDropped,
  fieldEnumValueAdded,
  fieldEnumValueRemoved,
  fieldEnumOpened,
  fieldEnumClosed,
  fieldEnumDescribed,
  fieldBoundLoosened,
  fieldBoundTightened,
  fieldBoundChanged,
  fieldMultipleOfLoosened,
  fieldMultipleOfTightened,
  fieldMultipleOfChanged,
  fieldUniqueItemsAdded,
  fieldUniqueItemsDropped,
  fieldPatternAdded,
  fieldPatternDropped,
  fieldPatternChanged,
  fieldPatternRewritten,
  fieldFormatAdded,
  fieldFormatDropped,
  fieldFormatChanged,
  fieldDefaultAdded,
  fieldDefaultRemoved,
  fieldDefaultChanged,
];
