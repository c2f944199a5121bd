import { Button } from "@/components/Button";
import { CopyButton } from "@/components/CopyButton";
import { Dialog } from "@/components/Dialog";

/** The only time that the secret of a key is seen. */
export function SecretDialog({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  return (
    <Dialog title={`The secret of ${name}`} onClose={onClose}>
      <div className="space-y-4">
        <p className="text-sm text-quiet">It is shown only now. Put it where the machine keeps its secrets, and nowhere else.</p>
        <code aria-label="Secret" className="block rounded-lg bg-raised p-3 font-mono text-sm break-all">
          {secret}
        </code>
        <p className="text-xs text-quiet">
          Sent with every request: <code className="font-mono">Authorization: Bearer …</code>
        </p>
        <div className="flex flex-wrap justify-end gap-3">
          <CopyButton text={secret} label="Copy the secret" />
          <Button look="primary" onClick={onClose}>
            I have kept it
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
