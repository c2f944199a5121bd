import { Link } from "react-router";

import type { Problem } from "@/api/problem";
import type { Export } from "@/api/types";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { DownloadIcon } from "@/components/icons";
import { LinkButton } from "@/components/LinkButton";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { ReportTabs } from "@/components/ReportTabs";
import { Skeleton } from "@/components/Skeleton";
import { useLookAgain } from "@/components/useLookAgain";
import { formatBytes, formatFully, formatMoment } from "@/format/format";
import { useMay } from "@/session/session";

import { ExportButton } from "./ExportButton";
import { Progress } from "./Progress";
import { useListExportsInfiniteQuery } from "./requests";
import { useCancel } from "./useCancel";
import { useDownload } from "./useDownload";
import { countOf, FORMATS, isOver, periodOf, STATES, typesOf } from "./words";

/** What one asked for, the newest first; those under way are watched. */
export function ExportsPage() {
  const list = useListExportsInfiniteQuery(undefined);
  const exports = list.data?.pages.flatMap((page) => page.items);
  const underWay = exports?.filter((one) => !isOver(one)) ?? [];
  const pause = useLookAgain(underWay.length > 0, underWay.map(({ id, state, done }) => `${id} ${state} ${done}`).join(), list.startedTimeStamp);
  useListExportsInfiniteQuery(undefined, { pollingInterval: pause * (list.data?.pages.length ?? 1), skipPollingIfUnfocused: true });
  const maySchedule = useMay("exports:schedule");
  return (
    <>
      <ReportTabs />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-2xl font-semibold tracking-tight">Exports</h1>
        {maySchedule && (
          <LinkButton look="plain" to="/exports/schedules">
            Schedules
          </LinkButton>
        )}
        <ExportButton look="primary" label="New export" />
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {exports === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading exports" />
        </div>
      )}
      {exports?.length === 0 && !list.hasNextPage && <Empty title="No exports yet">Reports as PDF, Excel, CSV or JSON, each with a cover that proves that nothing is missing. A file can be downloaded for seven days.</Empty>}
      {exports !== undefined && exports.length > 0 && (
        <ul aria-label="Exports" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {exports.map((one) => (
            <Row key={one.id} export_={one} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </>
  );
}

function Row({ export_ }: { export_: Export }) {
  const { id, state, title, format, filter, createdAt, expiresAt, sizeBytes, done, failure } = export_;
  const [word, mood] = STATES[state];
  const name = title === "" ? typesOf(filter) : title;
  const download = useDownload(id);
  const cancel = useCancel(id);
  return (
    <li className="relative flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 hover:bg-raised">
      <div className="min-w-0 flex-1 basis-60">
        <Link to={`/exports/${id}`} className="font-medium wrap-anywhere after:absolute after:inset-0 hover:text-brand">
          {name}
        </Link>
        <p className="text-sm text-quiet">
          {FORMATS[format][0]} · {periodOf(filter)} ·{" "}
          <time dateTime={createdAt} title={formatFully(createdAt)}>
            {formatMoment(createdAt, new Date())}
          </time>
        </p>
        {state === "ready" && (
          <p className="text-sm text-quiet">
            {countOf(done)}, {formatBytes(sizeBytes)}
            {expiresAt !== null && (
              <>
                , until <time dateTime={expiresAt}>{formatMoment(expiresAt, new Date())}</time>
              </>
            )}
          </p>
        )}
        {failure !== null && <p className="text-sm wrap-anywhere text-bad">{failure.message}</p>}
        {!isOver(export_) && (
          <div className="mt-2 max-w-sm">
            <Progress of={export_} name={name} />
          </div>
        )}
      </div>
      <Badge mood={mood}>{word}</Badge>
      {state === "ready" && (
        <Button className="relative z-1" disabled={download.busy} aria-label={`Download ${name}`} onClick={download.file}>
          <DownloadIcon className="size-4" />
          Download
        </Button>
      )}
      {!isOver(export_) && (
        <Button className="relative z-1" disabled={cancel.busy} aria-label={`Cancel ${name}`} onClick={cancel.run}>
          Cancel
        </Button>
      )}
    </li>
  );
}
