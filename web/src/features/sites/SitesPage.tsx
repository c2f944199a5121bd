import { useDeferredValue, useState } from "react";

import { asProblem, sentenceOf, type Problem } from "@/api/problem";
import type { Site } from "@/api/types";
import { Badge } from "@/components/Badge";
import { Button, IconButton } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { EditIcon } from "@/components/icons";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";
import { useMay } from "@/session/session";

import { useLazyReadSiteQuery, useListSitesInfiniteQuery } from "./requests";
import { SiteDialog } from "./SiteDialog";

const SELECT = "h-10 rounded-lg border border-line bg-surface px-3 text-sm text-ink";

type Open = "add" | Site | null;

export function SitesPage() {
  const [status, setStatus] = useState<Site["status"] | "">("");
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const list = useListSitesInfiniteQuery({ status, search });
  const sites = list.data?.pages.flatMap((page) => page.items);
  const [open, setOpen] = useState<Open>(null);
  const mayWrite = useMay("sites:write");
  const reload = useReload(setOpen);
  const filtered = search !== "" || status !== "";
  const add = mayWrite && (
    <Button look="primary" onClick={() => setOpen("add")}>
      Add a site
    </Button>
  );
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <input type="search" aria-label="Search by name or code" placeholder="Search" maxLength={100} value={typed} onChange={(event) => setTyped(event.target.value)} className={`${SELECT} w-40 min-w-0 grow sm:grow-0`} />
        <select aria-label="Status" className={`${SELECT} mr-auto`} value={status} onChange={(event) => setStatus(event.target.value as Site["status"] | "")}>
          <option value="">All</option>
          <option value="active">Active</option>
          <option value="suspended">Suspended</option>
        </select>
        {add}
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {sites === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading sites" />
        </div>
      )}
      {sites?.length === 0 && <Empty title={filtered ? "No site matches" : "No sites yet"}>{filtered ? "Try fewer filters." : "Platforms, fields, plants: whatever reports and documents belong to."}</Empty>}
      {sites !== undefined && sites.length > 0 && (
        <ul aria-label="Sites" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {sites.map((site) => (
            <Row key={site.id} site={site} onEdit={mayWrite ? () => setOpen(site) : undefined} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      {open !== null && <SiteDialog key={open === "add" ? "" : open.etag} site={open === "add" ? null : open} onClose={() => setOpen((now) => (now === open ? null : now))} onReload={() => void reload(open)} />}
    </>
  );
}

function useReload(show: (site: Site) => void) {
  const [read] = useLazyReadSiteQuery();
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

function Row({ site, onEdit }: { site: Site; onEdit: (() => void) | undefined }) {
  return (
    <li className="flex items-center gap-3 px-4 py-3 hover:bg-raised">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{site.name}</p>
        <p className="text-sm break-words text-quiet">
          {site.code} · {site.timeZone} · day begins {site.dayStart}
        </p>
      </div>
      {site.status === "suspended" && <Badge mood="warn">Suspended</Badge>}
      {onEdit && (
        <IconButton label={`Edit ${site.name}`} onClick={onEdit}>
          <EditIcon />
        </IconButton>
      )}
    </li>
  );
}
