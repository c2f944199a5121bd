import type { Send } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { Challenge } from "@/api/types";
import { Button } from "@/components/Button";

import { AccountFrame } from "./AccountFrame";

/** What every step between a challenge and a session is given. */
export interface StepProps {
  readonly send: Send;
  readonly challenge: Challenge;
  /** Signed in. Without it, being signed in shows by itself. */
  readonly onDone?: (() => void) | undefined;
  readonly onRestart: () => void;
}

/** Whether there is no way on but from the beginning. */
export function isOver(problem: Problem | null): boolean {
  return problem?.code === "challenge_invalid";
}

export function TookTooLong({ onRestart }: { onRestart: () => void }) {
  return (
    <AccountFrame title="This took too long" lead="For your safety, a sign-in that has begun ends after a while.">
      <Button look="primary" className="h-11 w-full" onClick={onRestart}>
        Begin again
      </Button>
    </AccountFrame>
  );
}
