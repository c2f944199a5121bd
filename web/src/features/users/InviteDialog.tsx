import { useState, type SubmitEvent } from "react";

import { asProblem, type Problem } from "@/api/problem";
import type { Role } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, textsOf } from "@/components/Field";
import { ProblemNote } from "@/components/ProblemNote";

import { useInviteUserMutation } from "./requests";
import { RoleField } from "./RoleField";

interface Props {
  readonly onClose: () => void;
  readonly onInvited: (email: string) => void;
}

export function InviteDialog({ onClose, onInvited }: Props) {
  const [invite, { isLoading }] = useInviteUserMutation();
  const [role, setRole] = useState<Role>("operator");
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { email = "", name = "" } = textsOf(event.currentTarget);
    try {
      const user = await invite({ email: email.trim(), name: name.trim(), role, siteIds: null }).unwrap();
      onInvited(user.email);
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <Dialog title="Invite somebody" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-4">
        {problem !== null && problem.errors.length === 0 && <ProblemNote problem={problem} />}
        <Field label="Name" name="name" required maxLength={120} autoComplete="off" error={errorOf(problem, "name")} />
        <Field label="E-mail" name="email" type="email" required maxLength={254} autoComplete="off" error={errorOf(problem, "email")} hint="The invitation goes here. The link in it works once, for 7 days." />
        <RoleField value={role} onChange={setRole} />
        <div className="flex justify-end gap-3 pt-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={isLoading}>
            {isLoading ? "Inviting…" : "Send the invitation"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
