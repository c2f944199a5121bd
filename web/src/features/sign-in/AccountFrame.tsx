import { useEffect, useRef, type ReactNode } from "react";

import { Logo } from "@/components/icons";
import { useTitle } from "@/components/useTitle";

/** The narrow page of somebody who is not signed in yet. */
export function AccountFrame({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  useTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  // Each step takes the place of the one before: who listens or uses the keyboard goes on from its title.
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <main className="flex min-h-dvh items-center justify-center p-4">
      <div className="w-full max-w-sm">
        <div className="mb-8 flex flex-col items-center gap-3 text-center">
          <Logo className="size-12" />
          <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none font-semibold tracking-tight">{title}</h1>
          <p className="text-sm text-quiet">{lead}</p>
        </div>
        <div className="rounded-2xl border border-line bg-surface p-6 shadow-sm">{children}</div>
      </div>
    </main>
  );
}

export function Alert({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="mb-4 rounded-lg bg-bad-soft p-3 text-sm text-bad">
      {children}
    </p>
  );
}
