import { useEffect, useState, type SubmitEvent } from "react";

import { call } from "@/api/call";
import type { Send } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { AnswerOf, Session } from "@/api/types";
import { Button } from "@/components/Button";
import { errorOf, Field, PasswordField, textsOf } from "@/components/Field";
import { Skeleton } from "@/components/Skeleton";
import { useSessionKeeper } from "@/session/session";

import { AccountFrame, Alert } from "./AccountFrame";
import { useLinkToken } from "./linkToken";

type Invitation = AnswerOf<"read_invitation">;

export function InvitationPage({ send, onDone }: { send: Send; onDone: () => void }) {
  const token = useLinkToken();
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    void send(call("read_invitation", { body: { token } }), null, gone.signal).then((answer) => {
      if (gone.signal.aborted) return;
      if (answer.ok) setInvitation(answer.body as Invitation);
      else setProblem(answer.problem);
    });
    return () => gone.abort();
  }, [send, token]);

  if (problem !== null) {
    return (
      <AccountFrame title="This invitation does not work" lead={problem.detail ?? problem.title}>
        <p className="text-sm text-quiet">A link works once and for 7 days. Ask the person who invited you to send another one.</p>
        <Button className="mt-6 w-full" onClick={onDone}>
          Go to sign-in
        </Button>
      </AccountFrame>
    );
  }
  if (invitation === null) {
    return (
      <AccountFrame title="PetroConnect" lead="Reading the invitation…">
        <Skeleton label="Reading the invitation" />
      </AccountFrame>
    );
  }
  return <AcceptForm send={send} token={token} invitation={invitation} onDone={onDone} />;
}

function AcceptForm({ send, token, invitation, onDone }: { send: Send; token: string; invitation: Invitation; onDone: () => void }) {
  const keeper = useSessionKeeper();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name = "", password = "" } = textsOf(event.currentTarget);
    setBusy(true);
    const answer = await send(call("accept_invitation", { body: { token, name: name.trim(), password } }), null);
    if (answer.ok) {
      keeper.enter(answer.body as Session);
      onDone();
      return;
    }
    setProblem(answer.problem);
    setBusy(false);
  };
  return (
    <AccountFrame title={`Welcome to ${invitation.organisationName}`} lead={invitation.email}>
      <form onSubmit={(event) => void submit(event)} className="space-y-4">
        {problem !== null && problem.errors.length === 0 && <Alert>{problem.detail ?? problem.title}</Alert>}
        <input type="hidden" name="email" autoComplete="username" value={invitation.email} readOnly />
        <Field label="Your name" name="name" autoComplete="name" required maxLength={120} defaultValue={invitation.name} error={errorOf(problem, "name")} />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="new-password"
          required
          minLength={12}
          hint="At least 12 characters. Several unrelated words are good."
          error={errorOf(problem, "password")}
        />
        <Button look="primary" type="submit" disabled={busy} className="h-11 w-full">
          {busy ? "Joining…" : "Join"}
        </Button>
      </form>
    </AccountFrame>
  );
}
