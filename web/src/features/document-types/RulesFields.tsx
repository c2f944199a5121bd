import { CheckField } from "@/components/CheckField";
import { RoleChecks } from "@/components/RoleChecks";

import type { TypeDraft } from "./draft";

interface Props {
  readonly draft: TypeDraft;
  readonly set: (values: Partial<TypeDraft>) => void;
  readonly error: string | undefined;
}

/** What happens to revisions before and after they come into force. */
export function RulesFields({ draft, set, error }: Props) {
  return (
    <>
      <CheckField label="Revisions are reviewed" hint="Until the reviewers have approved a revision, the one before stays in force" checked={draft.reviewRequired} onChange={(event) => set({ reviewRequired: event.target.checked })} />
      <CheckField label="People confirm that they have read it" hint="Each revision anew, when it has come into force" checked={draft.acknowledgementRequired} onChange={(event) => set({ acknowledgementRequired: event.target.checked })} />
      {draft.acknowledgementRequired && (
        <fieldset className="mt-1 ml-7 min-w-0">
          <legend className="text-sm text-quiet">Of those who see the document, these:</legend>
          <RoleChecks roles={draft.acknowledgementRoles} onChange={(acknowledgementRoles) => set({ acknowledgementRoles })} />
          {error !== undefined && <p className="text-xs text-bad">{error}</p>}
        </fieldset>
      )}
    </>
  );
}
