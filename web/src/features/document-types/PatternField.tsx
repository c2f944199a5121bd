import { useRef } from "react";

import { useReadDisciplinesQuery } from "@/api/documentTypes";
import { useAllSites } from "@/api/sites";
import { Field } from "@/components/Field";

import type { TypeDraft } from "./draft";
import { exampleOf, TOKENS } from "./numberPattern";

interface Props {
  readonly draft: TypeDraft;
  readonly onChange: (pattern: string) => void;
  readonly error: string | undefined;
}

/** How numbers are made, with the first one it would make. */
export function PatternField({ draft, onChange, error }: Props) {
  const { sites } = useAllSites();
  const { data } = useReadDisciplinesQuery(undefined);
  const box = useRef<HTMLDivElement>(null);
  const parts = { type: draft.code.trim() === "" ? "TYPE" : draft.code.trim(), site: sites?.[0]?.code ?? "SITE", discipline: data?.disciplines[0]?.code ?? "DIS", year: new Date().getFullYear() };
  const example = exampleOf(draft.numberPattern, parts);
  const insert = (token: string) => {
    const input = box.current?.querySelector("input");
    const at = input?.selectionStart ?? draft.numberPattern.length;
    onChange(draft.numberPattern.slice(0, at) + token + draft.numberPattern.slice(input?.selectionEnd ?? at));
    input?.focus();
  };
  return (
    <div ref={box}>
      <Field
        label="Pattern"
        required
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
        className="mt-1 block h-11 w-full rounded-lg border border-line bg-surface px-3 font-mono text-base text-ink aria-invalid:border-bad"
        value={draft.numberPattern}
        onChange={(event) => onChange(event.target.value)}
        error={error ?? ("fault" in example && draft.numberPattern !== "" ? example.fault : undefined)}
      />
      <div className="mt-2 flex flex-wrap gap-2">
        {TOKENS.map(([token, word]) => (
          <button key={token} type="button" title={word} className="min-h-8 rounded-md border border-line px-2 font-mono text-xs text-quiet hover:bg-raised hover:text-ink" onClick={() => insert(token)}>
            {token}
            <span className="sr-only">: {word}</span>
          </button>
        ))}
      </div>
      {"number" in example && (
        <p aria-live="polite" className="mt-3 rounded-lg bg-raised p-3 text-sm break-words">
          The first would be <strong className="font-mono">{example.number}</strong>
          <span className="block text-xs text-quiet">
            Counted within <span className="font-mono">{example.series}</span>
            {draft.numberPattern.includes("{site}") && "; only documents of a site can be of this type"}
            {draft.numberPattern.includes("{discipline}") && "; they need a discipline"}
          </span>
        </p>
      )}
    </div>
  );
}
