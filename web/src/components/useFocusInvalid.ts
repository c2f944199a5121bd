import { useEffect, type RefObject } from "react";

import type { Problem } from "@/api/problem";

/** Leads to the first field that was refused, once the problem is there. */
export function useFocusInvalid(form: RefObject<HTMLElement | null>, problem: Problem | null): void {
  useEffect(() => {
    if (problem !== null) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form, problem]);
}
