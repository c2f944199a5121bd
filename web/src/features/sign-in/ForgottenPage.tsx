import { useState, type SubmitEvent } from "react";
import { Link } from "react-router";

import type { Send } from "@/api/http";
import { sentenceOf } from "@/api/problem";
import { Button } from "@/components/Button";
import { errorOf, Field, textsOf } from "@/components/Field";
import { useAttempt } from "@/components/useAttempt";

import { AccountFrame, Alert } from "./AccountFrame";
import { requestReset } from "./requests";

export function ForgottenPage({ send }: { send: Send }) {
  const attempt = useAttempt();
  const [asked, setAsked] = useState<string | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = (textsOf(event.currentTarget).email ?? "").trim();
    if (await attempt.run(() => requestReset(send, email))) setAsked(email);
  };
  const back = (
    <p className="mt-4 text-center text-sm">
      <Link to="/sign-in" className="inline-block rounded-lg px-2 py-1 text-brand hover:underline">
        Back to sign-in
      </Link>
    </p>
  );
  if (asked !== null) {
    return (
      <AccountFrame title="Look into your mailbox" lead={asked}>
        <p role="status" className="text-sm text-quiet">
          If somebody signs in with this address and a password, a letter with a link is on its way. The link works once, for an hour.
        </p>
        {back}
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title="Forgotten your password?" lead="A link to choose another one comes by e-mail.">
      <form onSubmit={(event) => void submit(event)} className="space-y-4">
        {attempt.problem !== null && attempt.problem.errors.length === 0 && <Alert>{sentenceOf(attempt.problem)}</Alert>}
        <Field label="E-mail" name="email" type="email" autoComplete="username" required maxLength={254} error={errorOf(attempt.problem, "email")} />
        <Button look="primary" type="submit" disabled={attempt.busy} className="h-11 w-full">
          {attempt.busy ? "Sending…" : "Send the link"}
        </Button>
      </form>
      {back}
    </AccountFrame>
  );
}
