import { useSiteNames } from "@/api/sites";
import { BarChart } from "@/components/BarChart";
import { Section } from "@/components/Section";
import { formatAgo } from "@/format/days";
import { reportType } from "@/format/reportTypes";

import { Loaded } from "./Loaded";
import { useOpenReviewsQuery, usePunctualityQuery, type Span } from "./requests";

const FATES = [
  ["inTime", "In time", "fill-good"],
  ["late", "Late", "fill-warn"],
  ["missing", "Missing", "fill-bad"],
] as const;
const percent = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });

export function PunctualityChart({ wanted }: { wanted: Span }) {
  const siteName = useSiteNames();
  return (
    <Section title="Punctuality" lead="Of the reports that plans ask for.">
      <Loaded query={usePunctualityQuery(wanted)} label="Loading punctuality">
        {({ days, sites }) => (
          <>
            <BarChart title="Reports that were due" unit="reports" days={days.map(({ day }) => day)} series={FATES.map(([name, label, fill]) => ({ label, fill, values: days.map((day) => (day.owed === day.pending ? null : day[name])) }))} />
            <ul aria-label="By site and type" className="mt-4 divide-y divide-line rounded-xl border border-line text-sm">
              {sites.map((place) => {
                const due = place.owed - place.pending;
                return (
                  <li key={`${place.siteId} ${place.type}`} className="flex flex-wrap justify-between gap-x-3 px-3 py-2">
                    <span>
                      {siteName(place.siteId)} · {reportType(place.type)}
                    </span>
                    <span className="text-quiet tabular-nums">{due === 0 ? "none due" : `${percent.format(place.inTime / due)} in time · ${place.late} late · ${place.missing} missing of ${due}`}</span>
                  </li>
                );
              })}
              {sites.length === 0 && <li className="px-3 py-2 text-quiet">No plan asks for reports on these days.</li>}
            </ul>
          </>
        )}
      </Loaded>
    </Section>
  );
}

export function OpenReviews({ siteId }: { siteId: string }) {
  const siteName = useSiteNames();
  return (
    <Section title="Open reviews" lead="Submitted reports that wait for a decision, as things are now.">
      <Loaded query={useOpenReviewsQuery(siteId)} label="Loading open reviews">
        {({ waiting, sites }) => (
          <>
            <p className="text-2xl font-semibold tabular-nums">{waiting}</p>
            <ul aria-label="Open reviews" className="mt-2 space-y-1 text-sm">
              {sites.map((place) => (
                <li key={`${place.siteId} ${place.type}`} className="flex flex-wrap justify-between gap-x-3">
                  <span>
                    {siteName(place.siteId)} · {reportType(place.type)}
                  </span>
                  <span className="text-quiet tabular-nums">
                    {place.waiting} waiting, the oldest for {formatAgo(place.since, new Date())}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Section>
  );
}
