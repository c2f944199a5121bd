import { useId, useRef, useState, type SubmitEvent } from "react";
import { Link } from "react-router";

import type { Problem } from "@/api/problem";
import { useAllSites } from "@/api/sites";
import { useWellNames } from "@/api/wells";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, SelectField } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";
import { useFocusInvalid } from "@/components/useFocusInvalid";
import { formatDay } from "@/format/format";

import { useCloseMonthMutation } from "./requests";
import { FIGURES, figureOf, NOTHING, sheetOf, type FigureName, type Typed } from "./sheet";

const FIELDS = ["siteId", "well", "month", ...FIGURES.map(([name]) => `sheet.${name}`)];

/** Closes the month of a well when its days add up to the office's sheet. */
export function CloseDialog({ onClose }: { onClose: () => void }) {
  const { sites } = useAllSites();
  const [chosen, setChosen] = useState("");
  const siteId = chosen === "" ? (sites?.[0]?.id ?? "") : chosen;
  const wells = useWellNames(siteId);
  const [well, setWell] = useState("");
  const [month, setMonth] = useState("");
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const [close] = useCloseMonthMutation();
  const attempt = useAttempt();
  const { problem } = attempt;
  const say = useToast();
  const names = useId();
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, problem);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sheet = sheetOf(typed);
    if (sheet === null) return;
    if (!(await attempt.run(() => close({ siteId, well: well.trim(), month, sheet }).unwrap()))) return;
    say(`${month} of ${well.trim()} is closed.`);
    onClose();
  };
  return (
    <Dialog title="Close a month" onClose={onClose}>
      <form ref={form} onSubmit={(event) => void submit(event)} className="space-y-4">
        <p className="text-sm text-quiet">Every day needs an approved report, and they must add up to the sheet. Then all of them are final.</p>
        {problem?.code === "month_incomplete" ? <Incomplete problem={problem} siteId={siteId} well={well} month={month} /> : <FormProblem problem={problem} fields={FIELDS} />}
        <SelectField label="Site" required value={siteId} onChange={(event) => setChosen(event.target.value)} error={errorOf(problem, "siteId")}>
          {sites?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <div className="grid items-start gap-4 min-[440px]:grid-cols-2">
          <Field label="Well" list={names} required maxLength={200} autoComplete="off" spellCheck={false} hint="As the reports call it" value={well} onChange={(event) => setWell(event.target.value)} error={errorOf(problem, "well")} />
          <Field label="Month" type="month" required pattern="[0-9]{4}-[0-9]{2}" placeholder="2026-05" value={month} onChange={(event) => setMonth(event.target.value)} error={errorOf(problem, "month")} />
        </div>
        <datalist id={names}>
          {wells.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <fieldset>
          <legend className="text-sm font-medium">The sheet</legend>
          <p className="text-xs text-quiet">Left empty: not measured all month, which is not 0.</p>
          <div className="mt-2 grid items-start gap-3 min-[440px]:grid-cols-2">
            {FIGURES.map(([name, label, units]) => (
              <Figure key={name} label={label} units={units} value={typed[name]} onChange={(value) => setTyped({ ...typed, [name]: value })} error={errorOf(problem, `sheet.${name}`)} />
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy || siteId === ""}>
            {attempt.busy ? "Adding up…" : "Close it"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface FigureProps {
  readonly label: string;
  readonly units: readonly string[];
  readonly value: Typed[FigureName];
  readonly onChange: (value: Typed[FigureName]) => void;
  readonly error: string | undefined;
}

function Figure({ label, units, value: { text, unit }, onChange, error }: FigureProps) {
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <Field label={label} inputMode="decimal" autoComplete="off" value={text} onChange={(event) => onChange({ text: event.target.value, unit })} error={figureOf(text) === undefined ? "This is no number" : error} />
      </div>
      <select aria-label={`Unit of ${label}`} disabled={units.length === 1} className="mt-6 h-11 w-20 rounded-lg border border-line bg-surface px-2 text-sm text-ink" value={unit} onChange={(event) => onChange({ text, unit: event.target.value })}>
        {units.map((one) => (
          <option key={one} value={one}>
            {one === "Sm3" ? "Sm³" : one}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Which days are in the way, and where their reports are. */
function Incomplete({ problem, siteId, well, month }: { problem: Problem; siteId: string; well: string; month: string }) {
  const days = new URLSearchParams({ type: "daily_production", siteId, subject: well.trim(), dayFrom: `${month}-01`, dayTo: `${month}-31`, sort: "day" });
  const last = new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0).getDate();
  days.set("dayTo", `${month}-${String(last).padStart(2, "0")}`);
  return (
    <div role="alert" className="rounded-xl bg-bad-soft p-4 text-sm text-bad">
      <p className="font-medium">{problem.detail ?? problem.title}</p>
      <ul className="mt-1 max-h-40 list-inside list-disc overflow-y-auto">
        {problem.errors.map(({ field, message }) => (
          <li key={field}>
            {formatDay(field)}: {message}
          </li>
        ))}
      </ul>
      <Link to={`/reports?${days}`} className="mt-2 inline-block font-medium underline">
        Show the reports of this month
      </Link>
    </div>
  );
}
