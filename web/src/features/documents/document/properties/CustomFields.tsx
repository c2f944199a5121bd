import { useState } from "react";

import type { Problem } from "@/api/problem";
import type { DocumentType } from "@/api/types";
import { errorOf } from "@/components/Field";

import { fitting, type Draft } from "./draft";
import { FieldInput } from "./FieldInput";

interface Props {
  readonly type: DocumentType;
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly problem: Problem | null;
}

/** The fields of a type. Values that it has no place for are named before they go. */
export function CustomFields({ type, draft, setDraft, problem }: Props) {
  const [before] = useState(draft);
  const { lost } = fitting(before, type.fields);
  const kept = fitting(draft, type.fields).fields;
  const set = (key: string, value: Draft["fields"][string]) => setDraft({ ...draft, fields: { ...draft.fields, [key]: value } });
  if (type.fields.length === 0 && lost.length === 0) return null;
  return (
    <fieldset className="space-y-4 border-t border-line pt-4">
      <legend className="float-left mb-3 w-full text-sm font-semibold">{type.name}</legend>
      <div className="clear-left space-y-4">
        {lost.length > 0 && (
          <p role="status" className="rounded-lg bg-warn-soft p-3 text-sm text-warn">
            This type has no place for: {lost.map((key) => nameOf(before, key)).join("; ")}. Saving takes these values away.
          </p>
        )}
        {type.fields.map((spec) => (
          <FieldInput key={spec.key} spec={spec} value={kept[spec.key]} onChange={(value) => set(spec.key, value)} error={errorOf(problem, `fields.${spec.key}`)} />
        ))}
      </div>
    </fieldset>
  );
}

function nameOf(draft: Draft, key: string): string {
  const typed = draft.fields[key];
  if (typed === undefined) return key;
  return `${key} “${typeof typed === "string" ? typed : `${typed.value} ${typed.unit ?? ""}`.trim()}”`;
}
