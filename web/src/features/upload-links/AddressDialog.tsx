import type { NewUploadLink } from "@/api/types";
import { Button } from "@/components/Button";
import { CopyButton } from "@/components/CopyButton";
import { Dialog } from "@/components/Dialog";
import { formatFully } from "@/format/format";

/** The only time that the address of a link is seen. */
export function AddressDialog({ link, onClose }: { link: NewUploadLink; onClose: () => void }) {
  return (
    <Dialog title="The link" onClose={onClose}>
      <div className="space-y-4">
        <p className="text-sm text-quiet">
          It is shown only now. Whoever has it can send files until {formatFully(link.expiresAt)}
          {link.hasPassword ? ", with the password: send that another way" : ""}.
        </p>
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
