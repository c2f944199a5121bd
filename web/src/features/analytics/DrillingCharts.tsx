import { BarChart } from "@/components/BarChart";
import { Section } from "@/components/Section";

import { Loaded } from "./Loaded";
import { useActivityTimeQuery, useNonProductiveTimeQuery, type Figures } from "./requests";

const SHOWN = 12;
const hours = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 });

export function LostTimeChart({ wanted }: { wanted: Figures }) {
  return (
    <Section title="Non-productive time" lead="Hours that time logs code as an interruption.">
      <Loaded query={useNonProductiveTimeQuery(wanted)} label="Loading non-productive time">
        {({ days, total }) => (
          <>
            <BarChart title="Interruptions" unit="h" days={days.map(({ day }) => day)} series={[{ label: "Interruptions", fill: "fill-bad", values: days.map((day) => day.nonProductiveHours.value) }]} />
            <p className="mt-2 text-sm text-quiet">
              {total.nonProductiveHours.value === null || total.share === null
                ? "No time log says it."
                : `${hours.format(total.nonProductiveHours.value)} h, ${percent.format(total.share)} of what was logged in ${total.nonProductiveHours.basedOn} of ${total.reports} reports`}
            </p>
          </>
        )}
      </Loaded>
    </Section>
  );
}

export function ActivityChart({ wanted }: { wanted: Figures }) {
  return (
    <Section title="Time by activity">
      <Loaded query={useActivityTimeQuery(wanted)} label="Loading activities">
        {({ codes }) => {
          const most = codes[0]?.hours ?? 0;
          if (codes.length === 0) return <p className="text-sm text-quiet">No time logs in this period.</p>;
          return (
            <>
              <ul aria-label="Activities" className="space-y-2 text-sm">
                {codes.slice(0, SHOWN).map(({ code, hours: known, share }) => (
                  <li key={code} className="grid grid-cols-[1fr_auto] gap-x-3">
                    <span className="break-words">{code === "" ? "No code" : code}</span>
                    <span className="text-quiet tabular-nums">{known === null ? "–" : `${hours.format(known)} h · ${percent.format(share ?? 0)}`}</span>
                    <span aria-hidden="true" className="col-span-2 mt-1 block h-2 overflow-hidden rounded-full bg-raised">
                      <span className={`block h-full rounded-full ${code.startsWith("interruption") ? "bg-bad" : "bg-brand"}`} style={{ width: `${most > 0 ? (100 * (known ?? 0)) / most : 0}%` }} />
                    </span>
                  </li>
                ))}
              </ul>
              {codes.length > SHOWN && <p className="mt-3 text-sm text-quiet">And {codes.length - SHOWN} more codes.</p>}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
