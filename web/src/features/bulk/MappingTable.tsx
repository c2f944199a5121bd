import { useId } from "react";

import type { BulkPreview } from "@/api/types";

import { TARGETS, type Reading } from "./mapping";

interface Props {
  readonly preview: BulkPreview;
  readonly reading: Reading;
  readonly onTargets: (targets: Reading["targets"]) => void;
}

const SHOWN = 3;
const BOX = "h-10 w-full min-w-0 rounded-lg border border-line bg-surface px-2 text-sm text-ink";

/** Each column with its first cells, and what it says. */
export function MappingTable({ preview, reading, onTargets }: Props) {
  return (
    <ul aria-label="Columns" className="divide-y divide-line rounded-xl border border-line">
      {preview.columns.map((column, index) => {
        const cells = preview.rows.slice(0, SHOWN).map((row) => row[index] ?? "");
        return (
          <li key={column} className="grid items-center gap-x-4 gap-y-2 px-3 py-3 sm:grid-cols-[1fr_16rem]">
            <div className="min-w-0">
              <p className="text-sm font-medium break-words">{column}</p>
              <p className="truncate font-mono text-xs text-quiet" title={cells.join(" | ")}>
                {cells.filter((cell) => cell !== "").join(" | ") || "empty"}
              </p>
            </div>
            {column === reading.key.column ? (
              <p className="text-sm text-quiet">says which document</p>
            ) : (
              <Target column={column} value={reading.targets[column] ?? ""} onChange={(target) => onTargets({ ...reading.targets, [column]: target })} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Target({ column, value, onChange }: { column: string; value: string; onChange: (target: string) => void }) {
  const id = useId();
  const isField = value.startsWith("fields.");
  return (
    <div className="grid gap-2">
      <select aria-label={`What ${column} says`} className={BOX} value={isField ? "fields." : value} onChange={({ target }) => onChange(target.value)}>
        <option value="">Left out</option>
        {TARGETS.map(([target, word]) => (
          <option key={target} value={target}>
            {word}
          </option>
        ))}
        <option value="fields.">A custom field…</option>
      </select>
      {isField && (
        <input
          id={id}
          aria-label={`Key of the field that ${column} says`}
          placeholder="Key of the field"
          className={`${BOX} font-mono`}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          value={value.slice("fields.".length)}
          onChange={({ target }) => onChange(`fields.${target.value.trim()}`)}
        />
      )}
    </div>
  );
}
