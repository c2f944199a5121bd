import type { Problem } from "@/api/problem";
import { CheckField } from "@/components/CheckField";
import { errorOf, Field } from "@/components/Field";
import { SiteScopeField } from "@/components/SiteScopeField";
import { REPORT_STATES, REPORT_TYPES, reportType } from "@/format/reportTypes";

import { lacksSites, NO_SITE, type Selection } from "./selection";

interface Props {
  readonly value: Selection;
  readonly onChange: (value: Selection) => void;
  readonly problem: Problem | null;
  /** Somebody tried to send it. */
  readonly strict: boolean;
}

const STATES = Object.entries(REPORT_STATES) as [keyof typeof REPORT_STATES, string][];
const TYPES = REPORT_TYPES.map((type) => [type, reportType(type)] as const);

/** Which reports. */
export function SelectionFields({ value, onChange, problem, strict }: Props) {
  const sitesError = strict && lacksSites(value) ? NO_SITE : (errorOf(problem, "siteIds") ?? errorOf(problem, "filter.siteIds"));
  return (
    <>
      <Checks legend="Types" options={TYPES} chosen={value.types} onChange={(types) => onChange({ ...value, types })} error={errorOf(problem, "types") ?? errorOf(problem, "filter.types")} />
      <SiteScopeField value={value.sites} onChange={(sites) => onChange({ ...value, sites })} error={sitesError} />
      <Checks legend="States" options={STATES} chosen={value.states} onChange={(states) => onChange({ ...value, states })} error={errorOf(problem, "filter.states")} />
      <Field label="Well, wellbore or tag" hint="Left empty: all" maxLength={200} autoComplete="off" value={value.subject} onChange={(event) => onChange({ ...value, subject: event.target.value })} error={errorOf(problem, "filter.subject")} />
    </>
  );
}

interface ChecksProps<T extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [T, string])[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: T[]) => void;
  readonly error: string | undefined;
}

function Checks<T extends string>({ legend, options, chosen, onChange, error }: ChecksProps<T>) {
  const choose = (value: T, on: boolean) => onChange(options.map(([one]) => one).filter((one) => (one === value ? on : chosen.includes(one))));
  return (
    <fieldset>
      <legend className="text-sm font-medium">
        {legend} <span className="text-xs font-normal text-quiet">none ticked: all</span>
      </legend>
      <div className="grid gap-x-4 min-[360px]:grid-cols-2">
        {options.map(([value, word]) => (
          <CheckField key={value} label={word} checked={chosen.includes(value)} onChange={(event) => choose(value, event.target.checked)} />
        ))}
      </div>
      {error !== undefined && <span className="block text-xs text-bad">{error}</span>}
    </fieldset>
  );
}
