import { useEffect, useState } from "react";

import type { Send } from "@/api/http";

import { readMethods, type Method } from "./requests";

/** How one can sign in here; with a password as long as nothing else is known. */
export function useMethods(send: Send): readonly Method[] {
  const [methods, setMethods] = useState<readonly Method[]>(["password"]);
  useEffect(() => {
    const gone = new AbortController();
    readMethods(send, gone.signal)
      .then((answer) => setMethods(answer.methods))
      .catch(() => undefined); // The form stands without it, and says what is wrong once it is sent.
    return () => gone.abort();
  }, [send]);
  return methods;
}
