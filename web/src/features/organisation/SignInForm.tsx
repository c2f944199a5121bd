import type { Role } from "@/api/types";
import { CheckField } from "@/components/CheckField";
import { errorOf, Field } from "@/components/Field";

import { PolicyForm, type FormProps } from "./PolicyForm";

const ROLES: readonly (readonly [Role, string])[] = [
  ["admin", "Admins"],
  ["engineer", "Engineers"],
  ["operator", "Operators"],
  ["viewer", "Viewers"],
];
const PART = "policies.signIn";
const LONGEST_HOURS = 168;

export function SignInForm(props: FormProps) {
  const policy = props.organisation.policies.signIn;
  const changeOf = (texts: Record<string, string>, form: FormData) => ({
    policies: {
      signIn: {
        secondFactorRoles: ROLES.map(([role]) => role).filter((role) => form.has(`second-factor-${role}`)),
        passwordMinLength: Number(texts.passwordMinLength),
        sessionHours: Number(texts.sessionHours),
        idleHours: Number(texts.idleHours),
        rolesFromEntra: form.has("rolesFromEntra"),
      },
    },
  });
  return (
    <PolicyForm {...props} fields={[PART]} changeOf={changeOf}>
      {(problem) => (
        <>
          <fieldset>
            <legend className="text-sm font-medium">A second factor is needed by</legend>
            <div className="mt-1 grid grid-cols-2 gap-x-4 sm:grid-cols-4">
              {ROLES.map(([role, word]) => (
                <CheckField key={role} label={word} name={`second-factor-${role}`} defaultChecked={policy.secondFactorRoles.includes(role)} />
              ))}
            </div>
          </fieldset>
          <div className="grid gap-4 sm:grid-cols-3">
            <Field
              label="Shortest password"
              name="passwordMinLength"
              type="number"
              required
              min={12}
              max={64}
              defaultValue={policy.passwordMinLength}
              hint="Characters, 12 to 64; for passwords chosen from now on"
              error={errorOf(problem, `${PART}.passwordMinLength`)}
            />
            <Field label="A session lasts" name="sessionHours" type="number" required min={1} max={LONGEST_HOURS} defaultValue={policy.sessionHours} hint="Hours, up to a week" error={errorOf(problem, `${PART}.sessionHours`)} />
            <Field label="Unused it ends after" name="idleHours" type="number" required min={1} max={LONGEST_HOURS} defaultValue={policy.idleHours} hint="Hours" error={errorOf(problem, `${PART}.idleHours`)} />
          </div>
          <CheckField label="Roles come from Microsoft Entra ID" hint="Assigned there as app roles; only for people who sign in with Microsoft" name="rolesFromEntra" defaultChecked={policy.rolesFromEntra} />
        </>
      )}
    </PolicyForm>
  );
}
