import { useState, type SubmitEvent } from "react";

import type { User, UserChange } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { SiteScopeField, type SiteScope } from "@/components/SiteScopeField";
import { useAttempt } from "@/components/useAttempt";

import { useChangeUserMutation } from "./requests";
import { RoleField } from "./RoleField";

/** Steps beside the form that ask first, or answer with a message. */
export type Step = "delete" | "sign-out" | "second-factor" | "invite-again";

interface Props {
  readonly user: User;
  readonly onClose: () => void;
  readonly onReload: () => void;
  readonly onStep: (step: Step) => void;
}

export function EditDialog({ user, onClose, onReload, onStep }: Props) {
  const [change] = useChangeUserMutation();
  const [role, setRole] = useState(user.role);
  const [scope, setScope] = useState<SiteScope>(user.siteIds);
  const { problem, busy, run } = useAttempt();
  const attempt = async (wanted: UserChange) => {
    if (await run(() => change({ id: user.id, etag: user.etag, change: wanted }).unwrap())) onClose();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name = "" } = textsOf(event.currentTarget);
    void attempt({ name: name.trim(), role, siteIds: scope });
  };
  const isOut = user.status === "deactivated";
  return (
    <Dialog title={user.name} onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        <FormProblem problem={problem} fields={["name", "role", "siteIds"]} onReload={onReload} />
        <p className="text-sm break-all text-quiet">{user.email}</p>
        <Field label="Name" name="name" required maxLength={120} defaultValue={user.name} error={errorOf(problem, "name")} />
        <RoleField value={role} onChange={setRole} />
        <SiteScopeField value={scope} onChange={setScope} error={errorOf(problem, "siteIds")} />
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          {user.status === "invited" && <Button onClick={() => onStep("invite-again")}>Send the invitation again</Button>}
          {user.status === "active" && (
            <>
              <Button onClick={() => onStep("sign-out")}>End all sessions…</Button>
              <Button onClick={() => onStep("second-factor")}>Reset second factor…</Button>
            </>
          )}
          <Button disabled={busy} onClick={() => void attempt({ status: isOut ? "active" : "deactivated" })}>
            {isOut ? "Let in again" : "Deactivate"}
          </Button>
          <Button look="warning" onClick={() => onStep("delete")}>
            Delete…
          </Button>
        </div>
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={busy}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
