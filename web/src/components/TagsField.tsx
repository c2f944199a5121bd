import { useId, useState, type KeyboardEvent } from "react";

import { CloseIcon } from "./icons";

interface Props {
  readonly label: string;
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  readonly error?: string | undefined;
}

const LONGEST = 50;
const MOST = 50;

/** As the API keeps them: small letters, single blanks. */
export function tidyTag(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

/** Words somebody sorts by; Enter or a comma adds one, Backspace in the empty field takes the last away. */
export function TagsField({ label, tags, onChange, error }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const add = () => {
    const tag = tidyTag(typed);
    setTyped("");
    if (tag !== "" && !tags.includes(tag) && tags.length < MOST) onChange([...tags, tag]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "," || (event.key === "Enter" && typed.trim() !== "")) {
      event.preventDefault();
      add();
    } else if (event.key === "Backspace" && typed === "" && tags.length > 0) onChange(tags.slice(0, -1));
  };
  return (
    <div>
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <div className="mt-1 flex min-h-11 flex-wrap items-center gap-1.5 rounded-lg border border-line bg-surface p-1.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-brand">
        {tags.map((tag) => (
          <span key={tag} className="inline-flex max-w-full items-center rounded-full bg-raised py-0.5 pr-0.5 pl-2.5 text-sm">
            <span className="truncate">{tag}</span>
            <button type="button" aria-label={`Remove ${tag}`} className="ml-0.5 rounded-full p-1.5 text-quiet hover:text-ink" onClick={() => onChange(tags.filter((other) => other !== tag))}>
              <CloseIcon className="size-3.5" />
            </button>
          </span>
        ))}
        <input
          id={id}
          value={typed}
          maxLength={LONGEST}
          autoComplete="off"
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-notes`}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
          className="h-8 min-w-24 flex-1 bg-transparent px-1.5 text-base outline-none"
        />
      </div>
      <span id={`${id}-notes`} className={`mt-1 block text-xs ${error === undefined ? "text-quiet" : "text-bad"}`}>
        {error ?? "Enter or a comma adds one."}
      </span>
    </div>
  );
}
