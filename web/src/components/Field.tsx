import { useId, useState, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from "react";

import type { FieldProblem, Problem } from "@/api/problem";

import { IconButton } from "./Button";
import { EyeIcon } from "./icons";

const BOX = "mt-1 block h-11 w-full rounded-lg border border-line bg-surface px-3 text-base text-ink placeholder:text-quiet/60 aria-invalid:border-bad";

function isPartOf(name: string, field: string): boolean {
  return name === field || name.startsWith(`${field}[`) || name.startsWith(`${field}.`);
}

/** What the API said about fields that the form does not have. */
export function otherErrorsOf(problem: Problem, fields: readonly string[]): readonly FieldProblem[] {
  return problem.errors.filter((found) => !fields.some((field) => isPartOf(found.field, field)));
}

/** What the API said about one field of the form. */
export function errorOf(problem: Problem | null, field: string): string | undefined {
  return problem?.errors.find((found) => isPartOf(found.field, field))?.message;
}

interface Common {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

function Notes({ id, hint, error }: { id: string } & Pick<Common, "hint" | "error">) {
  if (error === undefined && hint === undefined) return null;
  return (
    <span id={id} className={`mt-1 block text-xs ${error === undefined ? "text-quiet" : "text-bad"}`}>
      {error ?? hint}
    </span>
  );
}

export function Field({ label, hint, error, ...input }: Common & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <label className="block text-sm font-medium">
      {label}
      <input className={BOX} aria-invalid={error !== undefined} aria-describedby={`${id}-notes`} {...input} />
      <Notes id={`${id}-notes`} hint={hint} error={error} />
    </label>
  );
}

export function PasswordField({ label, hint, error, ...input }: Common & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const [visible, setVisible] = useState(false);
  return (
    <div>
      <label className="block text-sm font-medium" htmlFor={id}>
        {label}
      </label>
      <div className="relative">
        <input id={id} type={visible ? "text" : "password"} maxLength={128} className={`${BOX} pr-11`} aria-invalid={error !== undefined} aria-describedby={`${id}-notes`} {...input} />
        <IconButton label={visible ? "Hide password" : "Show password"} aria-pressed={visible} onClick={() => setVisible(!visible)} className="absolute top-1 right-1">
          <EyeIcon />
        </IconButton>
      </div>
      <Notes id={`${id}-notes`} hint={hint} error={error} />
    </div>
  );
}

export function SelectField({ label, hint, error, children, ...select }: Common & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <label className="block text-sm font-medium">
      {label}
      <select className={BOX} aria-invalid={error !== undefined} aria-describedby={`${id}-notes`} {...select}>
        {children}
      </select>
      <Notes id={`${id}-notes`} hint={hint} error={error} />
    </label>
  );
}

export function TextField({ label, hint, error, rows = 3, ...area }: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <label className="block text-sm font-medium">
      {label}
      <textarea rows={rows} className={`${BOX} h-auto py-2 font-normal`} aria-invalid={error !== undefined} aria-describedby={`${id}-notes`} {...area} />
      <Notes id={`${id}-notes`} hint={hint} error={error} />
    </label>
  );
}

/** The texts of a submitted form by the names of its fields. */
export function textsOf(form: HTMLFormElement): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === "string") texts[name] = value;
  return texts;
}
