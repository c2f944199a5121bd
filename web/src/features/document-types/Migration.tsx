import { useState } from "react";
import { useNavigate } from "react-router";

import type { DocumentType } from "@/api/types";
import { Button } from "@/components/Button";
import { CheckField } from "@/components/CheckField";
import { FormProblem } from "@/components/FormProblem";
import { useAttempt } from "@/components/useAttempt";

import { useBeginMigrationMutation } from "./requests";

/** Brings documents of older versions up to the newest: tried first, then carried out where its results are. */
export function Migration({ type }: { type: DocumentType }) {
  const [begin] = useBeginMigrationMutation();
  const [dropRemoved, setDropRemoved] = useState(false);
  const attempt = useAttempt();
  const navigate = useNavigate();
  const go = () =>
    void attempt.run(async () => {
      const operation = await begin({ id: type.id, toVersion: type.version, dropRemoved }).unwrap();
      void navigate(`/bulk/${operation.id}`);
    });
  return (
    <div className="space-y-3">
      <FormProblem problem={attempt.problem} fields={[]} />
      <CheckField label="Give up values of fields that are not there any more" hint="Else a document that has such values stays as it is" checked={dropRemoved} onChange={({ target }) => setDropRemoved(target.checked)} />
      <Button disabled={attempt.busy} onClick={go}>
        {attempt.busy ? "Beginning…" : `Try to bring them up to version ${type.version}`}
      </Button>
    </div>
  );
}
