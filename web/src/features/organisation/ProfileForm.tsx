import { errorOf, Field } from "@/components/Field";
import { TimeZoneField } from "@/components/TimeZoneField";

import { PolicyForm, type FormProps } from "./PolicyForm";

export function ProfileForm(props: FormProps) {
  const { name, timeZone } = props.organisation;
  return (
    <PolicyForm {...props} fields={["name", "timeZone"]} changeOf={(texts) => ({ name: (texts.name ?? "").trim(), timeZone: (texts.timeZone ?? "").trim() })}>
      {(problem) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" name="name" required maxLength={120} defaultValue={name} error={errorOf(problem, "name")} />
          <TimeZoneField value={timeZone} error={errorOf(problem, "timeZone")} />
        </div>
      )}
    </PolicyForm>
  );
}
