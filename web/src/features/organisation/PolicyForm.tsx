import type { ReactNode, SubmitEvent } from "react";

import type { Problem } from "@/api/problem";
import type { Organisation, OrganisationChange } from "@/api/types";
import { Button } from "@/components/Button";
import { textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";

import { useChangeOrganisationMutation } from "./requests";

export interface FormProps {
  readonly organisation: Organisation;
  readonly onSaved: (organisation: Organisation) => void;
  readonly onReload: () => void;
}

interface Props extends FormProps {
  readonly fields: readonly string[];
  readonly changeOf: (texts: Record<string, string>, form: FormData) => OrganisationChange;
  readonly children: (problem: Problem | null) => ReactNode;
}

/** One part of the organisation, saved by itself. */
export function PolicyForm({ organisation, onSaved, onReload, fields, changeOf, children }: Props) {
  const [change] = useChangeOrganisationMutation();
  const attempt = useAttempt();
  const say = useToast();
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const wanted = changeOf(textsOf(form), new FormData(form));
    const done = await attempt.run(async () => onSaved(await change({ id: organisation.id, etag: organisation.etag, change: wanted }).unwrap()));
    if (done) say("Saved.");
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4">
      <FormProblem problem={attempt.problem} fields={fields} onReload={onReload} />
      {children(attempt.problem)}
      <Button look="primary" type="submit" disabled={attempt.busy}>
        {attempt.busy ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}
