import type { Json } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import type { EffectiveValue, ListedPolicy, PolicyList } from "../../model/policy-list.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import type { RenderOptions } from "../format.ts";
import { place } from "../subject.ts";
import { createPage } from "../text/page.ts";
import type { Page } from "../text/page.ts";
import { LEVEL_MARKS, PROBLEM_MARKS, counted } from "../words.ts";

/** The policies, each with its level; for one product also every value in force with its layer, file and line. */
export function policyListText(list: PolicyList, options: RenderOptions): string {
  const page = createPage(options);
  const { policies, product, problems, asOf } = list;
  const shown =
    product === undefined ? policies : policies.filter(({ level, later }) => level !== "off" || later.length > 0);
  const width = Math.max(0, ...shown.map((policy) => nameOf(policy).length));
  const lines = [
    ...page.lines(titleOf(list, shown.length), 0, "bold"),
    "",
    ...shown.flatMap((policy) => policyLines(policy, width, product !== undefined, page)),
    ...problems.flatMap(({ severity, message, location }) => {
      const mark = PROBLEM_MARKS[severity];
      return page.lines(`${page.sign(mark)} ${place(location)}: ${terminal(message)}`, 0, mark.colour);
    }),
    page.paint(`as of ${asOf}`, "dim"),
  ];
  return `${lines.join("\n")}\n`;
}

function titleOf({ product }: PolicyList, count: number): string {
  const policies = counted(count, "policy", "policies");
  if (product === undefined) return `${policies}, in every form that domains have of them`;
  const domain = product.domain === "" ? "which no domain owns" : `in domain ${terminalName(product.domain)}`;
  return `${policies} for ${terminalName(product.id)}, ${domain}`;
}

function nameOf({ id, domain }: ListedPolicy): string {
  return domain === undefined ? id : `${id} (${domain})`;
}

function policyLines(policy: ListedPolicy, width: number, withValues: boolean, page: Page): readonly string[] {
  const { level, later, title, values } = policy;
  const mark = LEVEL_MARKS[level];
  const coming = later.map((stage) => `, ${stage.level} from ${stage.from}`).join("");
  const head = `${terminalName(nameOf(policy)).padEnd(width)}  ${page.paint(mark.word, mark.colour)}${coming}`;
  // The usual terms of waivers are the same everywhere.
  const told = withValues ? values.filter(({ kind, value }) => kind !== "waiver" || show(value) !== USUAL_TERMS) : [];
  return [head, ...page.lines(terminal(title), 2, "dim"), ...told.flatMap((value) => valueLines(value, page))];
}

const USUAL_TERMS = "allowed true, maxDays 90, whole false";

function valueLines({ name, value, layer, location }: EffectiveValue, page: Page): readonly string[] {
  const head = `${terminalName(name)}: ${show(value)}`;
  return page.lines(`${head}  (${terminalName(layer)}, ${terminal(place(location))})`, 4);
}

function show(value: Json): string {
  if (isList(value)) return terminal(value.map(String).join(", ") || "none");
  if (isObject(value))
    return terminal(
      Object.entries(value)
        .map(([key, part]) => `${key} ${typeof part === "object" ? JSON.stringify(part) : String(part)}`)
        .join(", "),
    );
  return terminal(String(value));
}
