import type { SubmitEvent } from "react";

import { useSiteNames } from "@/api/sites";
import type { ApiKey } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { useAttempt } from "@/components/useAttempt";
import { formatMoment } from "@/format/format";

import { useRenameApiKeyMutation } from "./requests";
import { wordOf } from "./words";

interface Props {
  readonly apiKey: ApiKey;
  readonly mayWrite: boolean;
  readonly onClose: () => void;
  readonly onReload: () => void;
  readonly onRotate: () => void;
  readonly onRevoke: () => void;
}

/** One key: what it may do, which never changes, and its name, which may. */
export function KeyDialog({ apiKey, mayWrite, onClose, onReload, onRotate, onRevoke }: Props) {
  const [rename] = useRenameApiKeyMutation();
  const attempt = useAttempt();
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = (textsOf(event.currentTarget).name ?? "").trim();
    if (await attempt.run(() => rename({ id: apiKey.id, etag: apiKey.etag, name }).unwrap())) onClose();
  };
  return (
    <Dialog title={apiKey.name} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-4">
        <FormProblem problem={attempt.problem} fields={["name"]} onReload={onReload} />
        <Facts apiKey={apiKey} />
        {mayWrite && (
          <>
            <Field label="Name" name="name" required maxLength={120} autoComplete="off" defaultValue={apiKey.name} error={errorOf(attempt.problem, "name")} />
            {apiKey.state === "active" && (
              <div className="flex flex-wrap gap-2 border-t border-line pt-4">
                {apiKey.entra === null && <Button onClick={onRotate}>New secret…</Button>}
                <Button look="warning" onClick={onRevoke}>
                  Revoke…
                </Button>
              </div>
            )}
            <div className="flex flex-wrap justify-end gap-3">
              <Button onClick={onClose}>Cancel</Button>
              <Button look="primary" type="submit" disabled={attempt.busy}>
                Save
              </Button>
            </div>
          </>
        )}
      </form>
    </Dialog>
  );
}

function Facts({ apiKey }: { apiKey: ApiKey }) {
  const siteName = useSiteNames(apiKey.siteIds !== null);
  const now = new Date();
  const moment = (iso: string | null, none: string) => (iso === null ? none : formatMoment(iso, now));
  const rows: readonly (readonly [string, string] | null)[] = [
    ["It may", apiKey.permissions.map(wordOf).join(", ")],
    ["Sites", apiKey.siteIds === null ? "All sites" : apiKey.siteIds.map(siteName).join(", ") || "None"],
    ["Works until", formatMoment(apiKey.expiresAt, now)],
    ["Last used", moment(apiKey.lastUsedAt, "Never")],
    apiKey.formerSecretUntil === null ? null : ["Former secret until", formatMoment(apiKey.formerSecretUntil, now)],
    apiKey.revokedAt === null ? null : ["Revoked", formatMoment(apiKey.revokedAt, now)],
    apiKey.entra === null ? null : ["Microsoft application", apiKey.entra.objectId],
  ];
  return (
    <dl className="grid gap-x-4 gap-y-0.5 rounded-lg bg-raised p-3 text-sm sm:grid-cols-[9rem_1fr]">
      {rows.map(
        (row) =>
          row && (
            <div key={row[0]} className="contents">
              <dt className="text-quiet">{row[0]}</dt>
              <dd className="mb-1 break-words sm:mb-0">{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
