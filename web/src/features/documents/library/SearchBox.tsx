import { useEffect, useRef } from "react";

import { SearchIcon } from "@/components/icons";

import { useTyped } from "./useTyped";
import { MOST_SEARCHED } from "./view";

interface Props {
  readonly value: string;
  readonly trashed: boolean;
  readonly onSearch: (words: string) => void;
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}

/** Words to look for; `/` leads here from anywhere on the page. */
export function SearchBox({ value, trashed, onSearch }: Props) {
  const [typed, type] = useTyped(value, onSearch);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <form
      role="search"
      className="relative min-w-48 flex-1"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <SearchIcon className="pointer-events-none absolute top-2.5 left-3 size-5 text-quiet" />
      <input
        ref={input}
        type="search"
        aria-label={trashed ? "Search the trash" : "Search documents"}
        aria-keyshortcuts="/"
        placeholder={trashed ? "Search the trash" : "Search words, numbers, page text"}
        title={'All words occur; "words in a row"; -word that does not occur'}
        maxLength={MOST_SEARCHED}
        autoComplete="off"
        enterKeyHint="search"
        value={typed}
        onChange={(event) => type(event.target.value)}
        className="h-10 w-full rounded-lg border border-line bg-surface pr-3 pl-10 text-base text-ink placeholder:text-quiet/70 sm:text-sm"
      />
    </form>
  );
}
