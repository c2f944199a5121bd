import { useDeferredValue, useState } from "react";

import { asProblem, sentenceOf, type Problem } from "@/api/problem";
import { useSiteNames } from "@/api/sites";
import type { Well } from "@/api/types";
import { Badge } from "@/components/Badge";
import { Button, IconButton } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { EditIcon } from "@/components/icons";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { ReportTabs } from "@/components/ReportTabs";
import { SELECT } from "@/components/select";
import { SiteField } from "@/components/SiteField";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";
import { useMay } from "@/session/session";

import { useLazyReadWellQuery, useListWellsInfiniteQuery } from "./requests";
import { WellDialog } from "./WellDialog";
import { rolesOf, STATUSES } from "./words";

type Open = "add" | Well | null;

/** The wells that reports are about, and what each is for since when. */
export function WellsPage() {
  const [siteId, setSiteId] = useState("");
  const [status, setStatus] = useState<Well["status"] | "">("");
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const list = useListWellsInfiniteQuery({ siteId, status, search });
  const wells = list.currentData?.pages.flatMap((page) => page.items);
  const [open, setOpen] = useState<Open>(null);
  const mayWrite = useMay("sites:write");
  const reload = useReload(setOpen);
  const narrowed = siteId !== "" || status !== "" || search !== "";
  return (
    <>
      <ReportTabs />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-2xl font-semibold tracking-tight">Wells</h1>
        {mayWrite && (
          <Button look="primary" onClick={() => setOpen("add")}>
            Add a well
          </Button>
        )}
      </div>
      <div role="group" aria-label="Filters" className="mb-4 flex flex-wrap items-center gap-3">
        <input type="search" aria-label="Search by name" placeholder="Search" maxLength={100} value={typed} onChange={(event) => setTyped(event.target.value)} className={`${SELECT} w-40 grow sm:grow-0`} />
        <SiteField value={siteId} onChange={setSiteId} />
        <select aria-label="Status" className={SELECT} value={status} onChange={(event) => setStatus(event.target.value as Well["status"] | "")}>
          <option value="">All</option>
          {Object.entries(STATUSES).map(([value, [word]]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {wells === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading wells" />
        </div>
      )}
      {wells?.length === 0 && <Empty title={narrowed ? "No well matches" : "No wells yet"}>{narrowed ? "Try fewer filters." : "With its role, a well's reports are asked for what it produces or injects."}</Empty>}
      {wells !== undefined && wells.length > 0 && (
        <ul aria-label="Wells" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {wells.map((well) => (
            <Row key={well.id} well={well} onEdit={mayWrite ? () => setOpen(well) : undefined} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      {open !== null && <WellDialog key={open === "add" ? "" : open.etag} well={open === "add" ? null : open} onClose={() => setOpen((now) => (now === open ? null : now))} onReload={() => void reload(open)} />}
    </>
  );
}

function useReload(show: (well: Well) => void) {
  const [read] = useLazyReadWellQuery();
  const say = useToast();
  return async (open: Open) => {
    if (open === null || open === "add") return;
    try {
      show(await read(open.id).unwrap());
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
}

function Row({ well, onEdit }: { well: Well; onEdit: (() => void) | undefined }) {
  const nameOfSite = useSiteNames();
  const [word, mood] = STATUSES[well.status];
  return (
    <li className="flex items-center gap-3 px-4 py-3 hover:bg-raised">
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">{well.name}</p>
        <p className="text-sm wrap-anywhere text-quiet">
          {nameOfSite(well.siteId)} · {rolesOf(well)}
        </p>
      </div>
      {well.status !== "active" && <Badge mood={mood}>{word}</Badge>}
      {onEdit && (
        <IconButton label={`Edit ${well.name}`} onClick={onEdit}>
          <EditIcon />
        </IconButton>
      )}
    </li>
  );
}
