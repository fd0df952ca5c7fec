import type { Rule } from "../../rule.ts";
import { fieldTypeAdded } from "./added.ts";
import { fieldTypeChanged } from "./changed.ts";
import { fieldDateChanged } from "./date-changed.ts";
import { fieldDateFormatChanged } from "./date-format-changed.ts";
import { fieldTypeDropped } from "./dropped.ts";
import { fieldKeyChanged } from "./key-changed.ts";
import { fieldLogicalTypeChanged } from "./logical-changed.ts";
import { fieldTypeNarrowed } from "./narrowed.ts";
import { fieldPrecisionChanged } from "./precision-changed.ts";
import { fieldTypeReshaped } from "./reshaped.ts";
import { fieldScaleChanged } from "./scale-changed.ts";
import { fieldTypeSpelled } from "./spelling-changed.ts";
import { fieldTypeUnclear } from "./unclear.ts";
import { fieldVectorChanged } from "./vector-changed.ts";
import { fieldVectorMetricChanged } from "./vector-metric-changed.ts";
import { fieldVectorModelChanged } from "./vector-model-changed.ts";
import { fieldTypeWidened } from "./widened.ts";
import { fieldZoneChanged } from "./zone-changed.ts";

/** Rows C of the table: types of fields. */
export const TYPE_RULES: readonly Rule[] = [
  fieldTypeWidened,
  fieldTypeNarrowed,
  fieldTypeChanged,
  fieldTypeReshaped,
  fieldDateChanged,
  fieldZoneChanged,
  fieldPrecisionChanged,
  fieldScaleChanged,
  fieldTypeAdded,
  fieldTypeDropped,
  fieldTypeUnclear,
  fieldLogicalTypeChanged,
  fieldTypeSpelled,
  fieldDateFormatChanged,
  fieldKeyChanged,
  fieldVectorChanged,
  fieldVectorModelChanged,
  fieldVectorMetricChanged,
];
