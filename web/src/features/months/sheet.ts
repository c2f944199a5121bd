import type { ProductionMonth, ProductionMonthDraft } from "@/api/types";

type Sheet = ProductionMonthDraft["sheet"];

/** Figures of the office's sheet; hours have one unit only. */
export const FIGURES = [
  ["hoursOnStream", "Hours on stream", ["h"]],
  ["oil", "Oil", ["Sm3", "bbl"]],
  ["gas", "Gas", ["Sm3", "Mscf"]],
  ["water", "Water", ["Sm3", "bbl"]],
  ["waterInjected", "Water injected", ["Sm3", "bbl"]],
  ["gasInjected", "Gas injected", ["Sm3", "Mscf"]],
] as const satisfies readonly (readonly [keyof Sheet, string, readonly string[]])[];

export type FigureName = (typeof FIGURES)[number][0];

/** As it is typed: "" is not measured, which is not 0. */
export type Typed = Readonly<Record<FigureName, { readonly text: string; readonly unit: string }>>;

export const NOTHING = Object.fromEntries(FIGURES.map(([name, , units]) => [name, { text: "", unit: units[0] }])) as Typed;

/** undefined where something typed is no number. */
export function figureOf(text: string): number | null | undefined {
  const clean = text.trim().replaceAll(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  if (clean === "") return null;
  const figure = Number(clean);
  return Number.isFinite(figure) ? figure : undefined;
}

export function sheetOf(typed: Typed): Sheet | null {
  const said: Record<string, unknown> = {};
  for (const [name] of FIGURES) {
    const { text, unit } = typed[name];
    const value = figureOf(text);
    if (value === undefined) return null;
    said[name] = value === null || name === "hoursOnStream" ? value : { value, unit };
  }
  return said as unknown as Sheet;
}

const number = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 12 });

/** What sheet and days say of one figure, with its unit. */
export function saidOf({ sheet, totals }: ProductionMonth, name: FigureName): readonly [sheet: string, days: string] {
  const said = sheet[name];
  const total = totals[name] ?? null;
  const written = said === null ? "–" : typeof said === "number" ? `${number.format(said)} h` : `${number.format(said.value)} ${said.unit === "Sm3" ? "Sm³" : said.unit}`;
  return [written, total === null ? "–" : `${number.format(total)} ${name === "hoursOnStream" ? "h" : "Sm³"}`];
}
