import { useId, type ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** One subject of a page with several. */
export function Section({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-2xl border border-line bg-surface p-4 shadow-sm sm:p-6">
      <h2 id={id} className="text-lg font-semibold tracking-tight">
        {title}
      </h2>
      {lead !== undefined && <p className="mt-1 max-w-prose text-sm text-quiet">{lead}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
