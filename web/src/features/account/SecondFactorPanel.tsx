import { useState } from "react";

import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { useToast } from "@/components/Toasts";
import { formatMoment } from "@/format/format";

import { PasswordDialog } from "./PasswordDialog";
import { useDisableSecondFactorMutation, useRenewRecoveryCodesMutation, type SecondFactor } from "./requests";
import { CodesDialog, SetUpDialog } from "./SetUpDialog";

const FEW_CODES = 3;

type Open = "set-up" | "renew" | "disable" | { readonly codes: readonly string[] } | null;

export function SecondFactorPanel({ factor, email }: { factor: SecondFactor; email: string }) {
  const [open, setOpen] = useState<Open>(null);
  const [renew] = useRenewRecoveryCodesMutation();
  const [disable] = useDisableSecondFactorMutation();
  const say = useToast();
  const close = () => setOpen(null);
  return (
    <>
      <State factor={factor} />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look={factor.since === null ? "primary" : "plain"} onClick={() => setOpen("set-up")}>
          {factor.since === null ? "Set up a second factor" : "Set up another app"}
        </Button>
        {factor.since !== null && <Button onClick={() => setOpen("renew")}>New recovery codes</Button>}
        {factor.since !== null && !factor.required && (
          <Button look="warning" onClick={() => setOpen("disable")}>
            Give it up…
          </Button>
        )}
      </div>
      {open === "set-up" && <SetUpDialog email={email} onClose={close} />}
      {open === "renew" && (
        <PasswordDialog
          title="New recovery codes"
          lead="The earlier ones do not work any more then."
          email={email}
          confirmLabel="Get new codes"
          onClose={close}
          onPassword={async (password) => setOpen({ codes: (await renew(password).unwrap()).recoveryCodes })}
        />
      )}
      {open === "disable" && (
        <PasswordDialog
          title="Give up the second factor?"
          lead="Signing in asks for your password only then, and your recovery codes are void."
          email={email}
          confirmLabel="Give it up"
          look="danger"
          onClose={close}
          onPassword={async (password) => {
            await disable(password).unwrap();
            close();
            say("The second factor was given up.");
          }}
        />
      )}
      {open !== null && typeof open === "object" && <CodesDialog codes={open.codes} onClose={close} />}
    </>
  );
}

function State({ factor }: { factor: SecondFactor }) {
  if (factor.since === null) {
    return <Badge mood="warn">{factor.required ? "Off, but your organisation asks for one" : "Off"}</Badge>;
  }
  const left = factor.recoveryCodesLeft;
  return (
    <div className="space-y-2 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge mood="good">On</Badge>
        <span className="text-quiet">since {formatMoment(factor.since, new Date())}</span>
      </p>
      <p className={left <= FEW_CODES ? "text-warn" : "text-quiet"}>
        {left} recovery {left === 1 ? "code" : "codes"} left{factor.required && " · your organisation asks for a second factor"}
      </p>
    </div>
  );
}
