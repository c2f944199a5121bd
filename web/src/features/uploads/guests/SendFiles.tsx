import { useEffect, useState, type ReactNode } from "react";

import type { Send } from "@/api/http";
import { Field } from "@/components/Field";
import { FileButton } from "@/components/FileButton";
import { UploadIcon } from "@/components/icons";
import { browserPorts } from "@/uploads/engine/browser";
import { NO_JOURNAL } from "@/uploads/engine/journal";
import { UploadQueue } from "@/uploads/engine/queue";
import type { Backend } from "@/uploads/engine/types";
import { QueueProvider, useUploadQueue, useUploads } from "@/uploads/queue";

import { DropZone } from "../DropZone";
import { UploadRows } from "../UploadPanel";
import { guestBackend } from "./backend";

/** How often it is asked what became of files that are verified. */
const ASK_MS = 3_000;

/** What was typed last, for when a file is announced: nothing is shown anew for it. */
class Typed {
  text = "";

  take(text: string): void {
    this.text = text;
  }
}

interface Props {
  readonly guest: { readonly token: string; readonly passed: string | null };
  readonly send: Send;
  readonly children: ReactNode;
}

/** Choosing, sending and following files. Choosing a file again goes on with it, in any browser: the link knows what has come. */
export function SendFiles({ guest, send, children }: Props) {
  const [name] = useState(() => new Typed());
  const { token, passed } = guest;
  const [backend] = useState(() => guestBackend(send, { token, passed, sender: () => name.text.trim() }));
  const make = () => new UploadQueue({ ports: browserPorts(backend), journal: NO_JOURNAL, onDocument: () => undefined });
  return (
    <QueueProvider make={make}>
      <div className="space-y-4">
        <Field
          label="Your name"
          name="sender"
          maxLength={120}
          autoComplete="name"
          hint="So that the recipient knows who sent the files; may be left empty."
          onChange={({ target }) => name.take(target.value)}
        />
        <ChooseFiles />
        {children}
        <Sent backend={backend} />
      </div>
      <DropZone />
    </QueueProvider>
  );
}

function ChooseFiles() {
  const queue = useUploadQueue();
  return (
    <FileButton label="Files to send" multiple look="primary" className="h-11 w-full" onFiles={(files) => queue.add(files)}>
      <UploadIcon className="size-4" />
      Choose files
    </FileButton>
  );
}

function Sent({ backend }: { backend: Backend }) {
  const queue = useUploadQueue();
  const uploads = useUploads();
  const open = uploads.filter(({ phase }) => phase === "verifying").flatMap(({ document }) => (document === null ? [] : [document.id]));
  const ids = open.join(" ");
  useEffect(() => {
    if (ids === "") return;
    const timer = setInterval(() => {
      for (const id of ids.split(" ")) void backend.get(id).then((document) => queue.settle(document), () => undefined);
    }, ASK_MS);
    return () => clearInterval(timer);
  }, [backend, ids, queue]);
  if (uploads.length === 0) return null;
  return (
    <section aria-label="Files" className="overflow-hidden rounded-lg border border-line">
      <UploadRows />
    </section>
  );
}
