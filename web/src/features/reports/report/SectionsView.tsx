import { useState } from "react";
import { Link } from "react-router";

import { Button } from "@/components/Button";
import { TextField } from "@/components/Field";
import { Section } from "@/components/Section";
import type { Json } from "@/reports/receipt";

import { isAttachment } from "../files/model";
import type { Attachment, Definition, FormField, FormSection, Marks, Payload } from "../types";
import { addressOf, groupOf, isEmpty, nameOf, rowsOf, textOf, type Row } from "../words";

interface Props {
  readonly definition: Definition;
  readonly payload: Payload;
  readonly attachments: readonly Attachment[];
  readonly marks: Marks;
  /** Given while somebody reviews: marks a field, or takes the mark back with null. */
  readonly onMark?: ((address: string, comment: string | null) => void) | undefined;
}

/** What a report says, in the order of its form; what was not filled in is left out unless it can be marked. */
export function SectionsView(props: Props) {
  const shown = props.definition.sections.filter((section) => props.onMark !== undefined || holdsSomething(props.payload, section) || props.marks[section.pointer] !== undefined);
  return shown.map((section) => (
    <Section key={section.pointer} title={section.label}>
      {section.table ? <Table section={section} {...props} /> : <Group section={section} {...props} />}
    </Section>
  ));
}

function holdsSomething(payload: Payload, section: FormSection): boolean {
  return section.table ? rowsOf(payload, section).length > 0 : section.fields.some((field) => !isEmpty(groupOf(payload, section)[nameOf(field)]));
}

function Group({ section, payload, attachments, marks, onMark }: Props & { section: FormSection }) {
  const group = groupOf(payload, section);
  const fields = section.fields.filter((field) => onMark !== undefined || !isEmpty(group[nameOf(field)]) || marks[field.pointer] !== undefined);
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
      {fields.map((field) => (
        <div key={field.pointer} className={field.widget === "prose" ? "sm:col-span-full" : ""}>
          <dt className="text-xs text-quiet">{field.label}</dt>
          <dd className="text-sm">
            <p className="break-words whitespace-pre-line">
              <Value field={field} value={group[nameOf(field)]} attachments={attachments} />
            </p>
            <Mark address={addressOf(section, null, field)} label={field.label} marks={marks} onMark={onMark} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Table({ section, payload, attachments, marks, onMark }: Props & { section: FormSection }) {
  const rows = rowsOf(payload, section);
  if (rows.length === 0) return <p className="text-sm text-quiet">No rows.</p>;
  const used = section.fields.filter((field) => rows.some((row) => !isEmpty(row[nameOf(field)]) || marks[addressOf(section, row, field)] !== undefined));
  return (
    <div className="-mx-4 overflow-x-auto px-4 sm:-mx-6 sm:px-6">
      <table className="w-full min-w-max text-left text-sm">
        <thead>
          <tr className="border-b border-line text-xs text-quiet">
            {used.map((field) => (
              <th key={field.pointer} scope="col" className="py-2 pr-4 font-medium">
                {field.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row, index) => (
            <tr key={row.id} className="align-top">
              {used.map((field) => (
                <Cell key={field.pointer} section={section} row={row} index={index} field={field} attachments={attachments} marks={marks} onMark={onMark} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = Pick<Props, "attachments" | "marks" | "onMark"> & { readonly section: FormSection; readonly row: Row; readonly index: number; readonly field: FormField };

function Cell({ section, row, index, field, attachments, marks, onMark }: CellProps) {
  return (
    <td className={`max-w-80 py-2 pr-4 whitespace-pre-line ${field.widget === "prose" ? "min-w-52 wrap-anywhere" : ""}`}>
      <Value field={field} value={row[nameOf(field)]} attachments={attachments} />
      <Mark address={addressOf(section, row, field)} label={`${field.label}, row ${index + 1}`} marks={marks} onMark={onMark} />
    </td>
  );
}

/** Files are named, and lead to the document that holds them. */
function Value({ field, value, attachments }: { field: FormField; value: Json | undefined; attachments: readonly Attachment[] }) {
  const file = isAttachment(field) ? attachments.find(({ id }) => id === value) : undefined;
  if (file === undefined) return textOf(value);
  return (
    <Link to={`/documents/${file.id}`} className="font-medium text-brand hover:underline">
      {file.name}
    </Link>
  );
}

/** What a reviewer says about one field, and the way to say it. */
function Mark({ address, label, marks, onMark }: { address: string; label: string; marks: Marks; onMark: Props["onMark"] }) {
  const [typing, setTyping] = useState<string | null>(null);
  const said = marks[address];
  if (typing !== null && onMark !== undefined) {
    return (
      <div className="mt-2 min-w-52 space-y-2">
        <TextField label={`What is wrong with ${label}?`} rows={2} maxLength={2000} value={typing} onChange={(event) => setTyping(event.target.value)} />
        <div className="flex gap-2">
          <Button
            look="primary"
            disabled={typing.trim() === ""}
            onClick={() => {
              onMark(address, typing.trim());
              setTyping(null);
            }}
          >
            Mark
          </Button>
          <Button onClick={() => setTyping(null)}>Cancel</Button>
        </div>
      </div>
    );
  }
  if (said === undefined && onMark === undefined) return null;
  return (
    <>
      {said !== undefined && <p className="mt-1 max-w-prose rounded-lg bg-warn-soft px-3 py-2 text-sm whitespace-pre-line text-warn">{said}</p>}
      {onMark !== undefined && (
        <div className="mt-1 flex gap-3 text-xs">
          <button type="button" aria-label={`${said === undefined ? "Mark" : "Change the mark of"} ${label}`} className="min-h-6 text-brand underline-offset-2 hover:underline" onClick={() => setTyping(said ?? "")}>
            {said === undefined ? "Mark" : "Change"}
          </button>
          {said !== undefined && (
            <button type="button" aria-label={`Take back the mark of ${label}`} className="min-h-6 text-quiet underline-offset-2 hover:underline" onClick={() => onMark(address, null)}>
              Take back
            </button>
          )}
        </div>
      )}
    </>
  );
}
