import type { Role } from "@/api/types";
import { CheckField } from "@/components/CheckField";

import type { TypeDraft } from "./draft";

export const ROLES: readonly (readonly [Role, string])[] = [
  ["operator", "Operators"],
  ["engineer", "Engineers"],
  ["viewer", "Viewers"],
  ["admin", "Admins"],
];

interface Props {
  readonly draft: TypeDraft;
  readonly set: (values: Partial<TypeDraft>) => void;
  readonly error: string | undefined;
}

/** What happens to revisions before and after they come into force. */
export function RulesFields({ draft, set, error }: Props) {
  const { acknowledgementRoles: roles } = draft;
  // In the order of the list, so that choosing and unchoosing changes nothing.
  const choose = (role: Role, on: boolean) => set({ acknowledgementRoles: ROLES.map(([value]) => value).filter((value) => (value === role ? on : roles.includes(value))) });
  return (
    <>
      <CheckField label="Revisions are reviewed" hint="Until the reviewers have approved a revision, the one before stays in force" checked={draft.reviewRequired} onChange={(event) => set({ reviewRequired: event.target.checked })} />
      <CheckField label="People confirm that they have read it" hint="Each revision anew, when it has come into force" checked={draft.acknowledgementRequired} onChange={(event) => set({ acknowledgementRequired: event.target.checked })} />
      {draft.acknowledgementRequired && (
        <fieldset className="mt-1 ml-7 min-w-0">
          <legend className="text-sm text-quiet">Of those who see the document, these:</legend>
          <div className="flex flex-wrap gap-x-6">
            {ROLES.map(([role, word]) => (
              <CheckField key={role} label={word} checked={roles.includes(role)} onChange={(event) => choose(role, event.target.checked)} />
            ))}
          </div>
          {error !== undefined && <p className="text-xs text-bad">{error}</p>}
        </fieldset>
      )}
    </>
  );
}
