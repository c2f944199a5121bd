import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";

import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { formatFully, formatMoment } from "@/format/format";
import { useMay, useMe } from "@/session/session";

import { addressOf } from "./PartLinks";
import { AcknowledgeButton } from "./reading/AcknowledgeButton";
import { standingOf, unsettled } from "./standing";
import type { OneDocument } from "./types";
import { useRevision } from "./useDocument";
import { useSteps } from "./useSteps";
import { counted, wasGivenUp } from "./words";

const LINK = "inline-flex min-h-9 items-center rounded-lg px-1 font-semibold underline underline-offset-2";

interface Props {
  readonly document: OneDocument;
  readonly number: number;
}

/** What must be known before anything is done with the document, the gravest first. */
export function Banners({ document, number }: Props) {
  return (
    <div className="space-y-2 empty:hidden">
      {document.trashedAt !== null && <Trashed document={document} trashedAt={document.trashedAt} />}
      <Held document={document} />
      <Unsettled document={document} />
      <ShownRevision document={document} number={number} />
      <Asked document={document} />
      <ToRead document={document} number={number} />
      <Duplicates document={document} />
    </div>
  );
}

function Trashed({ document, trashedAt }: { document: OneDocument; trashedAt: string }) {
  const mayRestore = useMay("documents:delete");
  const mayPurge = useMay("retention:write");
  const steps = useSteps(document);
  const navigate = useNavigate();
  const [purging, setPurging] = useState(false);
  const purge = async () => {
    if (await steps.purge()) await navigate("/trash", { replace: true });
  };
  const actions = (
    <>
      {mayRestore && <Button onClick={() => void steps.restore()}>Restore</Button>}
      {mayPurge && (
        <Button look="warning" onClick={() => setPurging(true)}>
          Delete for good…
        </Button>
      )}
    </>
  );
  return (
    <Banner mood="warn" actions={actions}>
      In the trash since <time title={formatFully(trashedAt)}>{formatMoment(trashedAt, new Date())}</time>. It is listed nowhere else, and nothing about it can be changed before it is restored.
      {purging && (
        <ConfirmDialog title="Delete for good?" confirmLabel="Delete for good" onConfirm={() => void purge()} onClose={() => setPurging(false)}>
          <p className="wrap-anywhere">“{document.title}” goes with all its revisions and links. It is gone at once, and nothing brings it back. Its number is not given again; what happened to it stays on record.</p>
        </ConfirmDialog>
      )}
    </Banner>
  );
}

function Held({ document }: { document: OneDocument }) {
  if (!document.isHeld) return null;
  return (
    <Banner mood="brand" actions={<Link to={addressOf(document.id, "keeping")} className={LINK}>Why</Link>}>
      Under legal hold{document.holds === null ? "" : ` by ${counted(document.holds.length, "case", "cases")}`}: nobody can delete it for good.
    </Banner>
  );
}

/** The newest revision, while there is no looking at it: on its way, or refused. */
function Unsettled({ document }: { document: OneDocument }) {
  const mayWrite = useMay("documents:write");
  const steps = useSteps(document);
  const newest = unsettled(document);
  if (newest === null) return null;
  const name = `Revision ${newest.number}`;
  switch (newest.state) {
    case "awaiting_upload":
      return (
        <Banner mood="brand" actions={mayWrite && <Button onClick={() => void steps.giveUp(newest.number)}>Give it up</Button>}>
          {name} is on its way: “{newest.fileName}” has not arrived as a whole. Whoever began can go on by choosing the same file again.
        </Banner>
      );
    case "verifying":
      return (
        <Banner mood="brand">
          {name} has arrived and is being verified: size, hash, real type, malware.{document.current !== null && ` Until it is ready, revision ${document.current.number} stays the newest.`}
        </Banner>
      );
    case "rejected":
      if (wasGivenUp(newest) && document.current !== null) return null;
      return (
        <Banner mood={wasGivenUp(newest) ? "calm" : "bad"}>
          <strong className="font-semibold">{wasGivenUp(newest) ? `There is no file.` : `${name} was refused.`}</strong> {newest.rejection?.message}
        </Banner>
      );
    case "ready":
      return null;
  }
}

function ShownRevision({ document, number }: Props) {
  const [query] = useSearchParams();
  const at = (revision: number) => {
    const next = new URLSearchParams(query);
    next.set("revision", String(revision));
    next.delete("page");
    return { search: next.toString() };
  };
  const standing = standingOf(document, number);
  switch (standing.kind) {
    case "not-in-force":
      return (
        <Banner mood="warn" actions={<Link to={at(standing.inForce)} className={LINK}>To revision {standing.inForce}</Link>}>
          <strong className="font-semibold">Revision {standing.inForce} is in force; you are looking at {number}.</strong>
        </Banner>
      );
    case "in-force-with-later":
      return (
        <Banner mood="calm" actions={<Link to={at(standing.later)} className={LINK}>Look at it</Link>}>
          Revision {standing.later} is newer. {document.inReview === standing.later ? "It is being reviewed" : document.status === "changes_requested" ? "Changes to it were requested" : "It is a draft"}; revision {number} stays in force.
        </Banner>
      );
    case "none-in-force":
      return <Banner mood="warn">No revision is in force yet: {document.inReview === null ? "a review puts one in force" : `revision ${document.inReview} is being reviewed`}.</Banner>;
    case "in-force":
    case "nothing-yet":
      return null;
  }
}

/** A decision that waits for the reader. */
function Asked({ document }: { document: OneDocument }) {
  const me = useMe();
  const { revision } = useRevision(document.inReview === null ? null : { id: document.id, number: document.inReview });
  const mine = revision?.review?.reviewers.find(({ userId }) => userId === me?.id);
  if (mine?.decision !== null || document.inReview === null || document.trashedAt !== null) return null;
  return (
    <Banner mood="warn" actions={<Link to={{ pathname: addressOf(document.id, "review"), search: `revision=${document.inReview}` }} className={LINK}>Decide</Link>}>
      <strong className="font-semibold">You are asked to decide about revision {document.inReview}</strong>
      {mine.dueAt !== null && `, by ${formatMoment(mine.dueAt, new Date())}`}.
    </Banner>
  );
}

/** What the reader still has to acknowledge: where they look at it, at once. */
function ToRead({ document: { id, title, acknowledgement, trashedAt }, number }: Props) {
  if (acknowledgement?.acknowledgedAt !== null || trashedAt !== null) return null;
  const { revision } = acknowledgement;
  const isShown = revision === number;
  return (
    <Banner
      mood="warn"
      actions={
        isShown ? (
          <AcknowledgeButton place={{ id, number: revision }} title={title} />
        ) : (
          <Link to={{ pathname: addressOf(id, ""), search: `revision=${revision}` }} className={LINK}>
            To revision {revision}
          </Link>
        )
      }
    >
      <strong className="font-semibold">You are asked to read revision {revision}</strong> and to say that you have.
    </Banner>
  );
}

function Duplicates({ document: { duplicates } }: { document: OneDocument }) {
  if (duplicates.length === 0) return null;
  return (
    <Banner mood="calm">
      The same file is also in{" "}
      {duplicates.map(({ id, title, trashed }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Link to={addressOf(id, "")} className="font-medium text-brand underline underline-offset-2">
            {title}
          </Link>
          {trashed && " (in the trash)"}
        </span>
      ))}
      .
    </Banner>
  );
}
