import { useState } from "react";

import { asProblem, sentenceOf, type Problem } from "@/api/problem";
import type { NewUploadLink, UploadLink } from "@/api/types";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Empty } from "@/components/Empty";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";

import { AddressDialog } from "./AddressDialog";
import { CreateDialog } from "./CreateDialog";
import { LinkRow } from "./LinkRow";
import { useListUploadLinksInfiniteQuery, useRevokeUploadLinkMutation } from "./requests";
import { UsesDialog } from "./UsesDialog";
import { nameOf } from "./words";

type Open = { readonly kind: "create" } | { readonly kind: "uses" | "revoke"; readonly link: UploadLink } | { readonly kind: "address"; readonly link: NewUploadLink } | null;

/** Links by which people without an account send files. */
export function UploadLinksPage() {
  const list = useListUploadLinksInfiniteQuery(undefined);
  const links = list.data?.pages.flatMap((page) => page.items);
  const [open, setOpen] = useState<Open>(null);
  const now = new Date();
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <p className="mr-auto max-w-prose min-w-48 flex-1 text-sm text-quiet">For suppliers and partners without an account: who has the link sends files, which arrive as documents where the link says. They see nothing of what is here.</p>
        <Button look="primary" onClick={() => setOpen({ kind: "create" })}>
          Make a link
        </Button>
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {links === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading links" />
        </div>
      )}
      {links?.length === 0 && <Empty title="No links">Certificates from a supplier, reports of a contractor: they come in without an account.</Empty>}
      {links !== undefined && links.length > 0 && (
        <ul aria-label="Upload links" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {links.map((link) => (
            <LinkRow key={link.id} link={link} now={now} onUses={() => setOpen({ kind: "uses", link })} onRevoke={() => setOpen({ kind: "revoke", link })} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      <Dialogs open={open} setOpen={setOpen} />
    </>
  );
}

function Dialogs({ open, setOpen }: { open: Open; setOpen: (next: Open | ((now: Open) => Open)) => void }) {
  const [revoke] = useRevokeUploadLinkMutation();
  const say = useToast();
  // A dialog that gives way to another one closes too: only the one on show may clear the page.
  const close = () => setOpen((now) => (now === open ? null : now));
  const end = async (link: UploadLink) => {
    try {
      await revoke(link.id).unwrap();
      say(`${nameOf(link)} takes nothing more.`);
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  switch (open?.kind) {
    case undefined:
      return null;
    case "create":
      return <CreateDialog onCreated={(link) => setOpen({ kind: "address", link })} onClose={close} />;
    case "address":
      return <AddressDialog link={open.link} onClose={close} />;
    case "uses":
      return <UsesDialog link={open.link} onClose={close} />;
    case "revoke":
      return (
        <ConfirmDialog title={`Revoke ${nameOf(open.link)}?`} confirmLabel="Revoke" onConfirm={() => void end(open.link)} onClose={close}>
          <p>It takes nothing more, at once. What came by it stays.</p>
        </ConfirmDialog>
      );
  }
}
