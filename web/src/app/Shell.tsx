import { useEffect, useRef, type ReactNode } from "react";
import { Link, NavLink, useLocation } from "react-router";

import type { Me, Permission } from "@/api/types";
import { asProblem } from "@/api/problem";
import { Button } from "@/components/Button";
import { DocumentIcon, Logo, PeopleIcon, ReportIcon, SettingsIcon, TrashIcon } from "@/components/icons";
import { useToast } from "@/components/Toasts";
import { useTitle } from "@/components/useTitle";
import { useSessionKeeper } from "@/session/session";

import { groupsFor } from "./settings";
import { useTheme, type Theme } from "./theme";
import { titleOf } from "./titles";

const may = (needs: Permission) => (user: Me) => user.permissions.includes(needs);

/** `also` are other pages that belong to it. */
interface MainLink {
  readonly to: string;
  readonly label: string;
  readonly Icon: typeof DocumentIcon;
  readonly isFor: (user: Me) => boolean;
  readonly also?: readonly string[];
}

const LINKS: readonly MainLink[] = [
  { to: "/documents", label: "Documents", Icon: DocumentIcon, isFor: may("documents:read"), also: ["/bulk"] },
  { to: "/reports", label: "Reports", Icon: ReportIcon, isFor: may("reports:read"), also: ["/due-reports", "/figures", "/months", "/wells", "/exports"] },
  { to: "/trash", label: "Trash", Icon: TrashIcon, isFor: may("documents:read") },
  { to: "/users", label: "People", Icon: PeopleIcon, isFor: may("users:read") },
  { to: "/settings", label: "Settings", Icon: SettingsIcon, isFor: (user) => groupsFor(user).length > 0 },
];

const THEMES: readonly (readonly [Theme, string])[] = [
  ["system", "System"],
  ["light", "Light"],
  ["dark", "Dark"],
];

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? "") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "")).toUpperCase();
}

/** A menu of the browser's own kind, which also closes when something else is looked at. */
function useClosingMenu() {
  const menu = useRef<HTMLDetailsElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    menu.current?.removeAttribute("open");
  }, [pathname]);
  useEffect(() => {
    const onPointer = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && menu.current?.contains(target))) menu.current?.removeAttribute("open");
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !menu.current?.open) return;
      menu.current.removeAttribute("open");
      menu.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return menu;
}

function UserMenu({ user }: { user: Me }) {
  const keeper = useSessionKeeper();
  const say = useToast();
  const [theme, setTheme] = useTheme();
  const menu = useClosingMenu();
  const leave = async () => {
    const problem = await keeper.signOut();
    if (problem !== null) say(`You are still signed in: ${asProblem(problem).title}`);
  };
  return (
    <details ref={menu} className="group relative">
      <summary className="flex cursor-pointer list-none items-center gap-3 rounded-lg p-1.5 hover:bg-raised [&::-webkit-details-marker]:hidden">
        <span aria-hidden="true" className="flex size-9 items-center justify-center rounded-full bg-brand text-sm font-semibold text-on-brand">
          {initialsOf(user.name)}
        </span>
        <span className="hidden text-left leading-tight lg:block">
          <span className="block text-sm font-medium">{user.name}</span>
          <span className="block text-xs text-quiet">{user.organisation.name}</span>
        </span>
        <span className="sr-only">Account</span>
      </summary>
      <div className="absolute right-0 z-30 mt-2 w-64 rounded-xl border border-line bg-surface p-4 shadow-xl">
        <p className="font-medium">{user.name}</p>
        <p className="truncate text-sm text-quiet">{user.email}</p>
        <p className="mt-1 text-sm text-quiet">
          <span className="capitalize">{user.role}</span> · {user.organisation.name}
        </p>
        <fieldset className="mt-4 border-t border-line pt-3">
          <legend className="sr-only">Colours</legend>
          <div className="grid grid-cols-3 gap-1 rounded-lg bg-raised p-1">
            {THEMES.map(([value, label]) => (
              <label
                key={value}
                className="cursor-pointer rounded-md px-2 py-1.5 text-center text-xs text-quiet has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-brand"
              >
                <input type="radio" name="theme" className="sr-only" checked={theme === value} onChange={() => setTheme(value)} />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <Link to="/waiting" className="mt-3 flex min-h-10 w-full items-center justify-center rounded-lg border border-line text-sm font-medium transition-colors hover:bg-raised">
          Waiting for you
        </Link>
        <Link to="/account" className="mt-2 flex min-h-10 w-full items-center justify-center rounded-lg border border-line text-sm font-medium transition-colors hover:bg-raised">
          Your account
        </Link>
        <Button className="mt-2 w-full" onClick={() => void leave()}>
          Sign out
        </Button>
      </div>
    </details>
  );
}

/** The frame around every page of somebody signed in. */
export function Shell({ user, children }: { user: Me; children: ReactNode }) {
  const { pathname } = useLocation();
  useTitle(titleOf(pathname));
  return (
    <div className="min-h-dvh pb-28">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-lg focus:bg-surface focus:p-3">
        Skip to content
      </a>
      <header className="sticky top-0 z-10 border-b border-line bg-surface/95 backdrop-blur">
        <div className="mx-auto flex h-16 max-w-7xl items-center gap-2 px-4 lg:gap-6">
          <NavLink to="/documents" className="flex items-center gap-2.5 rounded-lg font-semibold tracking-tight">
            <Logo />
            <span className="sr-only text-lg sm:not-sr-only">PetroConnect</span>
          </NavLink>
          <nav aria-label="Main" className="mr-auto flex items-center gap-1">
            {LINKS.filter(({ isFor }) => isFor(user)).map(({ to, label, Icon, also }) => (
              <NavLink
                key={to}
                to={to}
                className={({ isActive }) =>
                  `flex min-h-10 items-center gap-2 rounded-lg px-2 text-sm font-medium transition-colors min-[360px]:px-3 ${isActive || also?.some((page) => `${pathname}/`.startsWith(`${page}/`)) ? "bg-brand-soft text-brand" : "text-quiet hover:bg-raised hover:text-ink"}`
                }
              >
                <Icon className="size-5 lg:size-4" />
                <span className="sr-only lg:not-sr-only">{label}</span>
              </NavLink>
            ))}
          </nav>
          <UserMenu user={user} />
        </div>
      </header>
      <main id="content" className="mx-auto max-w-7xl px-4 py-6 sm:py-8">
        {children}
      </main>
    </div>
  );
}
