import type { Problem } from "@/api/problem";
import { Button } from "@/components/Button";
import { errorOf } from "@/components/Field";
import { RowButtons } from "@/components/RowButtons";
import type { Rows } from "@/components/useRows";

import { keyFor, NEW_FIELD, type FieldDraft } from "./draft";
import { FieldEditor } from "./FieldEditor";

const MOST = 50;

interface Props {
  readonly fields: Rows<FieldDraft>;
  readonly problem: Problem | null;
  readonly readOnly: boolean;
}

export function FieldsEditor({ fields, problem, readOnly }: Props) {
  const { rows } = fields;
  const change = (row: number, values: Partial<FieldDraft>) => {
    const now = rows.find((one) => one.row === row);
    const follows = now !== undefined && !now.keyTyped && values.label !== undefined;
    const taken = rows.filter((one) => one.row !== row).map(({ key }) => key);
    fields.change(row, follows ? { ...values, key: keyFor(values.label, taken) } : values);
  };
  return (
    <div className="space-y-4">
      {rows.length === 0 && <p className="text-sm text-quiet">None.</p>}
      <ol aria-label="Fields" className="space-y-4">
        {rows.map((field, index) => {
          const name = field.label.trim() === "" ? `field ${index + 1}` : field.label;
          return (
            <li key={field.row} className="rounded-xl border border-line p-3 sm:p-4">
              <div className="mb-2 flex items-center justify-between gap-2">
                <p className="min-w-0 truncate text-sm font-semibold">{name}</p>
                {!readOnly && <RowButtons name={name} isFirst={index === 0} isLast={index === rows.length - 1} onMove={(by) => fields.move(field.row, by)} onRemove={() => fields.remove(field.row)} />}
              </div>
              <FieldEditor field={field} onChange={(values) => change(field.row, values)} errorOf={(part) => errorOf(problem, `fields[${index}].${part}`)} />
            </li>
          );
        })}
      </ol>
      {problem?.errors.some(({ field }) => field === "fields") && <p className="text-sm text-bad">{errorOf({ ...problem, errors: problem.errors.filter(({ field }) => field === "fields") }, "fields")}</p>}
      {!readOnly && (
        <Button disabled={rows.length >= MOST} onClick={() => fields.add(NEW_FIELD)}>
          Add a field
        </Button>
      )}
    </div>
  );
}
