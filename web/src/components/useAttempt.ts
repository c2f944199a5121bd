import { useState } from "react";

import { asProblem, type Problem } from "@/api/problem";

export interface Attempt {
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Does the work; answers whether it was done. What kept it from being done is `problem` until the next try. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly forget: () => void;
}

/** One thing a form tries to do. */
export function useAttempt(): Attempt {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { problem, busy, run, forget: () => setProblem(null) };
}
