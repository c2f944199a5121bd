import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

const KEY = "petroconnect.theme";
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();
let chosen: Theme = stored();

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system";
  }
}

function show(): void {
  document.documentElement.dataset.theme = chosen === "system" ? (dark.matches ? "dark" : "light") : chosen;
}

/** Shows the remembered choice, and follows the computer while that is the choice. Called once, before anything is drawn. */
export function startTheme(): void {
  show();
  dark.addEventListener("change", show);
}

function choose(theme: Theme): void {
  chosen = theme;
  show();
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A forbidden storage only costs the memory.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The person's choice, remembered by this browser. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, () => chosen), choose];
}
