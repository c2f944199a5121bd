import { SELECT } from "./select";

interface Props {
  readonly days: number;
  readonly choices: readonly number[];
  readonly onChange: (days: number) => void;
}

/** How many days up to today. */
export function SpanField({ days, choices, onChange }: Props) {
  return (
    <select aria-label="Period" className={SELECT} value={days} onChange={(event) => onChange(Number(event.target.value))}>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          Last {choice} days
        </option>
      ))}
    </select>
  );
}
