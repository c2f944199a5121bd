import type { ReactNode } from "react";
import { Link } from "react-router";

interface Props {
  readonly to: string;
  readonly look?: "primary" | "plain";
  readonly children: ReactNode;
}

/** A way to another page that looks like a button. */
export function LinkButton({ to, look = "primary", children }: Props) {
  const colours = look === "primary" ? "bg-brand text-on-brand shadow-sm hover:opacity-90" : "border border-line bg-surface text-ink hover:bg-raised";
  return (
    <Link to={to} className={`inline-flex min-h-10 items-center justify-center gap-2 rounded-lg px-4 text-sm font-medium transition-colors ${colours}`}>
      {children}
    </Link>
  );
}
