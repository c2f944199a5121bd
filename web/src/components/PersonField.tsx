import { useDeferredValue, useId, useState, type KeyboardEvent } from "react";

import { useFindPeopleQuery } from "@/api/people";
import type { User } from "@/api/types";

interface Props {
  readonly label: string;
  /** Called with whom somebody chose; the field is empty again then. */
  readonly onChoose: (person: User) => void;
  /** Those that may be chosen, of the people found. */
  readonly fits?: (person: User) => boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** Finds somebody active in the organisation by name or address. */
export function PersonField({ label, onChoose, fits = () => true, hint, error }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const search = useDeferredValue(typed.trim());
  const { currentData, isFetching } = useFindPeopleQuery(search, { skip: !open });
  const found = currentData?.filter(fits) ?? [];
  const at = Math.min(marked, found.length - 1);
  const choose = (person: User | undefined) => {
    if (person === undefined) return;
    onChoose(person);
    setTyped("");
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      setOpen(true);
      setMarked(Math.max(0, Math.min(found.length - 1, at + (event.key === "ArrowDown" ? 1 : -1))));
    } else if (event.key === "Enter" && open) choose(found[at]);
    else if (event.key === "Escape" && open) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && found[at] !== undefined ? `${id}-${found[at].id}` : undefined}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-notes`}
        autoComplete="off"
        maxLength={100}
        placeholder="Name or address"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className="mt-1 block h-11 w-full rounded-lg border border-line bg-surface px-3 text-base aria-invalid:border-bad"
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} hidden={!open} className="mt-1 max-h-52 overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-sm">
        {found.map((person, index) => (
          // The field keeps the focus and hears the keys; a pointer chooses before the field loses it.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={person.id}
            id={`${id}-${person.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(person)}
            className={`cursor-pointer rounded-md px-2 py-1.5 text-sm ${index === at ? "bg-brand-soft" : "hover:bg-raised"}`}
          >
            <span className="block truncate font-medium">{person.name}</span>
            <span className="block truncate text-xs text-quiet">{person.email}</span>
          </div>
        ))}
        {found.length === 0 && <p className="px-2 py-1.5 text-sm text-quiet">{isFetching ? "Looking…" : "Nobody fits."}</p>}
      </div>
      <span id={`${id}-notes`} className={`mt-1 block text-xs ${error === undefined ? "text-quiet" : "text-bad"}`}>
        {error ?? hint}
      </span>
    </div>
  );
}
