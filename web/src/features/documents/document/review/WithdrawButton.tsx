import { useState } from "react";

import { asProblem, sentenceOf } from "@/api/problem";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { useToast } from "@/components/Toasts";

import { useWithdrawReviewMutation } from "../requests";
import type { Place } from "../types";

export function WithdrawButton({ place }: { place: Place }) {
  const [withdraw] = useWithdrawReviewMutation();
  const [asking, setAsking] = useState(false);
  const say = useToast();
  const run = async () => {
    try {
      await withdraw(place).unwrap();
      say("The review is withdrawn. Another may begin.");
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return (
    <div className="mt-4 flex justify-end border-t border-line pt-4">
      <Button look="warning" onClick={() => setAsking(true)}>
        Withdraw the review…
      </Button>
      {asking && (
        <ConfirmDialog title="Withdraw the review?" confirmLabel="Withdraw" onConfirm={() => void run()} onClose={() => setAsking(false)}>
          <p>It ends without a result, and nobody is asked any longer. Revision {place.number} is a draft again, and another review of it may begin with the same or other reviewers.</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
