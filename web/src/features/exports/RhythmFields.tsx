import { useAllSites } from "@/api/sites";
import { Field, SelectField } from "@/components/Field";

import { KINDS, LAST_DAY, WEEKDAYS, type Rhythm } from "./rhythm";

interface Props {
  readonly value: Rhythm;
  readonly onChange: (value: Rhythm) => void;
  /** "": the organisation's clock. */
  readonly siteId: string;
  readonly onSite: (siteId: string) => void;
  readonly error: string | undefined;
  readonly siteError: string | undefined;
}

/** When a schedule is due, and by whose clock. */
export function RhythmFields({ value, onChange, siteId, onSite, error, siteError }: Props) {
  const { sites } = useAllSites();
  return (
    <>
      <div className="grid items-start gap-4 min-[440px]:grid-cols-2">
        <SelectField label="How often" value={value.kind} onChange={(event) => onChange({ ...value, kind: event.target.value as Rhythm["kind"] })} error={value.kind === "other" ? undefined : error}>
          {Object.entries(KINDS).map(([kind, word]) => (
            <option key={kind} value={kind}>
              {word}
            </option>
          ))}
        </SelectField>
        {value.kind === "weekly" && (
          <SelectField label="On" value={value.weekday} onChange={(event) => onChange({ ...value, weekday: Number(event.target.value) })}>
            {WEEKDAYS.map((word, index) => (
              <option key={word} value={index + 1}>
                {word}
              </option>
            ))}
          </SelectField>
        )}
        {value.kind === "monthly" && <Field label="On day" type="number" required min={1} max={LAST_DAY} value={value.day} onChange={(event) => onChange({ ...value, day: event.target.valueAsNumber })} />}
        {value.kind === "other" ? (
          <Field label="When" hint="Minute, hour, day, month, weekday: 0 7 * * 1-5" required maxLength={100} autoComplete="off" spellCheck={false} value={value.cron} onChange={(event) => onChange({ ...value, cron: event.target.value })} error={error} />
        ) : (
          <Field label="At" type="time" required value={value.time} onChange={(event) => onChange({ ...value, time: event.target.value })} />
        )}
      </div>
      <SelectField label="By the clock of" value={siteId} onChange={(event) => onSite(event.target.value)} error={siteError}>
        <option value="">The organisation</option>
        {sites?.map((site) => (
          <option key={site.id} value={site.id}>
            {site.name} ({site.timeZone})
          </option>
        ))}
        {siteId !== "" && !(sites?.some(({ id }) => id === siteId) ?? false) && <option value={siteId}>Another site</option>}
      </SelectField>
    </>
  );
}
