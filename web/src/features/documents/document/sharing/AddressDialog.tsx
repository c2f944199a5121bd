import { Button } from "@/components/Button";
import { CopyButton } from "@/components/CopyButton";
import { Dialog } from "@/components/Dialog";
import { formatFully } from "@/format/format";

import type { NewShareLink } from "../types";

/** The only time that the address of a link is seen. */
export function AddressDialog({ link, onClose }: { link: NewShareLink; onClose: () => void }) {
  return (
    <Dialog title="The link" onClose={onClose}>
      <div className="space-y-4">
        <p className="text-sm text-quiet">It is shown only now. Whoever has it can {link.access === "view" ? "look at" : "download"} the document until {formatFully(link.expiresAt)}{link.hasPassword ? ", with the password: send that another way" : ""}.</p>
        <code aria-label="Link" className="block rounded-lg bg-raised p-3 font-mono text-sm break-all">
          {link.url}
        </code>
        <div className="flex flex-wrap justify-end gap-3">
          <CopyButton text={link.url} label="Copy the link" />
          <Button look="primary" onClick={onClose}>
            I have kept it
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
