/** How often something is due. `weekday` is 1 (Monday) to 7; days of the month end with 28, so that every month has them; what is none of these is said as `cron`. */
export interface Rhythm {
  readonly kind: "daily" | "weekdays" | "weekly" | "monthly" | "other";
  /** On a 24-hour clock, as 07:00. */
  readonly time: string;
  readonly weekday: number;
  readonly day: number;
  readonly cron: string;
}

export const KINDS: Readonly<Record<Rhythm["kind"], string>> = {
  daily: "Every day",
  weekdays: "Monday to Friday",
  weekly: "Once a week",
  monthly: "Once a month",
  other: "Otherwise",
};

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export const LAST_DAY = 28;
export const MORNING = "0 7 * * *";

const FIRST: Rhythm = { kind: "other", time: "07:00", weekday: 1, day: 1, cron: MORNING };

function numberIn(text: string, from: number, to: number): number | null {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : null;
}

/** A cron expression as a form shows it. */
export function rhythmOf(cron: string): Rhythm {
  const [minute = "", hour = "", day = "", month = "", weekday = "", ...rest] = cron.trim().split(/\s+/);
  const [minutes, hours] = [numberIn(minute, 0, 59), numberIn(hour, 0, 23)];
  if (minutes === null || hours === null || month !== "*" || rest.length > 0) return { ...FIRST, cron };
  const known = { ...FIRST, cron, time: `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}` };
  const [dayOfWeek, dayOfMonth] = [numberIn(weekday, 0, 7), numberIn(day, 1, LAST_DAY)];
  if (day === "*" && weekday === "*") return { ...known, kind: "daily" };
  if (day === "*" && weekday === "1-5") return { ...known, kind: "weekdays" };
  if (day === "*" && dayOfWeek !== null) return { ...known, kind: "weekly", weekday: dayOfWeek === 0 ? 7 : dayOfWeek };
  if (weekday === "*" && dayOfMonth !== null) return { ...known, kind: "monthly", day: dayOfMonth };
  return { ...FIRST, cron };
}

export function cronOf({ kind, time, weekday, day, cron }: Rhythm): string {
  const [hours = "0", minutes = "0"] = time.split(":");
  const at = `${Number(minutes)} ${Number(hours)}`;
  if (kind === "daily") return `${at} * * *`;
  if (kind === "weekdays") return `${at} * * 1-5`;
  if (kind === "weekly") return `${at} * * ${weekday % 7}`;
  return kind === "monthly" ? `${at} ${day} * *` : cron.trim();
}

/** "Every Monday at 07:00". */
export function rhythmInWords(cron: string): string {
  const { kind, time, weekday, day } = rhythmOf(cron);
  if (kind === "weekly") return `Every ${WEEKDAYS[weekday - 1] ?? "week"} at ${time}`;
  if (kind === "monthly") return `Every month on day ${day} at ${time}`;
  return kind === "other" ? `By the clock: ${cron}` : `${KINDS[kind]} at ${time}`;
}
