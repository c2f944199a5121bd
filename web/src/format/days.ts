/** A date of this browser as 2026-05-04. */
export function isoDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The last so many days up to today, both included. */
export function lastDays(count: number, today: Date): { from: string; to: string } {
  const first = new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1));
  return { from: isoDay(first), to: isoDay(today) };
}

/** A moment by the clock of a place, which it names when it is not the browser's own. */
export function formatThere(iso: string, timeZone: string | undefined): string {
  const there = timeZone === undefined ? {} : { timeZone };
  return new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZoneName: "short", ...there }).format(new Date(iso));
}

/** How long ago in the largest unit that fits. */
export function formatAgo(iso: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(iso).getTime()) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
