import { useState } from "react";

import type { Problem } from "@/api/problem";
import { Button } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";

import { ArchiveRow } from "./ArchiveRow";
import { CreateDialog } from "./CreateDialog";
import { useListArchivesInfiniteQuery } from "./requests";
import { isOver } from "./words";

const LIVE_MS = 2_000;

/** Everything the organisation has, to be taken away: for a move, a partner, a rainy day. */
export function ArchivesPage() {
  const list = useListArchivesInfiniteQuery(undefined);
  const archives = list.data?.pages.flatMap((page) => page.items);
  const moving = archives?.some((archive) => !isOver(archive)) ?? false;
  useListArchivesInfiniteQuery(undefined, { pollingInterval: moving ? LIVE_MS * (list.data?.pages.length ?? 1) : 0, skipPollingIfUnfocused: true });
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <p className="mr-auto max-w-prose min-w-48 flex-1 text-sm text-quiet">An archive holds everything of the organisation: all files in all revisions, what is known about them, and who did what. It comes in parts with a manifest that says what must be in them.</p>
        <Button look="primary" disabled={moving} onClick={() => setAsking(true)}>
          Make an archive
        </Button>
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {archives === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading archives" />
        </div>
      )}
      {archives?.length === 0 && <Empty title="No archives yet">Making one disturbs nobody; it can be downloaded for some days.</Empty>}
      {archives !== undefined && archives.length > 0 && (
        <ul aria-label="Archives" className="space-y-4">
          {archives.map((archive) => (
            <ArchiveRow key={archive.id} archive={archive} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      {asking && <CreateDialog onClose={() => setAsking(false)} />}
    </>
  );
}
