import { useState } from "react";

import { asProblem, sentenceOf, type Problem } from "@/api/problem";
import type { ApiKey, NewApiKey } from "@/api/types";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Empty } from "@/components/Empty";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";
import { useMay } from "@/session/session";

import { CreateDialog } from "./CreateDialog";
import { KeyDialog } from "./KeyDialog";
import { KeyRow } from "./KeyRow";
import { useLazyReadApiKeyQuery, useListApiKeysInfiniteQuery, useRevokeApiKeyMutation } from "./requests";
import { RotateDialog } from "./RotateDialog";
import { SecretDialog } from "./SecretDialog";

const SELECT = "mr-auto h-10 rounded-lg border border-line bg-surface px-3 text-sm text-ink";

type Open =
  | { readonly kind: "create" }
  | { readonly kind: "key" | "rotate" | "revoke"; readonly key: ApiKey }
  | { readonly kind: "secret"; readonly name: string; readonly secret: string }
  | null;

export function ApiKeysPage() {
  const [state, setState] = useState<ApiKey["state"] | "">("");
  const list = useListApiKeysInfiniteQuery(state);
  const keys = list.data?.pages.flatMap((page) => page.items);
  const [open, setOpen] = useState<Open>(null);
  const mayWrite = useMay("api-keys:write");
  const now = new Date();
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <select aria-label="State" className={SELECT} value={state} onChange={(event) => setState(event.target.value as ApiKey["state"] | "")}>
          <option value="">All but revoked</option>
          <option value="active">Active</option>
          <option value="expired">Expired</option>
          <option value="revoked">Revoked</option>
        </select>
        {mayWrite && (
          <Button look="primary" onClick={() => setOpen({ kind: "create" })}>
            Create an API key
          </Button>
        )}
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {keys === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading API keys" />
        </div>
      )}
      {keys?.length === 0 && <Empty title={state === "" ? "No API keys" : "None in this state"}>With a key, a machine of yours comes in: a data historian, a script, another system.</Empty>}
      {keys !== undefined && keys.length > 0 && (
        <ul aria-label="API keys" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} now={now} onOpen={() => setOpen({ kind: "key", key })} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      <Dialogs open={open} setOpen={setOpen} mayWrite={mayWrite} />
    </>
  );
}

function Dialogs({ open, setOpen, mayWrite }: { open: Open; setOpen: (next: Open | ((now: Open) => Open)) => void; mayWrite: boolean }) {
  const act = useActions();
  // A dialog that gives way to another one closes too: only the one on show may clear the page.
  const close = () => setOpen((now) => (now === open ? null : now));
  const showSecret = ({ name, secret }: NewApiKey) => setOpen(secret === null ? null : { kind: "secret", name, secret });
  switch (open?.kind) {
    case undefined:
      return null;
    case "create":
      return <CreateDialog onCreated={showSecret} onClose={close} />;
    case "secret":
      return <SecretDialog name={open.name} secret={open.secret} onClose={close} />;
    case "revoke":
      return (
        <ConfirmDialog title={`Revoke ${open.key.name}?`} confirmLabel="Revoke" onConfirm={() => void act.revoke(open.key)} onClose={close}>
          <p>Whatever uses it is locked out within seconds. A revoked key cannot be taken back into use.</p>
        </ConfirmDialog>
      );
    case "rotate":
    case "key": {
      const { key, kind } = open;
      const reload = () => void act.read(key, (current) => setOpen({ kind, key: current }));
      if (kind === "rotate") return <RotateDialog key={key.etag} apiKey={key} onRotated={showSecret} onClose={close} onReload={reload} />;
      const next = (step: "rotate" | "revoke") => () => setOpen({ kind: step, key });
      return <KeyDialog key={key.etag} apiKey={key} mayWrite={mayWrite} onClose={close} onReload={reload} onRotate={next("rotate")} onRevoke={next("revoke")} />;
    }
  }
}

function useActions() {
  const say = useToast();
  const [revoke] = useRevokeApiKeyMutation();
  const [read] = useLazyReadApiKeyQuery();
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return {
    revoke: (key: ApiKey) =>
      attempt(async () => {
        await revoke(key.id).unwrap();
        say(`${key.name} was revoked.`);
      }),
    read: (key: ApiKey, show: (current: ApiKey) => void) => attempt(async () => show(await read(key.id).unwrap())),
  };
}
