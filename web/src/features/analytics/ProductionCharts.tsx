import { BarChart } from "@/components/BarChart";
import { Section } from "@/components/Section";
import { shownUnit } from "@/format/units";

import { Loaded } from "./Loaded";
import { useProductionQuery, type Produced } from "./requests";

const FIGURES = [
  ["oil", "Oil", "fill-brand"],
  ["gas", "Gas", "fill-warn"],
  ["water", "Water", "fill-good"],
] as const;
const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

export function ProductionCharts({ wanted }: { wanted: Produced }) {
  return (
    <Section title="Production" lead="Of submitted daily production reports. A day that nobody measured is no zero.">
      <Loaded query={useProductionQuery(wanted)} label="Loading production">
        {({ days, total, liquidUnit, gasUnit }) => (
          <div className="grid gap-6 lg:grid-cols-3">
            {FIGURES.map(([name, label, fill]) => {
              const unit = shownUnit(name === "gas" ? gasUnit : liquidUnit);
              const { value, basedOn } = total[name];
              return (
                <div key={name} className="min-w-0">
                  <BarChart title={label} unit={unit} days={days.map(({ day }) => day)} series={[{ label, fill, values: days.map((day) => day[name].value) }]} />
                  <p className="mt-2 text-sm text-quiet">{value === null ? "No report says it." : `${number.format(value)} ${unit} in ${basedOn} of ${total.reports} reports`}</p>
                </div>
              );
            })}
          </div>
        )}
      </Loaded>
    </Section>
  );
}
