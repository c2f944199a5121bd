import { Link, useSearchParams } from "react-router";

import { HashCode } from "@/components/HashCode";
import { Menu, type MenuItem } from "@/components/Menu";
import { PersonName } from "@/components/PersonName";
import { formatBytes, formatFully, formatMoment } from "@/format/format";

import { RevisionBadge } from "../RevisionBadge";
import type { Revision } from "../types";
import { wasGivenUp } from "../words";

interface Props {
  readonly revision: Revision;
  /** This is the one that is looked at. */
  readonly shown: boolean;
  readonly reviewRequired: boolean;
  readonly now: Date;
  readonly items: readonly MenuItem[];
}

/** One revision: a row on a desk, a card on a phone. */
export function RevisionRow({ revision, shown, reviewRequired, now, items }: Props) {
  const [query] = useSearchParams();
  const next = new URLSearchParams(query);
  next.set("revision", String(revision.number));
  next.delete("page");
  const { number, fileName, sizeBytes, sha256, createdAt, createdBy, restoredFrom, rejection } = revision;
  return (
    <li aria-current={shown || undefined} className={`grid grid-cols-[3rem_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1 px-4 py-3 first:rounded-t-2xl last:rounded-b-2xl ${shown ? "bg-brand-soft/50" : "hover:bg-raised"}`}>
      <Link to={{ search: next.toString() }} aria-label={`Look at revision ${number}`} className="rounded-lg text-lg font-semibold text-brand tabular-nums hover:underline">
        {number}
      </Link>
      <div className="min-w-0 space-y-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <RevisionBadge revision={revision} reviewRequired={reviewRequired} />
          {shown && <span className="text-xs text-quiet">looked at</span>}
          {restoredFrom !== null && <span className="text-xs text-quiet">the file of revision {restoredFrom}</span>}
        </div>
        <p className="text-sm wrap-anywhere">{fileName}</p>
        {rejection && <p className={`text-sm ${wasGivenUp(revision) ? "text-quiet" : "text-bad"}`}>{rejection.message}</p>}
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-quiet">
          <span className="tabular-nums">{formatBytes(sizeBytes)}</span>
          <HashCode sha256={sha256} of={`revision ${number}`} />
          <span>
            by <PersonName id={createdBy} />,{" "}
            <time dateTime={createdAt} title={formatFully(createdAt)}>
              {formatMoment(createdAt, now)}
            </time>
          </span>
        </p>
      </div>
      <Menu label={`More about revision ${number}`} items={items} />
    </li>
  );
}
