import { printJson } from "../escape/json.ts";
import { defineReportFormat } from "../format.ts";
import { inSchemaOrder } from "../schemas/order.ts";
import { REPORT_SCHEMA } from "../schemas/report.ts";

export const json = defineReportFormat({
  id: "json",
  summary: "everything, for programs (schema meshgate/report/v1)",
  render: (report) => printJson(inSchemaOrder(REPORT_SCHEMA, report)),
});
