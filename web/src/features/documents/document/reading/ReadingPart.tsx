import { useState } from "react";

import type { Problem } from "@/api/problem";
import { Badge } from "@/components/Badge";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { ProgressBar } from "@/components/ProgressBar";
import { Section } from "@/components/Section";
import { Skeleton } from "@/components/Skeleton";
import { formatFully, formatMoment } from "@/format/format";
import { rolesInWords } from "@/format/roles";
import { useMay, useMe } from "@/session/session";

import type { OneDocument, Reader, ReaderPage } from "../types";
import { AcknowledgeButton } from "./AcknowledgeButton";
import { useListReadersInfiniteQuery, type Standing } from "./requests";

const STANDINGS: readonly (readonly [Standing, string])[] = [
  ["", "Everybody"],
  ["outstanding", "Who has not yet"],
  ["acknowledged", "Who has"],
];

/** Who must say that they have read the revision in force, and who has not yet. */
export function ReadingPart({ document }: { document: OneDocument }) {
  const me = useMe();
  const mayReview = useMay("documents:review");
  const roles = rolesInWords(document.acknowledgementRoles).toLowerCase();
  return (
    <div className="space-y-5">
      <Section title="Read and acknowledged" lead={`Asked are ${roles}, as far as they see the document, about the revision that is in force. A further revision asks anew.`}>
        <Mine document={document} />
      </Section>
      {(mayReview || document.createdBy === me?.id) && document.approved !== null && <People document={document} />}
    </div>
  );
}

function Mine({ document: { id, title, approved, acknowledgement, trashedAt } }: { document: OneDocument }) {
  if (approved === null) return <p className="text-sm text-quiet">Nobody is asked before a revision is in force.</p>;
  if (acknowledgement === null) return <p className="text-sm text-quiet">You are not asked.</p>;
  const { revision, acknowledgedAt } = acknowledgement;
  if (acknowledgedAt !== null) {
    return (
      <p className="text-sm">
        You have said on <time dateTime={acknowledgedAt}>{formatFully(acknowledgedAt)}</time> that you have read revision {revision}.
      </p>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="mr-auto text-sm">You are asked to read revision {revision}.</p>
      {trashedAt === null && <AcknowledgeButton place={{ id, number: revision }} title={title} />}
    </div>
  );
}

function People({ document }: { document: OneDocument }) {
  const [standing, setStanding] = useState<Standing>("outstanding");
  const list = useListReadersInfiniteQuery({ id: document.id, standing });
  const readers = list.currentData?.pages.flatMap((page) => page.items);
  const progress = list.currentData?.pages[0]?.progress ?? null;
  const now = new Date();
  return (
    <Section title="Who has and who has not">
      {progress && <Progress progress={progress} />}
      <select aria-label="Whom to show" value={standing} onChange={(event) => setStanding(event.target.value as Standing)} className="mb-3 h-10 rounded-lg border border-line bg-surface px-3 text-sm text-ink">
        {STANDINGS.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {readers === undefined && !list.isError && <Skeleton label="Loading people" />}
      {readers?.length === 0 && !list.hasNextPage && <p className="text-sm text-quiet">{standing === "outstanding" ? "Nobody is left to ask: all who must have read it." : "Nobody."}</p>}
      {readers !== undefined && readers.length > 0 && (
        <ul aria-label="People" className="divide-y divide-line rounded-xl border border-line">
          {readers.map((reader) => (
            <Line key={reader.userId} reader={reader} now={now} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </Section>
  );
}

function Progress({ progress: { asked, acknowledged } }: { progress: NonNullable<ReaderPage["progress"]> }) {
  const percent = asked === 0 ? 100 : Math.floor((acknowledged * 100) / asked);
  return (
    <div className="mb-4">
      <p className="text-sm">
        <strong className="font-semibold">
          {acknowledged.toLocaleString()} of {asked.toLocaleString()}
        </strong>{" "}
        {asked === 1 ? "person has" : "people have"} read it.
      </p>
      <ProgressBar label="People who have read it" percent={percent} className="mt-2 h-1.5" look="bg-good" />
    </div>
  );
}

function Line({ reader: { name, role, must, acknowledgedAt }, now }: { reader: Reader; now: Date }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5 text-sm">
      <span className="mr-auto min-w-0 font-medium wrap-anywhere">
        {name ?? "Somebody who was deleted"}
        <span className="ml-2 text-xs font-normal text-quiet">
          {role}
          {!must && ", not asked any more"}
        </span>
      </span>
      {acknowledgedAt === null ? (
        <Badge mood="calm">Not yet</Badge>
      ) : (
        <>
          <time dateTime={acknowledgedAt} title={formatFully(acknowledgedAt)} className="text-xs text-quiet">
            {formatMoment(acknowledgedAt, now)}
          </time>
          <Badge mood="good">Has read it</Badge>
        </>
      )}
    </li>
  );
}
