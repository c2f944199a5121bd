import { useState, type SubmitEvent } from "react";

import { asProblem, sentenceOf } from "@/api/problem";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { SelectField, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { Section } from "@/components/Section";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";
import { useMay } from "@/session/session";

import type { Keeping, OneDocument } from "../types";
import { useLetGoMutation, useListOpenHoldsQuery, usePutUnderHoldMutation } from "./requests";

interface Props {
  readonly document: OneDocument;
  readonly keeping: Keeping;
}

/** The cases that hold the document, for those who may read cases. */
export function Holds({ document, keeping }: Props) {
  const mayRead = useMay("holds:read");
  const mayWrite = useMay("holds:write");
  const [leaving, setLeaving] = useState<Keeping["holds"][number] | null>(null);
  const [letGo] = useLetGoMutation();
  const say = useToast();
  if (!mayRead) return null;
  const release = async (holdId: string, name: string) => {
    try {
      await letGo({ holdId, id: document.id }).unwrap();
      say(`“${name}” holds it no longer.`);
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return (
    <Section title="Legal holds" lead="A case keeps its documents, whatever becomes of them otherwise. A document can be in several.">
      {keeping.holds.length === 0 ? (
        <p className="text-sm text-quiet">No case holds this document.</p>
      ) : (
        <ul aria-label="Cases that hold it" className="divide-y divide-line rounded-xl border border-line">
          {keeping.holds.map((hold) => (
            <li key={hold.id} className="flex items-center gap-3 px-3 py-2 text-sm">
              <span className="min-w-0 flex-1 font-medium wrap-anywhere">{hold.name}</span>
              {mayWrite && (
                <Button look="warning" aria-label={`Release from ${hold.name}`} onClick={() => setLeaving(hold)}>
                  Release…
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && <HoldForm document={document} keeping={keeping} />}
      {leaving && (
        <ConfirmDialog title={`Release from “${leaving.name}”?`} confirmLabel="Release" onConfirm={() => void release(leaving.id, leaving.name)} onClose={() => setLeaving(null)}>
          <p>This case does not keep the document any longer. {keeping.heldBy > 1 ? "The other cases go on holding it." : "Policies and people may delete it again."}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}

function HoldForm({ document, keeping }: Props) {
  const { data } = useListOpenHoldsQuery(undefined);
  const [hold] = usePutUnderHoldMutation();
  const { problem, busy, run } = useAttempt();
  const say = useToast();
  const open = data?.filter(({ id }) => !keeping.holds.some((held) => held.id === id)) ?? [];
  if (open.length === 0) return data === undefined ? null : <p className="mt-4 text-sm text-quiet">No other case is open. Cases are opened in the settings.</p>;
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { holdId = "" } = textsOf(event.currentTarget);
    if (await run(() => hold({ holdId, id: document.id }).unwrap())) say("From now on nobody deletes it for good.");
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-4 space-y-3">
      <FormProblem problem={problem} fields={[]} />
      <SelectField label="Put under hold by" name="holdId" required>
        {open.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Button type="submit" disabled={busy}>
        Put under hold
      </Button>
    </form>
  );
}
