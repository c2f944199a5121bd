import { useState } from "react";

import { asProblem, sentenceOf, type Problem } from "@/api/problem";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Empty } from "@/components/Empty";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";

import type { NewShareLink, OneDocument, ShareLink } from "../types";
import { AddressDialog } from "./AddressDialog";
import { LinkDialog } from "./LinkDialog";
import { LinkRow } from "./LinkRow";
import { useListShareLinksInfiniteQuery, useRevokeShareLinkMutation, useRevokeShareLinksMutation } from "./requests";
import { UsesDialog } from "./UsesDialog";

type Open = { readonly kind: "make" | "revoke-all" } | { readonly kind: "made"; readonly link: NewShareLink } | { readonly kind: "revoke" | "uses"; readonly link: ShareLink } | null;

interface Props {
  readonly document: OneDocument;
  /** The number of the revision that is looked at. */
  readonly shown: number;
}

/** Links for people without an account. */
export function SharingPart({ document, shown }: Props) {
  const list = useListShareLinksInfiniteQuery(document.id);
  const links = list.data?.pages.flatMap((page) => page.items);
  const [open, setOpen] = useState<Open>(null);
  const now = new Date();
  const canShare = document.trashedAt === null && document.current !== null;
  const working = links?.filter(({ state }) => state === "active" || state === "suspended").length ?? 0;
  return (
    <section aria-label="Sharing">
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <p className="mr-auto max-w-prose text-sm text-quiet">A link lets somebody without an account look at this document or download it, as far as the organisation allows.</p>
        {working > 1 && (
          <Button look="warning" onClick={() => setOpen({ kind: "revoke-all" })}>
            Revoke all…
          </Button>
        )}
        {canShare && (
          <Button look="primary" onClick={() => setOpen({ kind: "make" })}>
            Make a link
          </Button>
        )}
      </div>
      {document.trashedAt !== null && <p className="mb-4 text-sm text-quiet">Links lead nowhere while the document is in the trash.</p>}
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {links === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading links" />
        </div>
      )}
      {links?.length === 0 && <Empty title="No links">Nobody without an account reaches this document.</Empty>}
      {links !== undefined && links.length > 0 && (
        <ul aria-label="Links" className="divide-y divide-line rounded-2xl border border-line bg-surface shadow-sm">
          {links.map((link) => (
            <LinkRow key={link.id} link={link} now={now} onUses={() => setOpen({ kind: "uses", link })} onRevoke={() => setOpen({ kind: "revoke", link })} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      <Dialogs document={document} shown={shown} open={open} setOpen={setOpen} />
    </section>
  );
}

function Dialogs({ document, shown, open, setOpen }: Props & { open: Open; setOpen: (next: Open | ((now: Open) => Open)) => void }) {
  const say = useToast();
  const [revoke] = useRevokeShareLinkMutation();
  const [revokeAll] = useRevokeShareLinksMutation();
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      say(done);
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  // A dialog that gives way to another one closes too: only the one on show may clear the page.
  const close = () => setOpen((now) => (now === open ? null : now));
  switch (open?.kind) {
    case undefined:
      return null;
    case "make":
      return <LinkDialog document={document} shown={shown} onMade={(link) => setOpen({ kind: "made", link })} onClose={close} />;
    case "made":
      return <AddressDialog link={open.link} onClose={close} />;
    case "uses":
      return <UsesDialog link={open.link} onClose={close} />;
    case "revoke":
      return (
        <ConfirmDialog title="Revoke this link?" confirmLabel="Revoke" onConfirm={() => void attempt(() => revoke(open.link.id).unwrap(), "The link works no more.")} onClose={close}>
          <p className="wrap-anywhere">{open.link.note === "" ? "It" : `“${open.link.note}”`} works no more, at once. What was downloaded stays with whoever has it. A revoked link cannot be taken back into use.</p>
        </ConfirmDialog>
      );
    case "revoke-all":
      return (
        <ConfirmDialog title="Revoke all links to this document?" confirmLabel="Revoke all" onConfirm={() => void attempt(() => revokeAll(document.id).unwrap(), "No link to this document works any more.")} onClose={close}>
          <p>None of them works any more, at once. They stay listed with their logs.</p>
        </ConfirmDialog>
      );
  }
}
