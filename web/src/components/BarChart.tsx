import { formatDay } from "@/format/format";

export interface Series {
  readonly label: string;
  /** Of the theme: `fill-brand`. */
  readonly fill: string;
  /** By day; null is not zero: nobody measured it. */
  readonly values: readonly (number | null)[];
}

interface Props {
  readonly title: string;
  readonly unit: string;
  readonly days: readonly string[];
  readonly series: readonly Series[];
}

const GAP = 0.15; // of a day
const number = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 4 });

/** Bars by day, several series on top of each other. What is null shows as a line below the axis; what is negative is cut off there and said in the table. */
export function BarChart({ title, unit, days, series }: Props) {
  const totals = days.map((_, index) => series.reduce((sum, { values }) => sum + Math.max(0, values[index] ?? 0), 0));
  const top = Math.max(...totals);
  const height = (value: number) => (top > 0 ? (100 * value) / top : 0);
  const isKnown = series.some(({ values }) => values.some((value) => value !== null));
  return (
    <figure className="min-w-0">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span className="font-medium">{title}</span>
        <span className="text-xs text-quiet tabular-nums">{isKnown ? `up to ${number.format(top)} ${unit}` : "nothing was measured"}</span>
      </figcaption>
      <svg role="img" aria-label={`${title} by day, in ${unit}`} viewBox={`0 0 ${days.length} 104`} preserveAspectRatio="none" className="mt-2 h-36 w-full overflow-hidden rounded-lg bg-raised">
        {days.map((day, index) => {
          let base = 100;
          const known = series.filter(({ values }) => typeof values[index] === "number");
          return (
            <g key={day}>
              <title>{`${formatDay(day)}: ${known.length === 0 ? "not measured" : known.map(({ label, values }) => `${label} ${number.format(values[index] ?? 0)} ${unit}`).join(", ")}`}</title>
              <rect x={index} y={0} width={1} height={104} className="fill-transparent" />
              {known.length === 0 && <rect x={index + GAP} y={102} width={1 - 2 * GAP} height={2} className="fill-line" />}
              {known.map(({ label, fill, values }) => {
                const bar = height(Math.max(0, values[index] ?? 0));
                base -= bar;
                return <rect key={label} x={index + GAP} y={base} width={1 - 2 * GAP} height={bar} className={fill} />;
              })}
            </g>
          );
        })}
      </svg>
      <div className="mt-1 flex justify-between text-xs text-quiet">
        <span>{formatDay(days[0] ?? "")}</span>
        <span>{formatDay(days.at(-1) ?? "")}</span>
      </div>
      {series.length > 1 && (
        <ul aria-label="Colours" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-quiet">
          {series.map(({ label, fill }) => (
            <li key={label} className="flex items-center gap-1.5">
              <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5">
                <rect width="10" height="10" rx="2" className={fill} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      <details className="mt-2 text-xs">
        <summary className="cursor-pointer text-quiet">As a table</summary>
        <div className="mt-2 max-h-64 overflow-auto">
          <table className="w-full tabular-nums">
            <thead className="text-left text-quiet">
              <tr>
                <th scope="col">Day</th>
                {series.map(({ label }) => (
                  <th scope="col" key={label} className="text-right">
                    {label} ({unit})
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day, index) => (
                <tr key={day} className="border-t border-line">
                  <th scope="row" className="text-left font-normal">
                    {formatDay(day)}
                  </th>
                  {series.map(({ label, values }) => (
                    <td key={label} className="text-right">
                      {typeof values[index] === "number" ? number.format(values[index]) : "–"}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
