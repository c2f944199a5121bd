import { useEffect, useId, useRef, useState, type CSSProperties, type KeyboardEvent } from "react";

import { IconButton } from "./Button";
import { MoreIcon } from "./icons";

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  /** For steps that take something away. */
  readonly grave?: boolean;
}

const WIDTH = 240;
const ITEM = 44;
const EDGE = 8;

/** In the window and not in the page, so that no list cuts it off. Upwards where there is no room below. */
function placeBeside(button: HTMLElement, items: number): CSSProperties {
  const { right, bottom, top } = button.getBoundingClientRect();
  const height = items * ITEM + EDGE;
  const left = Math.max(EDGE, Math.min(right, window.innerWidth - EDGE) - WIDTH);
  const above = bottom + height > window.innerHeight && top > height;
  return { left, width: WIDTH, ...(above ? { bottom: window.innerHeight - top + 4 } : { top: bottom + 4 }) };
}

/** Further steps behind a button. Nothing at all where there are none. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const isOpen = place !== null;
  const count = items.length;
  useEffect(() => {
    if (!isOpen) return;
    const stop = new AbortController();
    const close = () => setPlace(null);
    const follow = () => {
      const button = root.current?.querySelector("button");
      if (button) setPlace(placeBeside(button, count));
    };
    root.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus({ preventScroll: true });
    window.addEventListener("scroll", follow, { capture: true, passive: true, signal: stop.signal });
    window.addEventListener("resize", close, { signal: stop.signal });
    window.addEventListener("pointerdown", ({ target }) => !(target instanceof Node && root.current?.contains(target)) && close(), { signal: stop.signal });
    return () => stop.abort();
  }, [isOpen, count]);
  if (count === 0) return null;
  const opener = () => root.current?.querySelector("button");
  const close = () => {
    setPlace(null);
    opener()?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const entries = [...(root.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const next = nextOf(event.key, entries.indexOf(document.activeElement as HTMLElement), entries.length);
    if (event.key === "Escape") close();
    else if (event.key === "Tab") setPlace(null);
    else if (next !== null) entries[next]?.focus();
    else return;
    if (event.key !== "Tab") event.preventDefault();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys belong to the menu inside
    <div ref={root} onKeyDown={onKeyDown}>
      <IconButton
        label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={({ currentTarget }) => setPlace(isOpen ? null : placeBeside(currentTarget, count))}
      >
        <MoreIcon />
      </IconButton>
      {place !== null && (
        <div id={id} role="menu" aria-label={label} style={place} className="fixed z-30 rounded-xl border border-line bg-surface p-1 shadow-xl">
          {items.map(({ label: word, run, grave }) => (
            <button
              key={word}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={`flex min-h-11 w-full items-center rounded-lg px-3 text-left text-sm hover:bg-raised ${grave ? "text-bad" : "text-ink"}`}
              onClick={() => {
                close();
                run();
              }}
            >
              {word}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function nextOf(key: string, now: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return (now + 1) % count;
    case "ArrowUp":
      return (now - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
