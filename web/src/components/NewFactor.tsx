import type { SubmitEvent } from "react";

import type { NewSecret } from "@/api/types";

import { Button } from "./Button";
import { CodeField, digitsOf } from "./CodeField";
import { CopyButton } from "./CopyButton";
import { errorOf, textsOf } from "./Field";
import { FormProblem } from "./FormProblem";
import type { Attempt } from "./useAttempt";

interface Props {
  readonly secret: NewSecret;
  readonly attempt: Attempt;
  readonly onConfirm: (code: string) => void;
}

/** As a picture of its own: whatever stands in the drawing can run nothing and load nothing. */
function pictureOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, "$1 ");
}

/** The secret of a second factor, to be photographed or typed, and the code that proves it arrived. */
export function NewFactor({ secret, attempt, onConfirm }: Props) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onConfirm(digitsOf(textsOf(event.currentTarget).code ?? ""));
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <p className="text-sm text-quiet">Take a picture of this with an authenticator app, or type the secret into it.</p>
      <img src={pictureOf(secret.qrCode)} alt="QR code of the secret" className="mx-auto size-48 rounded-lg border border-line bg-white" />
      <div className="rounded-lg bg-raised p-3 text-center">
        <code aria-label="Secret" className="font-mono text-sm break-words">
          {inGroups(secret.secret)}
        </code>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <CopyButton text={secret.secret} label="Copy the secret" />
        <a href={secret.uri} className="inline-flex min-h-10 items-center rounded-lg px-3 text-sm font-medium text-brand hover:underline">
          Open in an app
        </a>
      </div>
      <FormProblem problem={attempt.problem} fields={["code"]} />
      <CodeField error={errorOf(attempt.problem, "code")} />
      <Button look="primary" type="submit" disabled={attempt.busy} className="h-11 w-full">
        {attempt.busy ? "Confirming…" : "Confirm"}
      </Button>
    </form>
  );
}
