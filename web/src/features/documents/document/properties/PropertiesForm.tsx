import { useEffect, useRef, useState, type SubmitEvent } from "react";

import { useAllDocumentTypes, useReadDisciplinesQuery, useReadDocumentTypeQuery } from "@/api/documentTypes";
import type { Problem } from "@/api/problem";
import { useAllSites } from "@/api/sites";
import { Button } from "@/components/Button";
import { errorOf, Field, SelectField } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { ProblemNote } from "@/components/ProblemNote";
import { RoleChecks } from "@/components/RoleChecks";
import { TagsField } from "@/components/TagsField";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";
import { useMay, useMe } from "@/session/session";

import { useChangeDocumentMutation, useLazyOpenDocumentQuery } from "../requests";
import type { OneDocument } from "../types";
import { ConflictForm } from "./ConflictForm";
import { CustomFields } from "./CustomFields";
import { changeOf, draftOf, fitting, type Draft } from "./draft";

const FIELDS = ["title", "number", "siteId", "typeId", "discipline", "tags", "fields", "addedAcknowledgementRoles"];

interface Props {
  readonly document: OneDocument;
  readonly onDone: () => void;
}

/** The properties to edit. What somebody types stays whatever happens to the document meanwhile. */
export function PropertiesForm({ document, onDone }: Props) {
  const [base, setBase] = useState(document);
  const [draft, setDraft] = useState(() => draftOf(document));
  const [theirs, setTheirs] = useState<OneDocument | null>(null);
  const [change] = useChangeDocumentMutation();
  const [read] = useLazyOpenDocumentQuery();
  const attempt = useAttempt();
  const say = useToast();
  const save = async (of: OneDocument, wanted: Draft) => {
    setDraft(wanted);
    const changed = changeOf(draftOf(of), wanted);
    if (changed === null) {
      onDone();
      return;
    }
    const done = await attempt.run(async () => {
      try {
        await change({ id: of.id, etag: of.etag, change: changed }).unwrap();
      } catch (error) {
        if ((error as Problem).code === "stale_version") setTheirs(await read(of.id).unwrap());
        throw error;
      }
    });
    if (!done) return;
    say("Saved.");
    onDone();
  };
  if (theirs !== null) {
    const settle = (wanted: Draft) => {
      setBase(theirs);
      setTheirs(null);
      void save(theirs, wanted);
    };
    return <ConflictForm base={base} mine={draft} theirs={theirs} onSettle={settle} onDrop={onDone} />;
  }
  return <DraftForm draft={draft} setDraft={setDraft} document={base} attempt={attempt} onSave={(fitted) => void save(base, fitted)} onCancel={onDone} />;
}

interface DraftFormProps {
  readonly document: OneDocument;
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly attempt: ReturnType<typeof useAttempt>;
  readonly onSave: (draft: Draft) => void;
  readonly onCancel: () => void;
}

function DraftForm({ document, draft, setDraft, attempt, onSave, onCancel }: DraftFormProps) {
  const { problem, busy } = attempt;
  const mayReview = useMay("documents:review");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input,select")?.focus(), []);
  const { currentData: type, error: typeProblem, refetch } = useReadDocumentTypeQuery(draft.typeId ?? "", { skip: draft.typeId === null });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSave({ ...draft, fields: fitting(draft, type?.fields ?? []).fields });
  };
  return (
    <form ref={form} onSubmit={submit} className="space-y-4">
      <FormProblem problem={problem?.code === "stale_version" ? null : problem} fields={FIELDS} />
      <Field label="Title" required maxLength={300} autoComplete="off" value={draft.title} onChange={(event) => setDraft({ ...draft, title: event.target.value })} error={errorOf(problem, "title")} />
      <Sorting draft={draft} setDraft={setDraft} document={document} problem={problem} />
      {type?.manualNumbers && (
        <Field
          label="Number"
          maxLength={60}
          autoComplete="off"
          required={document.number !== null}
          value={draft.number}
          onChange={(event) => setDraft({ ...draft, number: event.target.value })}
          hint={document.number === null ? "Empty: the next in turn" : "A number that was given is never given to another document."}
          error={errorOf(problem, "number")}
        />
      )}
      <TagsField label="Tags" tags={draft.tags} onChange={(tags) => setDraft({ ...draft, tags })} error={errorOf(problem, "tags")} />
      {mayReview && (
        <fieldset>
          <legend className="text-sm font-medium">Must read and acknowledge it</legend>
          <RoleChecks roles={draft.addedRoles} fixed={type?.acknowledgementRequired ? type.acknowledgementRoles : []} onChange={(addedRoles) => setDraft({ ...draft, addedRoles })} />
          <p className="text-xs text-quiet">Of those who see it, once a revision is in force.{type?.acknowledgementRequired && " Those its type asks cannot be left out here."}</p>
          {errorOf(problem, "addedAcknowledgementRoles") !== undefined && <p className="mt-1 text-xs text-bad">{errorOf(problem, "addedAcknowledgementRoles")}</p>}
        </fieldset>
      )}
      {typeProblem !== undefined && <ProblemNote problem={typeProblem as Problem} onRetry={() => void refetch()} />}
      {type && <CustomFields key={type.id} type={type} draft={draft} setDraft={setDraft} problem={problem} />}
      <div className="flex flex-wrap justify-end gap-3 pt-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="primary" type="submit" disabled={busy || type?.id !== (draft.typeId ?? undefined)}>
          {busy ? "Saving…" : "Save"}
        </Button>
      </div>
    </form>
  );
}

function Sorting({ draft, setDraft, document, problem }: Pick<DraftFormProps, "draft" | "setDraft" | "document"> & { problem: Problem | null }) {
  const me = useMe();
  const { sites } = useAllSites();
  const { types } = useAllDocumentTypes();
  const { data: known } = useReadDisciplinesQuery(undefined);
  const offered = types?.filter(({ id, status }) => status === "active" || id === document.typeId);
  return (
    <>
      <SelectField label="Type" value={draft.typeId ?? ""} onChange={(event) => setDraft({ ...draft, typeId: event.target.value || null })} error={errorOf(problem, "typeId")}>
        <option value="">None</option>
        {offered?.map(({ id, name, code, status }) => (
          <option key={id} value={id}>
            {name} ({status === "active" ? code : "no longer in use"})
          </option>
        ))}
        {draft.typeId !== null && types === undefined && <option value={draft.typeId}>…</option>}
      </SelectField>
      <SelectField label="Discipline" value={draft.discipline ?? ""} onChange={(event) => setDraft({ ...draft, discipline: event.target.value || null })} error={errorOf(problem, "discipline")}>
        <option value="">None</option>
        {known?.disciplines.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} ({code})
          </option>
        ))}
        {draft.discipline !== null && !known?.disciplines.some(({ code }) => code === draft.discipline) && <option value={draft.discipline}>{draft.discipline}</option>}
      </SelectField>
      <SelectField label="Site" value={draft.siteId ?? ""} onChange={(event) => setDraft({ ...draft, siteId: event.target.value || null })} error={errorOf(problem, "siteId")} hint="Who is limited to some sites sees only what belongs to them, and what belongs to none.">
        {(draft.siteId === null || me?.siteIds === null) && <option value="">None: for everybody</option>}
        {sites?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {draft.siteId !== null && sites === undefined && <option value={draft.siteId}>…</option>}
      </SelectField>
    </>
  );
}
