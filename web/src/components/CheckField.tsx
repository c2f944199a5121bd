import type { InputHTMLAttributes, ReactNode } from "react";

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: ReactNode;
}

export function CheckField({ label, hint, ...input }: Props) {
  return (
    <label className="flex min-h-10 cursor-pointer items-start gap-3 py-1.5 text-sm">
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-brand" {...input} />
      <span className="font-medium">
        {label}
        {hint !== undefined && <span className="block text-xs font-normal text-quiet">{hint}</span>}
      </span>
    </label>
  );
}
