import { useState, type ReactNode } from "react";
import { Link, useParams } from "react-router";

import { useSiteNames } from "@/api/sites";
import type { Export } from "@/api/types";
import { Awaited } from "@/components/Awaited";
import { BackLink } from "@/components/BackLink";
import { Badge } from "@/components/Badge";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Facts } from "@/components/Facts";
import { HashCode } from "@/components/HashCode";
import { DownloadIcon } from "@/components/icons";
import { PersonName } from "@/components/PersonName";
import { Section } from "@/components/Section";
import { useLookAgain } from "@/components/useLookAgain";
import { formatBytes, formatFully, formatMoment } from "@/format/format";
import { useMay, useMe } from "@/session/session";

import { OrderDialog } from "./OrderDialog";
import { Progress } from "./Progress";
import { useReadExportQuery } from "./requests";
import { useCancel } from "./useCancel";
import { useDownload } from "./useDownload";
import { FORMATS, isOver, orderOf, periodOf, saidOf, STATES, typesOf, UNITS } from "./words";

/** One export: how far it is, what was asked for, and what proves that it is whole. Letters lead here. */
export function ExportPage() {
  const { exportId = "" } = useParams();
  const first = useReadExportQuery(exportId);
  const found = first.currentData;
  const moving = found !== undefined && !isOver(found);
  const pause = useLookAgain(moving, `${found?.state} ${found?.done}`, first.startedTimeStamp);
  useReadExportQuery(exportId, { pollingInterval: pause, skipPollingIfUnfocused: true });
  return (
    <section aria-labelledby="page-title" className="mx-auto max-w-4xl">
      <BackLink to="/exports">Exports</BackLink>
      <Awaited query={first} what="export" gone="It was asked for long ago, is somebody else's, or the address is not whole." />
      {found !== undefined && <Shown key={found.id} export_={found} />}
    </section>
  );
}

function Shown({ export_ }: { export_: Export }) {
  const { title, filter, state, failure } = export_;
  const [word, mood] = STATES[state];
  const name = title === "" ? typesOf(filter) : title;
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center gap-3">
        <h1 id="page-title" className="min-w-0 text-2xl font-semibold tracking-tight wrap-anywhere">
          {name}
        </h1>
        <span role="status">
          <Badge mood={mood}>{word}</Badge>
        </span>
      </div>
      {failure !== null && (
        <p role="alert" className="rounded-xl bg-bad-soft p-4 text-sm wrap-anywhere text-bad">
          {failure.message}
        </p>
      )}
      {state === "expired" && <Banner mood="calm">The file is deleted seven days after it was written. It can be ordered again; reports that changed since are in it as they are now.</Banner>}
      {!isOver(export_) && <Progress of={export_} name={name} />}
      <Steps export_={export_} name={name} />
      <Cover export_={export_} />
      <Proof export_={export_} name={name} />
    </div>
  );
}

function Steps({ export_, name }: { export_: Export; name: string }) {
  const { id, state, createdBy } = export_;
  const me = useMe();
  const download = useDownload(id);
  const cancel = useCancel(id);
  const [again, setAgain] = useState(false);
  return (
    <div className="flex flex-wrap gap-3">
      {state === "ready" && (
        <>
          <Button look="primary" disabled={download.busy} onClick={download.file}>
            <DownloadIcon className="size-4" />
            Download
          </Button>
          <Button disabled={download.busy} aria-label={`Manifest of ${name}`} onClick={download.manifest}>
            Manifest
          </Button>
        </>
      )}
      {!isOver(export_) && createdBy === me?.id && (
        <Button disabled={cancel.busy} onClick={cancel.run}>
          Cancel
        </Button>
      )}
      {isOver(export_) && <Button onClick={() => setAgain(true)}>Order again</Button>}
      {again && <OrderDialog first={orderOf(export_)} onClose={() => setAgain(false)} />}
    </div>
  );
}

function Cover({ export_ }: { export_: Export }) {
  const { format, filter, units, zone, scheduleId, createdAt, createdBy } = export_;
  const nameOfSite = useSiteNames();
  const maySchedule = useMay("exports:schedule");
  return (
    <Section title="What was asked for">
      <Facts
        rows={[
          ["Format", FORMATS[format][0]],
          ["Period", periodOf(filter)],
          ...saidOf(filter, nameOfSite),
          filter.reportIds.length === 0 ? null : ["Reports", `${filter.reportIds.length} that were named`],
          ["Units", UNITS[units]],
          ["Times", zone ?? "Clock of each report's site"],
          [
            "Asked for",
            <span key="asked">
              {formatMoment(createdAt, new Date())} by <PersonName id={createdBy} />
              {scheduleId !== null && ", on a "}
              {scheduleId !== null && (maySchedule ? <Link to="/exports/schedules" className="font-medium text-brand hover:underline">schedule</Link> : "schedule")}
            </span>,
          ],
        ]}
      />
    </Section>
  );
}

/** What the cover inside the file says as well, and the hash of the file, which cannot stand in it. */
function Proof({ export_, name }: { export_: Export; name: string }) {
  const { state, total, done, dataAsOf, fileName, sizeBytes, sha256, receiptsSha256, rows, expiresAt } = export_;
  if (total === null) return null;
  const written = state === "ready" || state === "expired";
  const facts: readonly (readonly [string, ReactNode] | null)[] = [
    dataAsOf === null ? null : ["Data as of", formatFully(dataAsOf)],
    ["Reports selected", total.toLocaleString()],
    ["Reports written", done.toLocaleString()],
    !written ? null : ["Complete", done === total ? "Yes: every report that was selected is in it" : "No"],
    ...Object.entries(rows).map(([table, count]) => [`Rows of ${table}`, count.toLocaleString()] as const),
    fileName === null ? null : ["File", fileName],
    !written ? null : ["Size", formatBytes(sizeBytes)],
    sha256 === null ? null : ["SHA-256 of the file", <HashCode key="file" sha256={sha256} of="the file" />],
    receiptsSha256 === null ? null : ["SHA-256 of the receipts", <HashCode key="receipts" sha256={receiptsSha256} of={`the receipts of ${name}`} />],
    expiresAt === null ? null : ["To be had until", formatFully(expiresAt)],
  ];
  return (
    <Section title="What is in it" {...(written ? { lead: "The manifest says the same, so that whoever gets the file can check it." } : {})}>
      <Facts rows={facts} />
    </Section>
  );
}
