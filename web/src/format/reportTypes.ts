const WORDS: Readonly<Record<string, string>> = {
  daily_drilling: "Daily drilling",
  daily_production: "Daily production",
  hse_observation: "HSE observation",
  equipment_inspection: "Equipment inspection",
};

export const REPORT_TYPES = Object.keys(WORDS);

/** A type of report as people call it. */
export function reportType(kind: string): string {
  return WORDS[kind] ?? kind.replaceAll("_", " ");
}
