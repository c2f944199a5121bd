import { useRef, useState, type SubmitEvent } from "react";
import { useNavigate } from "react-router";

import type { ExportOrder } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { Notice } from "@/components/Notice";
import { useAttempt } from "@/components/useAttempt";
import { useFocusInvalid } from "@/components/useFocusInvalid";

import { FormatField, LookFields } from "./LookFields";
import { useOrderExportMutation } from "./requests";
import { filterOf, lacksSites, lookIn, lookOf, selectionOf } from "./selection";
import { SelectionFields } from "./SelectionFields";

const FIELDS = ["types", "siteIds", "zone", "title", "filter.types", "filter.siteIds", "filter.states", "filter.subject", "filter.firstDay", "filter.lastDay"];
const WRONG_WAY = "Must not be before the first day";

interface Props {
  readonly first: ExportOrder;
  readonly note?: string | undefined;
  readonly onClose: () => void;
}

/** Asks for an export, and leads to where it can be followed. */
export function OrderDialog({ first, note, onClose }: Props) {
  const [selection, setSelection] = useState(() => selectionOf(first.filter));
  const [look, setLook] = useState(() => lookOf(first));
  const [firstDay, setFirstDay] = useState(first.filter.firstDay ?? "");
  const [lastDay, setLastDay] = useState(first.filter.lastDay ?? "");
  const [strict, setStrict] = useState(false);
  const [order] = useOrderExportMutation();
  const attempt = useAttempt();
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, attempt.problem);
  const navigate = useNavigate();
  const wrongWay = firstDay !== "" && lastDay !== "" && lastDay < firstDay;
  const named = first.filter.reportIds ?? [];
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setStrict(true);
    if (wrongWay || lacksSites(selection)) return;
    const filter = { ...filterOf(selection), firstDay: firstDay === "" ? null : firstDay, lastDay: lastDay === "" ? null : lastDay, reportIds: named };
    void attempt.run(async () => void navigate(`/exports/${(await order({ ...lookIn(look), filter }).unwrap()).id}`));
  };
  return (
    <Dialog title="Export reports" onClose={onClose}>
      <form ref={form} onSubmit={submit} className="space-y-4">
        {note !== undefined && <Notice>{note}</Notice>}
        <FormProblem problem={attempt.problem} fields={FIELDS} />
        <FormatField value={look.format} onChange={(format) => setLook({ ...look, format })} />
        <div className="grid gap-4 min-[440px]:grid-cols-2">
          <Field label="From" type="date" value={firstDay} onChange={(event) => setFirstDay(event.target.value)} error={errorOf(attempt.problem, "filter.firstDay")} />
          <Field label="Until" type="date" value={lastDay} onChange={(event) => setLastDay(event.target.value)} error={strict && wrongWay ? WRONG_WAY : errorOf(attempt.problem, "filter.lastDay")} />
        </div>
        {named.length > 0 && <p className="text-sm text-quiet">Only among {named.length} reports that were named.</p>}
        <SelectionFields value={selection} onChange={setSelection} problem={attempt.problem} strict={strict} />
        <LookFields value={look} onChange={setLook} problem={attempt.problem} untitled="Stands on the cover and in the file's name" />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy}>
            {attempt.busy ? "Ordering…" : "Order it"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
