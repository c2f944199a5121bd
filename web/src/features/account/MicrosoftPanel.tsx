import { useState } from "react";

import { Button } from "@/components/Button";

import { PasswordDialog } from "./PasswordDialog";
import { useConnectMicrosoftMutation } from "./requests";

/** Both are proved: the password here, the other account at Microsoft, from where the browser comes back to this page. */
export function MicrosoftPanel({ email }: { email: string }) {
  const [open, setOpen] = useState(false);
  const [connect] = useConnectMicrosoftMutation();
  return (
    <>
      <Button onClick={() => setOpen(true)}>Connect a Microsoft account…</Button>
      {open && (
        <PasswordDialog
          title="Connect a Microsoft account"
          lead="You sign in at Microsoft next."
          email={email}
          confirmLabel="Go to Microsoft"
          onClose={() => setOpen(false)}
          onPassword={async (password) => window.location.assign((await connect(password).unwrap()).url)}
        />
      )}
    </>
  );
}
