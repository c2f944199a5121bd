import { useMemo, useState } from "react";

import { CheckField } from "@/components/CheckField";
import { ReportTabs } from "@/components/ReportTabs";
import { SELECT } from "@/components/select";
import { SiteField } from "@/components/SiteField";
import { SpanField } from "@/components/SpanField";
import { lastDays } from "@/format/days";

import { ActivityChart, LostTimeChart } from "./DrillingCharts";
import { ProductionCharts } from "./ProductionCharts";
import { OpenReviews, PunctualityChart } from "./PunctualityChart";

const SPANS = [7, 30, 90] as const;

/** Dashboards of what reports say. */
export function FiguresPage() {
  const [siteId, setSiteId] = useState("");
  const [days, setDays] = useState<number>(30);
  const [inField, setInField] = useState(false);
  const [approvedOnly, setApprovedOnly] = useState(false);
  const span = useMemo(() => lastDays(days, new Date()), [days]);
  const figures = { ...span, siteId, approvedOnly };
  return (
    <>
      <ReportTabs />
      <h1 className="sr-only">Figures</h1>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SiteField value={siteId} onChange={setSiteId} />
        <SpanField days={days} choices={SPANS} onChange={setDays} />
        <select aria-label="Units" className={SELECT} value={inField ? "field" : "si"} onChange={(event) => setInField(event.target.value === "field")}>
          <option value="si">Sm³</option>
          <option value="field">bbl and Mscf</option>
        </select>
        <CheckField label="Approved only" checked={approvedOnly} onChange={(event) => setApprovedOnly(event.target.checked)} />
      </div>
      <div className="space-y-5">
        <ProductionCharts wanted={{ ...figures, liquidUnit: inField ? "bbl" : "Sm3", gasUnit: inField ? "Mscf" : "Sm3" }} />
        <LostTimeChart wanted={figures} />
        <ActivityChart wanted={figures} />
        <PunctualityChart wanted={{ ...span, siteId }} />
        <OpenReviews siteId={siteId} />
      </div>
    </>
  );
}
