import { Link } from "react-router";

/** The way back to the list that a page belongs to. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="mb-3 inline-flex min-h-9 items-center gap-1 rounded-lg text-sm font-medium text-quiet hover:text-ink">
      <span aria-hidden="true">←</span> {children}
    </Link>
  );
}
