import { useState, type SubmitEvent } from "react";

import type { Role } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { SiteScopeField, type SiteScope } from "@/components/SiteScopeField";
import { useAttempt } from "@/components/useAttempt";
import { useMe } from "@/session/session";

import { useInviteUserMutation } from "./requests";
import { RoleField } from "./RoleField";

interface Props {
  readonly onClose: () => void;
  readonly onInvited: (email: string) => void;
}

export function InviteDialog({ onClose, onInvited }: Props) {
  const me = useMe();
  const [invite] = useInviteUserMutation();
  const [role, setRole] = useState<Role>("operator");
  const [scope, setScope] = useState<SiteScope>(me?.siteIds ?? null);
  const attempt = useAttempt();
  const { problem, busy } = attempt;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { email = "", name = "" } = textsOf(event.currentTarget);
    void attempt.run(async () => {
      const user = await invite({ email: email.trim(), name: name.trim(), role, siteIds: scope }).unwrap();
      onInvited(user.email);
      onClose();
    });
  };
  const taken = problem?.code === "email_taken" ? "Somebody has this address already." : undefined;
  return (
    <Dialog title="Invite somebody" onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        <FormProblem problem={taken === undefined ? problem : null} fields={["name", "email", "role", "siteIds"]} />
        <Field label="Name" name="name" required maxLength={120} autoComplete="off" error={errorOf(problem, "name")} />
        <Field label="E-mail" name="email" type="email" required maxLength={254} autoComplete="off" error={taken ?? errorOf(problem, "email")} hint="The invitation goes here. The link in it works once, for 7 days." />
        <RoleField value={role} onChange={setRole} />
        <SiteScopeField value={scope} onChange={setScope} error={errorOf(problem, "siteIds")} />
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {busy ? "Inviting…" : "Send the invitation"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
