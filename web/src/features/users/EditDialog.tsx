import { useState, type SubmitEvent } from "react";

import { asProblem, type Problem } from "@/api/problem";
import type { User, UserChange } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, textsOf } from "@/components/Field";
import { ProblemNote } from "@/components/ProblemNote";

import { useChangeUserMutation } from "./requests";
import { RoleField } from "./RoleField";

interface Props {
  readonly user: User;
  readonly onClose: () => void;
  readonly onDelete: () => void;
  readonly onInviteAgain: () => void;
}

export function EditDialog({ user, onClose, onDelete, onInviteAgain }: Props) {
  const [change, { isLoading }] = useChangeUserMutation();
  const [role, setRole] = useState(user.role);
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = async (wanted: UserChange) => {
    try {
      await change({ id: user.id, etag: user.etag, change: wanted }).unwrap();
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name = "" } = textsOf(event.currentTarget);
    void attempt({ name: name.trim(), role });
  };
  const isOut = user.status === "deactivated";
  return (
    <Dialog title={user.name} onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        {problem !== null && problem.errors.length === 0 && <ProblemNote problem={problem} />}
        <p className="text-sm break-all text-quiet">{user.email}</p>
        <Field label="Name" name="name" required maxLength={120} defaultValue={user.name} error={errorOf(problem, "name")} />
        <RoleField value={role} onChange={setRole} />
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          {user.status === "invited" && <Button onClick={onInviteAgain}>Send the invitation again</Button>}
          <Button disabled={isLoading} onClick={() => void attempt({ status: isOut ? "active" : "deactivated" })}>
            {isOut ? "Let in again" : "Deactivate"}
          </Button>
          <Button look="quiet" className="text-bad hover:text-bad" onClick={onDelete}>
            Delete…
          </Button>
        </div>
        <div className="flex justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={isLoading}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
