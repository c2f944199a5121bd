import type { SubmitEvent } from "react";

import type { ApiKey, NewApiKey } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, SelectField, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { useAttempt } from "@/components/useAttempt";

import { useRotateApiKeyMutation } from "./requests";
import { OVERLAPS } from "./words";

const DEFAULT_HOURS = 24;

interface Props {
  readonly apiKey: ApiKey;
  readonly onRotated: (key: NewApiKey) => void;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

/** A new secret, and how long the old one goes on working, so that the machine can be told in between. */
export function RotateDialog({ apiKey, onRotated, onClose, onReload }: Props) {
  const [rotate] = useRotateApiKeyMutation();
  const attempt = useAttempt();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const overlapHours = Number(textsOf(event.currentTarget).overlapHours);
    void attempt.run(async () => onRotated(await rotate({ id: apiKey.id, etag: apiKey.etag, overlapHours }).unwrap()));
  };
  return (
    <Dialog title={`A new secret for ${apiKey.name}`} onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        <FormProblem problem={attempt.problem} fields={["overlapHours"]} onReload={onReload} />
        <SelectField label="The old secret goes on working for" name="overlapHours" defaultValue={DEFAULT_HOURS} error={errorOf(attempt.problem, "overlapHours")}>
          {OVERLAPS.map(([hours, word]) => (
            <option key={hours} value={hours}>
              {word}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy}>
            Make a new secret
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
