import { useState } from "react";

import type { DocumentType } from "@/api/types";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { FormProblem } from "@/components/FormProblem";
import { useAttempt } from "@/components/useAttempt";

import { useRetireDocumentTypeMutation, useReviveDocumentTypeMutation } from "./requests";

/** Takes a type out of use, or back into it. */
export function Retirement({ type, onDone }: { type: DocumentType; onDone: (type: DocumentType) => void }) {
  const [retire] = useRetireDocumentTypeMutation();
  const [revive] = useReviveDocumentTypeMutation();
  const [asking, setAsking] = useState(false);
  const attempt = useAttempt();
  const retired = type.status === "retired";
  const go = () => void attempt.run(async () => onDone(await (retired ? revive(type.id) : retire(type.id)).unwrap()));
  return (
    <div className="space-y-3">
      <FormProblem problem={attempt.problem} fields={[]} />
      <p className="max-w-prose text-sm text-quiet">{retired ? "New documents may be of this type again." : "No new documents of this type; those there are stay as they are. Its code stays taken, and it can be taken back into use."}</p>
      <Button look={retired ? "plain" : "warning"} className={retired ? "" : "border border-line"} disabled={attempt.busy} onClick={retired ? go : () => setAsking(true)}>
        {retired ? "Take it back into use" : "Retire…"}
      </Button>
      {asking && (
        <ConfirmDialog title={`Retire ${type.name}?`} confirmLabel="Retire" onConfirm={go} onClose={() => setAsking(false)}>
          <p>From now on no document is made of this type. Nothing happens to those there are.</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
