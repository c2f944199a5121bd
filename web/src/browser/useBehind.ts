import { useEffect, useState } from "react";

import { asProblem, type Problem } from "@/api/problem";

/** What is behind a link for people without an account, read when its page opens. `setProblem` is for what ends it later. */
export function useBehind<T>(read: (signal: AbortSignal) => Promise<T>) {
  const [found, setFound] = useState<T | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const gone = new AbortController();
    const unlessGone = (tell: () => void) => {
      if (!gone.signal.aborted) tell();
    };
    void read(gone.signal).then(
      (answer) => unlessGone(() => setFound(answer)),
      (error: unknown) => unlessGone(() => setProblem(asProblem(error))),
    );
    return () => gone.abort();
  }, [read, tries]);
  const again = () => {
    setProblem(null);
    setTries(tries + 1);
  };
  return { found, problem, setProblem, again };
}
