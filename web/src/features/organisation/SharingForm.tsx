import { CheckField } from "@/components/CheckField";
import { errorOf, Field } from "@/components/Field";

import { PolicyForm, type FormProps } from "./PolicyForm";

const PART = "policies.sharing";

export function SharingForm(props: FormProps) {
  const policy = props.organisation.policies.sharing;
  const changeOf = (texts: Record<string, string>, form: FormData) => ({
    policies: {
      sharing: {
        maxDays: Number(texts.maxDays),
        maxUses: texts.maxUses === undefined || texts.maxUses === "" ? null : Number(texts.maxUses),
        passwordRequired: form.has("passwordRequired"),
      },
    },
  });
  return (
    <PolicyForm {...props} fields={[PART]} changeOf={changeOf}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="A link works at most" name="maxDays" type="number" required min={1} max={365} defaultValue={policy.maxDays} hint="Days, up to a year" error={errorOf(problem, `${PART}.maxDays`)} />
            <Field label="Used at most" name="maxUses" type="number" min={1} max={10_000} defaultValue={policy.maxUses ?? ""} placeholder="As often as one likes" hint="Times; empty: as often as one likes" error={errorOf(problem, `${PART}.maxUses`)} />
          </div>
          <CheckField label="Links need a password" name="passwordRequired" defaultChecked={policy.passwordRequired} />
        </>
      )}
    </PolicyForm>
  );
}
