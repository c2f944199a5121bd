import type { Role } from "@/api/types";
import { ROLES } from "@/format/roles";

import { CheckField } from "./CheckField";

interface Props {
  readonly roles: readonly Role[];
  /** Chosen by something else, and not to be changed here. */
  readonly fixed?: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
}

/** Which roles are meant: in the order of the list, so that choosing and unchoosing changes nothing. */
export function RoleChecks({ roles, fixed = [], onChange }: Props) {
  const choose = (role: Role, on: boolean) => onChange(ROLES.map(([value]) => value).filter((value) => (value === role ? on : roles.includes(value))));
  return (
    <div className="flex flex-wrap gap-x-6">
      {ROLES.map(([role, word]) => (
        <CheckField key={role} label={word} checked={fixed.includes(role) || roles.includes(role)} disabled={fixed.includes(role)} onChange={(event) => choose(role, event.target.checked)} />
      ))}
    </div>
  );
}
