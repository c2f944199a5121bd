import type { User } from "@/api/types";
import { ConfirmDialog } from "@/components/ConfirmDialog";

import { EditDialog, type Step } from "./EditDialog";
import { InviteDialog } from "./InviteDialog";
import { useUserActions } from "./useUserActions";

export type Open = { readonly kind: "invite" } | { readonly kind: "edit" | "delete" | "sign-out" | "second-factor"; readonly user: User } | null;

interface Props {
  readonly open: Open;
  readonly setOpen: (next: Open | ((now: Open) => Open)) => void;
}

export function UserDialogs({ open, setOpen }: Props) {
  const act = useUserActions();
  // A dialog that gives way to another one closes too: only the one on show may clear the page.
  const close = () => setOpen((now) => (now === open ? null : now));
  if (open === null) return null;
  if (open.kind === "invite") return <InviteDialog onClose={close} onInvited={(email) => act.say(`The invitation to ${email} is on its way.`)} />;
  const { user } = open;
  switch (open.kind) {
    case "edit": {
      const step = (next: Step) => {
        if (next === "invite-again") void act.inviteAgain(user);
        else setOpen({ kind: next, user });
      };
      return <EditDialog key={user.etag} user={user} onClose={close} onStep={step} onReload={() => void act.read(user, (current) => setOpen({ kind: "edit", user: current }))} />;
    }
    case "delete":
      return (
        <ConfirmDialog title={`Delete ${user.name}?`} confirmLabel="Delete" onConfirm={() => void act.remove(user)} onClose={close}>
          <p>Name, address, sessions and sign-in are forgotten for good. What this person did stays on record, without a name.</p>
        </ConfirmDialog>
      );
    case "sign-out":
      return (
        <ConfirmDialog title={`End all sessions of ${user.name}?`} confirmLabel="End all sessions" onConfirm={() => void act.signOut(user)} onClose={close}>
          <p>On every device, within seconds. Signing in again is possible at once: deactivate somebody who must stay out.</p>
        </ConfirmDialog>
      );
    case "second-factor":
      return (
        <ConfirmDialog title={`Reset the second factor of ${user.name}?`} confirmLabel="Reset" onConfirm={() => void act.removeFactor(user)} onClose={close}>
          <p>For somebody who has lost phone and recovery codes. Make sure that it is them who asks: until another one is set up, the password alone lets in.</p>
        </ConfirmDialog>
      );
  }
}
