import type { ReactNode } from "react";

/** In the place of a page that cannot be shown. */
export function Frame({ children, busy = false }: { children: ReactNode; busy?: boolean }) {
  return (
    <div aria-busy={busy} className={`flex min-h-72 flex-col items-center justify-center gap-3 rounded-xl border border-dashed border-line bg-raised p-6 text-center text-sm text-quiet ${busy ? "animate-pulse" : ""}`}>
      {children}
    </div>
  );
}
