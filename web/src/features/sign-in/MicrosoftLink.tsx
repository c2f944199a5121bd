import { microsoftAddress } from "./requests";

export function Or() {
  return (
    <div className="my-4 flex items-center gap-3 text-xs text-quiet">
      <span className="h-px flex-1 bg-line" />
      or
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}

/** A link and no button: the browser itself goes there, and comes back signed in. */
export function MicrosoftLink({ returnTo }: { returnTo: string }) {
  return (
    <>
      <Or />
      <a
        href={microsoftAddress(returnTo)}
        className="flex h-11 w-full items-center justify-center gap-3 rounded-lg border border-line bg-surface text-sm font-medium text-ink transition-colors hover:bg-raised"
      >
        <MicrosoftLogo />
        Sign in with Microsoft
      </a>
    </>
  );
}

export function MicrosoftLogo() {
  return (
    <svg viewBox="0 0 21 21" aria-hidden="true" className="size-4.5">
      <path fill="#f25022" d="M0 0h10v10H0z" />
      <path fill="#7fba00" d="M11 0h10v10H11z" />
      <path fill="#00a4ef" d="M0 11h10v10H0z" />
      <path fill="#ffb900" d="M11 11h10v10H11z" />
    </svg>
  );
}
