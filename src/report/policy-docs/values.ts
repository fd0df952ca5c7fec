import type { Day } from "../../model/day.ts";
import type { Json } from "../../model/json.ts";
import { canonical } from "../../model/json.ts";
import type { DocumentedPolicy, PolicyForm } from "../../model/policy-docs.ts";
import { compareText } from "../../model/order.ts";
import { cellValue, graceWords, scheduleWords, waiverWords } from "./words.ts";

/** One thing that a layer may set. */
interface Setting {
  /** As `PolicyForm.sources` calls it. */
  readonly key: string;
  readonly name: string;
  /** Equal for forms that have it alike. */
  readonly value: (form: PolicyForm) => Json;
  /** As a cell of a table. */
  readonly words: (form: PolicyForm, asOf: Day) => string;
}

const LEVEL: Setting = {
  key: "level",
  name: "level",
  value: ({ schedule }) => schedule.map(({ from, level }) => [from, level]),
  words: ({ schedule }, asOf) => scheduleWords(schedule, asOf),
};

const GRACE: Setting = {
  key: "existing",
  name: "grace",
  value: ({ existing }) => (existing === undefined ? null : [existing.level, existing.until]),
  words: ({ existing }, asOf) => (existing === undefined ? "none" : graceWords(existing, asOf)),
};

const WAIVER: Setting = {
  key: "waiver",
  name: "waivers",
  value: ({ waiver }) => ({ ...waiver }),
  words: ({ waiver }) => waiverWords(waiver),
};

function param(name: string): Setting {
  const value = ({ params }: PolicyForm): Json => params[name] ?? null;
  return { key: `params.${name}`, name, value, words: (form) => cellValue(value(form)) };
}

function settingsOf({ params }: DocumentedPolicy): readonly Setting[] {
  return [LEVEL, GRACE, WAIVER, ...params.map(({ name }) => param(name))];
}

/** Those who have something otherwise than everybody. */
function differing({ forms: [general, ...bound] }: DocumentedPolicy, { value }: Setting): readonly PolicyForm[] {
  const usual = canonical(value(general));
  return bound.filter((form) => canonical(value(form)) !== usual);
}

/** A value in force: what, for whom, and who has set it where. Each of everybody's, and of a domain what differs. */
export interface ValueInForce {
  readonly name: string;
  readonly domain: string | undefined;
  readonly words: string;
  readonly source: ReturnType<PolicyForm["sources"]["get"]>;
}

export function valuesInForce(policy: DocumentedPolicy, asOf: Day): readonly ValueInForce[] {
  const [general] = policy.forms;
  return settingsOf(policy).flatMap((setting) => {
    const { key, name, words } = setting;
    const others = differing(policy, setting);
    const isSilent = (setting === GRACE && general.existing === undefined) || setting === WAIVER;
    if (isSilent && others.length === 0) return [];
    const row = (form: PolicyForm): ValueInForce => ({
      name,
      domain: form.domain,
      words: words(form, asOf),
      source: form.sources.get(key),
    });
    return [row(general), ...others.toSorted(byDomain).map(row)];
  });
}

function byDomain(one: PolicyForm, other: PolicyForm): number {
  return compareText(one.domain ?? "", other.domain ?? "");
}

/** What of a policy is not the same for all, with the words of everybody and of each domain that differs. */
export interface Difference {
  readonly name: string;
  readonly everybody: string;
  readonly domains: ReadonlyMap<string, string>;
}

export function differences(policy: DocumentedPolicy, asOf: Day): readonly Difference[] {
  const [general] = policy.forms;
  return settingsOf(policy).flatMap((setting) => {
    const others = differing(policy, setting);
    if (others.length === 0) return [];
    const domains = new Map(others.map((form) => [form.domain ?? "", setting.words(form, asOf)]));
    return [{ name: setting.name, everybody: setting.words(general, asOf), domains }];
  });
}
