const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** 1 KB is 1000 bytes, as the file managers of today count. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.5 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit] ?? "B"}`;
}

export function formatSpeed(bytesPerSecond: number): string {
  return `${formatBytes(bytesPerSecond)}/s`;
}

/** How long something will take, as people say it. */
export function formatLeft(seconds: number): string {
  if (seconds < 5) return "a few seconds left";
  if (seconds < 60) return `${Math.ceil(seconds / 5) * 5} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min left` : `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}

const today = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const thisYear = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const earlier = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });

export function formatMoment(iso: string, now: Date): string {
  const moment = new Date(iso);
  if (moment.toDateString() === now.toDateString()) return today.format(moment);
  return (moment.getFullYear() === now.getFullYear() ? thisYear : earlier).format(moment);
}

export function formatFully(iso: string): string {
  return full.format(new Date(iso));
}

/** A day as 2026-05-04 in the words of this browser's language. */
export function formatDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return earlier.format(new Date(year, month - 1, date));
}

const KINDS: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "application/json": "JSON",
  "application/xml": "XML",
  "application/zip": "ZIP",
  "application/x-dlis": "DLIS",
  "application/x-segy": "SEG-Y",
  "application/x-ole-storage": "Office",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
  "text/x-las": "LAS",
  "text/csv": "CSV",
};

/** A short word for what a file is: by its verified type, else by its name. */
export function kindOf(detectedType: string | null, fileName: string): string {
  const known = detectedType === null ? undefined : KINDS[detectedType];
  if (known !== undefined) return known;
  const dot = fileName.lastIndexOf(".");
  return dot > 0 && fileName.length - dot <= 6 ? fileName.slice(dot + 1).toUpperCase() : "File";
}
