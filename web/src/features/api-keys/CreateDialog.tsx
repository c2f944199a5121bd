import { useState, type SubmitEvent } from "react";

import type { NewApiKey } from "@/api/types";
import { Button } from "@/components/Button";
import { CheckField } from "@/components/CheckField";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, SelectField, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { SiteScopeField, type SiteScope } from "@/components/SiteScopeField";
import { useAttempt } from "@/components/useAttempt";
import { useMe } from "@/session/session";

import { useCreateApiKeyMutation } from "./requests";
import { grantable, LIVES, wordOf } from "./words";

const HOUR_MS = 3_600_000;
const DEFAULT_DAYS = 90;

/** An hour less, so that a year stays one where the clock of this computer is ahead. */
function momentIn(days: number): string {
  return new Date(Date.now() + (days * 24 - 1) * HOUR_MS).toISOString();
}

export function CreateDialog({ onCreated, onClose }: { onCreated: (key: NewApiKey) => void; onClose: () => void }) {
  const me = useMe();
  const [create] = useCreateApiKeyMutation();
  const attempt = useAttempt();
  const [scope, setScope] = useState<SiteScope>(me?.siteIds ?? null);
  const offered = grantable(me?.permissions ?? []);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name = "", days = "" } = textsOf(event.currentTarget);
    const given = new FormData(event.currentTarget);
    const permissions = offered.filter((permission) => given.has(permission));
    void attempt.run(async () => onCreated(await create({ name: name.trim(), permissions, siteIds: scope, expiresAt: momentIn(Number(days)) }).unwrap()));
  };
  const missing = errorOf(attempt.problem, "permissions");
  return (
    <Dialog title="Create an API key" onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        <FormProblem problem={attempt.problem} fields={["name", "permissions", "siteIds", "expiresAt"]} />
        <Field label="Name" name="name" required maxLength={120} autoComplete="off" hint="The machine or program that uses it" error={errorOf(attempt.problem, "name")} />
        <fieldset>
          <legend className="text-sm font-medium">It may</legend>
          <div className="mt-1 grid sm:grid-cols-2">
            {offered.map((permission) => (
              <CheckField key={permission} label={wordOf(permission)} name={permission} />
            ))}
          </div>
          {missing !== undefined && <p className="mt-1 text-xs text-bad">Choose at least one thing it may do.</p>}
        </fieldset>
        <SiteScopeField value={scope} onChange={setScope} error={errorOf(attempt.problem, "siteIds")} />
        <SelectField label="It works for" name="days" defaultValue={DEFAULT_DAYS} error={errorOf(attempt.problem, "expiresAt")}>
          {LIVES.map(([days, word]) => (
            <option key={days} value={days}>
              {word}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy}>
            {attempt.busy ? "Creating…" : "Create"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
