import { useState } from "react";

import { asProblem, sentenceOf } from "@/api/problem";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { useToast } from "@/components/Toasts";

import type { Place } from "../types";
import { useAcknowledgeMutation } from "./requests";

/** Puts on record that somebody has read a revision. */
export function AcknowledgeButton({ place, title }: { place: Place; title: string }) {
  const [acknowledge, { isLoading }] = useAcknowledgeMutation();
  const [asking, setAsking] = useState(false);
  const say = useToast();
  const run = async () => {
    try {
      await acknowledge(place).unwrap();
      say(`It is on record that you have read revision ${place.number}.`);
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return (
    <>
      <Button look="primary" disabled={isLoading} onClick={() => setAsking(true)}>
        I have read it
      </Button>
      {asking && (
        <ConfirmDialog title={`You have read revision ${place.number}?`} confirmLabel="I have read it" look="primary" onConfirm={() => void run()} onClose={() => setAsking(false)}>
          <p className="wrap-anywhere">It goes on record that you have read “{title}” in revision {place.number}. That is never taken back.</p>
        </ConfirmDialog>
      )}
    </>
  );
}
