import { useRef, useState, type SubmitEvent } from "react";

import type { Problem } from "@/api/problem";
import type { DocumentType } from "@/api/types";
import { Button } from "@/components/Button";
import { CheckField } from "@/components/CheckField";
import { errorOf, Field } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { Section } from "@/components/Section";
import { useAttempt } from "@/components/useAttempt";
import { useFocusInvalid } from "@/components/useFocusInvalid";
import { useRows } from "@/components/useRows";
import { useMay } from "@/session/session";

import { changesTo, draftOf, fieldDraftOf, NEW_TYPE, specOf, type FieldDraft, type TypeDraft } from "./draft";
import { FieldsEditor } from "./FieldsEditor";
import { PatternField } from "./PatternField";
import { useChangeDocumentTypeMutation, useCreateDocumentTypeMutation } from "./requests";
import { RulesFields } from "./RulesFields";

const FIELDS = ["code", "name", "numberPattern", "acknowledgementRoles", "fields"];

interface Props {
  /** null: one to add. */
  readonly type: DocumentType | null;
  readonly onSaved: (type: DocumentType) => void;
  readonly onReload?: () => void;
  readonly readAgain?: () => Promise<DocumentType>;
}

/** Everything a type decides for its documents, saved as one version. */
export function TypeForm({ type, onSaved, onReload, readAgain }: Props) {
  const [create] = useCreateDocumentTypeMutation();
  const [change] = useChangeDocumentTypeMutation();
  const [draft, setDraft] = useState<TypeDraft>(() => (type === null ? NEW_TYPE : draftOf(type)));
  const fields = useRows<FieldDraft>(type?.fields.map(fieldDraftOf) ?? []);
  const attempt = useAttempt();
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, attempt.problem);
  const readOnly = !useMay("document-types:write");
  const set = (values: Partial<TypeDraft>) => setDraft((before) => ({ ...before, ...values }));
  const save = (upon: DocumentType | null) => async () => {
    const specs = fields.rows.map(specOf);
    const tidy = { ...draft, code: draft.code.trim(), name: draft.name.trim() };
    if (type === null || upon === null) onSaved(await create({ ...tidy, fields: specs }).unwrap());
    else onSaved(await change({ id: upon.id, etag: upon.etag, change: changesTo(type, tidy, specs) }).unwrap());
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt.run(save(type));
  };
  const keep = readAgain && (() => void attempt.run(async () => save(await readAgain())()));
  const problem = attempt.problem?.code === "document_type_code_taken" ? null : attempt.problem;
  return (
    <form ref={form} onSubmit={submit} className="space-y-5">
      <fieldset disabled={readOnly} className="min-w-0 space-y-5">
        <Section title="What it is">
          <Names draft={draft} set={set} problem={attempt.problem} />
        </Section>
        <Section title="Numbers" lead="Each document gets the next number by itself. Those that agree in everything but the running number are counted together.">
          <PatternField draft={draft} onChange={(numberPattern) => set({ numberPattern })} error={errorOf(attempt.problem, "numberPattern")} />
          <CheckField label="Numbers may be given by hand, too" hint="For documents that come with a number" checked={draft.manualNumbers} onChange={(event) => set({ manualNumbers: event.target.checked })} />
        </Section>
        <Section title="Rules">
          <RulesFields draft={draft} set={set} error={errorOf(attempt.problem, "acknowledgementRoles")} />
        </Section>
        <Section title="Fields" lead="What else is known of such a document. Lists can be narrowed down by them.">
          <FieldsEditor fields={fields} problem={attempt.problem} readOnly={readOnly} />
        </Section>
      </fieldset>
      <FormProblem problem={problem} fields={FIELDS} onReload={onReload} onKeep={keep} />
      {!readOnly && (
        <div className="flex flex-wrap items-center gap-3">
          <Button look="primary" type="submit" disabled={attempt.busy}>
            {attempt.busy ? "Saving…" : type === null ? "Add the type" : "Save"}
          </Button>
          {attempt.problem !== null && attempt.problem.errors.length > 0 && (
            <p role="alert" className="text-sm text-bad">
              Not saved: look at what is marked above.
            </p>
          )}
        </div>
      )}
    </form>
  );
}

function Names({ draft, set, problem }: { draft: TypeDraft; set: (values: Partial<TypeDraft>) => void; problem: Problem | null }) {
  const taken = problem?.code === "document_type_code_taken" ? "Another type has this code, perhaps a retired one." : undefined;
  return (
    <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
      <Field label="Name" required maxLength={120} autoComplete="off" value={draft.name} onChange={(event) => set({ name: event.target.value })} error={errorOf(problem, "name")} />
      <Field
        label="Code"
        required
        maxLength={10}
        pattern="[A-Za-z0-9][A-Za-z0-9_\-]*"
        title="Letters, digits, _ and -"
        autoComplete="off"
        spellCheck={false}
        value={draft.code}
        onChange={(event) => set({ code: event.target.value })}
        hint="Up to 10 letters and digits"
        error={taken ?? errorOf(problem, "code")}
      />
    </div>
  );
}
