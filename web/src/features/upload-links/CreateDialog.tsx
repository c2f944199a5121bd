import { useState, type SubmitEvent } from "react";

import { useAllDocumentTypes, useReadDisciplinesQuery } from "@/api/documentTypes";
import type { Problem } from "@/api/problem";
import { useAllSites } from "@/api/sites";
import type { NewUploadLink } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, PasswordField, SelectField, TextField, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { TagsField } from "@/components/TagsField";
import { useAttempt } from "@/components/useAttempt";

import { draftOf } from "./draft";
import { useCreateUploadLinkMutation } from "./requests";

const FIELDS = ["note", "message", "expiresAt", "maxFiles", "maxBytes", "password", "siteId", "typeId", "discipline", "tags", "titleRule"];

export function CreateDialog({ onCreated, onClose }: { onCreated: (link: NewUploadLink) => void; onClose: () => void }) {
  const [create] = useCreateUploadLinkMutation();
  const [tags, setTags] = useState<readonly string[]>([]);
  const attempt = useAttempt();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const draft = draftOf(textsOf(event.currentTarget), tags, new Date());
    void attempt.run(async () => onCreated(await create(draft).unwrap()));
  };
  const { problem } = attempt;
  return (
    <Dialog title="Make an upload link" onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        <FormProblem problem={problem} fields={FIELDS} />
        <Field label="Note" name="note" maxLength={300} autoComplete="off" hint="For colleagues: whom the link is for" error={errorOf(problem, "note")} />
        <TextField label="Message" name="message" maxLength={1000} hint="Shown to those who get the link" error={errorOf(problem, "message")} />
        <div className="grid grid-cols-3 gap-3">
          <Field label="Days" name="days" type="number" required min={1} max={365} defaultValue={7} error={errorOf(problem, "expiresAt")} />
          <Field label="Files" name="maxFiles" type="number" required min={1} max={1000} defaultValue={20} error={errorOf(problem, "maxFiles")} />
          <Field label="GB in all" name="maxGigabytes" type="number" required min={0.001} max={10_000} step="any" defaultValue={1} error={errorOf(problem, "maxBytes")} />
        </div>
        <PasswordField label="Password" name="password" autoComplete="new-password" minLength={8} hint="If wanted, or if the organisation asks for one" error={errorOf(problem, "password")} />
        <Place problem={problem} />
        <TagsField label="Tags" tags={tags} onChange={setTags} error={errorOf(problem, "tags")} />
        <Field label="Titles" name="titleRule" maxLength={300} autoComplete="off" defaultValue="{file}" hint="Text with {file}, {number} and {date}" error={errorOf(problem, "titleRule")} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy}>
            {attempt.busy ? "Making…" : "Make the link"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Where files go, and as what. */
function Place({ problem }: { problem: Problem | null }) {
  const { sites } = useAllSites();
  const { types } = useAllDocumentTypes();
  const { data } = useReadDisciplinesQuery(undefined);
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <SelectField label="Site" name="siteId" error={errorOf(problem, "siteId")}>
        <option value="">None</option>
        {sites?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="Type" name="typeId" error={errorOf(problem, "typeId")}>
        <option value="">None</option>
        {types
          ?.filter(({ status }) => status === "active")
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </SelectField>
      <SelectField label="Discipline" name="discipline" error={errorOf(problem, "discipline")}>
        <option value="">None</option>
        {data?.disciplines.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
