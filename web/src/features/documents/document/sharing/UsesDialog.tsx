import type { Problem } from "@/api/problem";
import { Badge } from "@/components/Badge";
import { Dialog } from "@/components/Dialog";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { formatFully, formatMoment } from "@/format/format";

import type { ShareLink, ShareUsePage } from "../types";
import { useListUsesInfiniteQuery } from "./requests";

const OUTCOMES: Record<ShareUsePage["items"][number]["outcome"], readonly [word: string, mood: "good" | "warn"]> = {
  downloaded: ["Downloaded", "good"],
  viewed: ["Looked at", "good"],
  password_wrong: ["Wrong password", "warn"],
};

/** The access log of a link. */
export function UsesDialog({ link, onClose }: { link: ShareLink; onClose: () => void }) {
  const list = useListUsesInfiniteQuery(link.id);
  const uses = list.data?.pages.flatMap((page) => page.items);
  const now = new Date();
  return (
    <Dialog title={link.note === "" ? "Uses of the link" : `Uses: ${link.note}`} onClose={onClose}>
      <p className="mb-3 text-sm text-quiet">Of the last 90 days: when, from which network and with what.</p>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {uses === undefined && !list.isError && <Skeleton label="Loading uses" />}
      {uses?.length === 0 && <p className="text-sm">Nobody has used it.</p>}
      {uses !== undefined && uses.length > 0 && (
        <ul aria-label="Uses" className="divide-y divide-line rounded-xl border border-line">
          {uses.map(({ id, at, outcome, revision, network, device }) => (
            <li key={id} className="px-3 py-2 text-sm">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <time dateTime={at} title={formatFully(at)} className="mr-auto font-medium">
                  {formatMoment(at, now)}
                </time>
                <Badge mood={OUTCOMES[outcome][1]}>{OUTCOMES[outcome][0]}</Badge>
              </div>
              <p className="text-xs text-quiet wrap-anywhere">
                Revision {revision} · {network} · {device}
              </p>
            </li>
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </Dialog>
  );
}
