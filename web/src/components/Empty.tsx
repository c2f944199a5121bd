import type { ReactNode } from "react";

/** In the place of a list with nothing in it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-2xl border border-dashed border-line bg-surface px-6 py-12 text-center">
      <p className="text-lg font-medium">{title}</p>
      {children !== undefined && <div className="mx-auto mt-1 max-w-sm text-sm text-quiet">{children}</div>}
    </div>
  );
}
