import { useState } from "react";
import { Link } from "react-router";

import { asProblem, sentenceOf, type Problem } from "@/api/problem";
import { useAllSites } from "@/api/sites";
import type { ExportSchedule } from "@/api/types";
import { BackLink } from "@/components/BackLink";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Empty } from "@/components/Empty";
import { Menu } from "@/components/Menu";
import { MoreButton } from "@/components/MoreButton";
import { PersonName } from "@/components/PersonName";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";
import { formatThere } from "@/format/days";
import { rolesInWords } from "@/format/roles";

import { useDeleteExportScheduleMutation, useListExportSchedulesInfiniteQuery, useReplaceExportScheduleMutation } from "./requests";
import { rhythmInWords } from "./rhythm";
import { bodyOf, draftOf } from "./schedule";
import { ScheduleDialog } from "./ScheduleDialog";
import { endOf, FORMATS, PERIODS, typesOf } from "./words";

/** Exports that are ordered again and again. */
export function SchedulesPage() {
  const list = useListExportSchedulesInfiniteQuery(undefined);
  const schedules = list.data?.pages.flatMap((page) => page.items);
  /** "": one to make. */
  const [open, setOpen] = useState<ExportSchedule | "" | null>(null);
  return (
    <section aria-labelledby="page-title" className="mx-auto max-w-4xl">
      <BackLink to="/exports">Exports</BackLink>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h1 id="page-title" className="mr-auto text-2xl font-semibold tracking-tight">
          Schedules
        </h1>
        <Button look="primary" onClick={() => setOpen("")}>
          New schedule
        </Button>
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {schedules === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading schedules" />
        </div>
      )}
      {schedules?.length === 0 && <Empty title="No schedules yet">The morning report as PDF, the month as a workbook: ordered by the clock of a site, told by letter.</Empty>}
      {schedules !== undefined && schedules.length > 0 && (
        <ul aria-label="Schedules" className="space-y-4">
          {schedules.map((schedule) => (
            <Row key={schedule.id} schedule={schedule} onEdit={() => setOpen(schedule)} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      {open !== null && <ScheduleDialog schedule={open === "" ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function Row({ schedule, onEdit }: { schedule: ExportSchedule; onEdit: () => void }) {
  const { id, etag, name, enabled } = schedule;
  const [replace, replacing] = useReplaceExportScheduleMutation();
  const [remove] = useDeleteExportScheduleMutation();
  const [deleting, setDeleting] = useState(false);
  const say = useToast();
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      say(done);
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  const set = (on: boolean) => void attempt(() => replace({ id, etag, body: { ...bodyOf(draftOf(schedule)), enabled: on } }).unwrap(), on ? `${name} goes on, in your name.` : `${name} is paused.`);
  return (
    <li className="rounded-2xl border border-line bg-surface p-4 shadow-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="min-w-0 flex-1 basis-40 font-semibold wrap-anywhere">{name}</h2>
        {!enabled && <Badge mood="warn">Paused</Badge>}
        <Button onClick={onEdit} aria-label={`Edit ${name}`}>
          Edit
        </Button>
        <Button disabled={replacing.isLoading} onClick={() => set(!enabled)} aria-label={`${enabled ? "Pause" : "Resume"} ${name}`}>
          {enabled ? "Pause" : "Resume"}
        </Button>
        <Menu label={`More for ${name}`} items={[{ label: "Delete…", grave: true, run: () => setDeleting(true) }]} />
      </div>
      <About schedule={schedule} />
      {deleting && (
        <ConfirmDialog title={`Delete ${name}?`} confirmLabel="Delete" onConfirm={() => void attempt(() => remove({ id, etag }).unwrap(), `${name} is deleted.`)} onClose={() => setDeleting(false)}>
          <p>Nothing is ordered by it any more. Exports that it made stay until they expire.</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

function About({ schedule }: { schedule: ExportSchedule }) {
  const { cron, siteId, period, filter, format, recipients, ownerId, nextAt, lastRun } = schedule;
  const { sites } = useAllSites();
  const site = sites?.find(({ id }) => id === siteId);
  const places = filter.siteIds.map((id) => sites?.find((one) => one.id === id)?.name ?? `…${id.slice(-6)}`);
  return (
    <div className="mt-1 space-y-1 text-sm text-quiet wrap-anywhere">
      <p>
        {rhythmInWords(cron)}, by the clock of {siteId === null ? "the organisation" : (site?.name ?? "a site")} · {FORMATS[format][0]}
      </p>
      <p>
        {PERIODS[period]}: {typesOf(filter)}, {places.length === 0 ? "all sites" : places.join(", ")}
      </p>
      <p>
        In the name of <PersonName id={ownerId} /> · letters to {recipients.length === 0 ? "nobody" : rolesInWords(recipients).toLowerCase()}
      </p>
      {nextAt !== null && (
        <p className="text-ink">
          Next <time dateTime={nextAt}>{formatThere(nextAt, site?.timeZone)}</time>
        </p>
      )}
      {lastRun !== null && (
        <p className={lastRun.outcome === "begun" ? "" : "text-warn"}>
          Last <time dateTime={lastRun.dueAt}>{formatThere(lastRun.dueAt, site?.timeZone)}</time>: {endOf(lastRun)}.{" "}
          {lastRun.exportId !== null && (
            <Link to={`/exports/${lastRun.exportId}`} className="font-medium text-brand hover:underline">
              Open the export
            </Link>
          )}
        </p>
      )}
    </div>
  );
}
