import { Link } from "react-router";

import { usePersonName } from "@/api/people";
import type { Problem } from "@/api/problem";
import { Empty } from "@/components/Empty";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { formatFully, formatMoment } from "@/format/format";

import { addressOf } from "../PartLinks";
import type { OneDocument } from "../types";
import { useListActivityInfiniteQuery } from "./requests";
import { deedOf, namelessOf, REVISION, type Happened } from "./words";

/** Who did what when, the newest first. */
export function ActivityPart({ document }: { document: OneDocument }) {
  const list = useListActivityInfiniteQuery(document.id);
  const found = list.data?.pages.flatMap((page) => page.items);
  const now = new Date();
  return (
    <section aria-label="Activity">
      <p className="mb-4 text-sm text-quiet">What happened in the last 30 days, the newest first.</p>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {found === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading what happened" />
        </div>
      )}
      {found?.length === 0 && <Empty title="Nothing lately">Nothing happened to this document in the last 30 days.</Empty>}
      {found !== undefined && found.length > 0 && (
        <ol aria-label="Activity" className="divide-y divide-line rounded-2xl border border-line bg-surface shadow-sm">
          {found.map((one) => (
            <Row key={one.id} document={document} happened={one} now={now} />
          ))}
        </ol>
      )}
      <MoreButton list={list} />
    </section>
  );
}

function Row({ document, happened, now }: { document: OneDocument; happened: Happened; now: Date }) {
  const nameless = namelessOf(happened, document.guest);
  const name = usePersonName(nameless === null ? happened.by : null);
  const who = nameless ?? name.charAt(0).toUpperCase() + name.slice(1);
  const [before = "", after = ""] = deedOf(happened).split(REVISION);
  const { revision } = happened;
  return (
    <li className="flex flex-col gap-x-4 gap-y-0.5 px-4 py-3 text-sm sm:flex-row sm:items-baseline">
      <p className="min-w-0 flex-1 wrap-anywhere">
        <span className="font-medium">{who}</span> {before}
        {deedOf(happened).includes(REVISION) &&
          (revision === null ? (
            "a revision"
          ) : (
            <Link to={{ pathname: addressOf(document.id, ""), search: `?revision=${revision}` }} className="font-medium text-brand underline-offset-2 hover:underline">
              revision {revision}
            </Link>
          ))}
        {after}.
      </p>
      <time dateTime={happened.at} title={formatFully(happened.at)} className="shrink-0 text-xs text-quiet">
        {formatMoment(happened.at, now)}
      </time>
    </li>
  );
}
