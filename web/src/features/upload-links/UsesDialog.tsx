import { Link } from "react-router";

import type { Problem } from "@/api/problem";
import type { UploadLink } from "@/api/types";
import { Badge } from "@/components/Badge";
import { Dialog } from "@/components/Dialog";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { formatFully, formatMoment } from "@/format/format";

import { useListUploadUsesInfiniteQuery } from "./requests";
import { nameOf, OUTCOMES } from "./words";

/** The access log of a link, with the documents that came by it. */
export function UsesDialog({ link, onClose }: { link: UploadLink; onClose: () => void }) {
  const list = useListUploadUsesInfiniteQuery(link.id);
  const uses = list.data?.pages.flatMap((page) => page.items);
  const now = new Date();
  return (
    <Dialog title={`Uses: ${nameOf(link)}`} onClose={onClose}>
      <p className="mb-3 text-sm text-quiet">Of the last 90 days: when, from which network and with what.</p>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {uses === undefined && !list.isError && <Skeleton label="Loading uses" />}
      {uses?.length === 0 && <p className="text-sm">Nobody has used it.</p>}
      {uses !== undefined && uses.length > 0 && (
        <ul aria-label="Uses" className="divide-y divide-line rounded-xl border border-line">
          {uses.map(({ id, at, outcome, documentId, network, device }) => (
            <li key={id} className="px-3 py-2 text-sm">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <time dateTime={at} title={formatFully(at)} className="mr-auto font-medium">
                  {formatMoment(at, now)}
                </time>
                {documentId !== null && (
                  <Link to={`/documents/${documentId}`} className="text-brand hover:underline">
                    The document
                  </Link>
                )}
                <Badge mood={OUTCOMES[outcome][1]}>{OUTCOMES[outcome][0]}</Badge>
              </div>
              <p className="text-xs text-quiet wrap-anywhere">
                {network} · {device}
              </p>
            </li>
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </Dialog>
  );
}
