import type { Role } from "@/api/types";

import { ROLES } from "./words";

export function RoleField({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">Role</legend>
      <div className="mt-1 divide-y divide-line rounded-lg border border-line">
        {ROLES.map(([role, word, meaning]) => (
          <label key={role} className="flex cursor-pointer items-start gap-3 px-3 py-2.5 text-sm has-checked:bg-brand-soft">
            <input type="radio" name="role" className="mt-1 accent-brand" checked={value === role} onChange={() => onChange(role)} />
            <span className="font-medium">
              {word}
              <span className="block text-xs font-normal text-quiet">{meaning}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
