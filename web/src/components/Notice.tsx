import type { ReactNode } from "react";

/** Something to know that is no failure. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="rounded-lg bg-brand-soft p-3 text-sm text-brand">
      {children}
    </p>
  );
}
