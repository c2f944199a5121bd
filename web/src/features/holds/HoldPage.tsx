import { useState } from "react";
import { useParams } from "react-router";

import { asProblem, sentenceOf } from "@/api/problem";
import type { Hold } from "@/api/types";
import { Awaited } from "@/components/Awaited";
import { BackLink } from "@/components/BackLink";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Facts } from "@/components/Facts";
import { PersonName } from "@/components/PersonName";
import { Section } from "@/components/Section";
import { useToast } from "@/components/Toasts";
import { formatFully } from "@/format/format";
import { useMay } from "@/session/session";

import { HeldDocuments } from "./HeldDocuments";
import { HoldDialog } from "./HoldDialog";
import { useCloseHoldMutation, useReadHoldQuery } from "./requests";
import { STATES } from "./words";

const LIVE_MS = 2_000;

/** One case and what it keeps. */
export function HoldPage() {
  const { holdId = "" } = useParams();
  const first = useReadHoldQuery(holdId);
  const hold = first.currentData;
  useReadHoldQuery(holdId, { pollingInterval: hold?.state === "closing" ? LIVE_MS : 0, skipPollingIfUnfocused: true });
  return (
    <>
      <BackLink to="/settings/holds">Legal holds</BackLink>
      <Awaited query={first} what="case" gone="There is no such case, or the address is not whole." />
      {hold !== undefined && <Loaded hold={hold} readAgain={() => first.refetch().unwrap()} />}
    </>
  );
}

function Loaded({ hold, readAgain }: { hold: Hold; readAgain: () => Promise<Hold> }) {
  const [open, setOpen] = useState<"change" | "close" | null>(null);
  const mayWrite = useMay("holds:write");
  const [close] = useCloseHoldMutation();
  const say = useToast();
  const [word, mood] = STATES[hold.state];
  const done = () => setOpen(null);
  const letGo = async () => {
    try {
      await close(hold.id).unwrap();
      say(`${hold.name} is being closed.`);
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="min-w-0 text-xl font-semibold tracking-tight break-words">{hold.name}</h2>
        <span role="status" className="mr-auto">
          <Badge mood={mood}>{word}</Badge>
        </span>
        {mayWrite && <Button onClick={() => setOpen("change")}>Change…</Button>}
        {mayWrite && hold.state === "open" && (
          <Button look="warning" className="border border-line" onClick={() => setOpen("close")}>
            Close the case…
          </Button>
        )}
      </div>
      <Section title="Why">
        <p className="mb-3 text-sm whitespace-pre-line wrap-anywhere">{hold.reason}</p>
        <Facts
          rows={[
            ["Opened", <span key="opened">{formatFully(hold.createdAt)} by <PersonName id={hold.createdBy} /></span>],
            hold.closedAt === null ? null : ["Closed", <span key="closed">{formatFully(hold.closedAt)} by <PersonName id={hold.closedBy} /></span>],
          ]}
        />
      </Section>
      <Section title="Documents" lead={hold.state === "open" ? "Held from the moment they are added." : "Those that are still held."}>
        <HeldDocuments hold={hold} />
      </Section>
      {open === "change" && <HoldDialog hold={hold} readAgain={readAgain} onSaved={() => say("Saved.")} onClose={done} />}
      {open === "close" && (
        <ConfirmDialog title={`Close ${hold.name}?`} confirmLabel="Close the case" onConfirm={() => void letGo()} onClose={done}>
          <p>All its documents are let go, and it takes no more: this cannot be undone. What other cases hold stays held; what a retention policy is waiting for may be deleted from the next run on.</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
