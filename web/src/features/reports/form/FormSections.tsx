import { useId } from "react";

import { Button } from "@/components/Button";
import { Section } from "@/components/Section";
import type { Finding } from "@/reports/rules";

import { AddFiles } from "../files/AddFiles";
import { useFiles } from "../files/files";
import { isAttachment } from "../files/model";
import type { Definition, FormSection, Marks, Payload } from "../types";
import { addressOf, groupOf, nameOf, rowsOf, type Row } from "../words";
import { FieldInput } from "./FieldInput";
import { pointerOf, withField, withoutRow, withRow } from "./payload";

/** Photos chosen at once where the table has no bound of its own. */
const MANY = 20;

interface Props {
  readonly definition: Definition;
  readonly payload: Payload;
  readonly onChange: (payload: Payload) => void;
  readonly findings: readonly Finding[];
  readonly marks: Marks;
  readonly zone: string;
  readonly codes: readonly string[];
  /** Fields are told what is missing only once somebody tried to submit. */
  readonly strict: boolean;
}

export function FormSections(props: Props) {
  const codesId = useId();
  return (
    <>
      <datalist id={codesId}>
        {props.codes.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      {props.definition.sections.map((section) => (
        <Section key={section.pointer} title={section.label} {...(section.help === null ? {} : { lead: section.help })}>
          <div className="space-y-4">
            {props.marks[section.pointer] !== undefined && <p className="rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn">{props.marks[section.pointer]}</p>}
            {section.table ? <Rows section={section} codesId={codesId} {...props} /> : <Fields section={section} row={null} index={null} codesId={codesId} {...props} />}
          </div>
        </Section>
      ))}
    </>
  );
}

type Part = Props & { readonly section: FormSection; readonly codesId: string };

function Rows(props: Part) {
  const { section, payload, onChange } = props;
  const rows = rowsOf(payload, section);
  const full = section.maxRows !== null && rows.length >= section.maxRows;
  return (
    <>
      <ol className="space-y-4">
        {rows.map((row, index) => (
          <li key={row.id} className="rounded-xl border border-line p-3 sm:p-4">
            <div className="mb-3 flex items-center justify-between gap-3">
              <h3 className="text-sm font-medium text-quiet">Row {index + 1}</h3>
              <Button look="quiet" aria-label={`Remove row ${index + 1} of ${section.label}`} onClick={() => onChange(withoutRow(payload, section, row.id))}>
                Remove
              </Button>
            </div>
            <Fields {...props} row={row} index={index} />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button disabled={full} onClick={() => onChange(withRow(payload, section))}>
          Add a row
          <span className="sr-only"> to {section.label}</span>
        </Button>
        <PhotoRows {...props} room={section.maxRows === null ? MANY : section.maxRows - rows.length} />
      </div>
    </>
  );
}

/** A row for each photo, in tables of photos. */
function PhotoRows({ section, payload, onChange, room }: Part & { readonly room: number }) {
  const { add } = useFiles();
  const field = section.fields.find((one) => isAttachment(one) && one.required);
  if (field === undefined) return null;
  const take = (chosen: readonly File[]) => onChange(add(chosen.slice(0, room)).reduce((held, id) => withRow(held, section, { [nameOf(field)]: id }), payload));
  return <AddFiles to={section.label} photosOnly multiple disabled={room <= 0} onFiles={take} />;
}

function Fields({ section, row, index, payload, onChange, findings, marks, zone, codesId, strict }: Part & { row: Row | null; index: number | null }) {
  const held = row ?? groupOf(payload, section);
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {section.fields.map((field) => {
        const found = findings.find((one) => one.fields.includes(pointerOf(section, index, field)) && (strict || !one.rule.startsWith("required:")));
        return (
          <FieldInput
            key={field.pointer}
            field={field}
            value={held[nameOf(field)]}
            onChange={(value) => onChange(withField(payload, section, row, field, value))}
            error={found?.text}
            mark={marks[addressOf(section, row, field)]}
            zone={zone}
            codes={codesId}
          />
        );
      })}
    </div>
  );
}
