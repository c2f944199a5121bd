import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";

import type { Http } from "@/api/http";

import { apiBackend } from "./backend";
import { browserPorts } from "./engine/browser";
import { StoredJournal } from "./engine/journal";
import { isUnfinished, UploadQueue } from "./engine/queue";
import type { Subject } from "./engine/types";

const QueueContext = createContext<UploadQueue | null>(null);

interface Props {
  readonly http: Http;
  readonly userId: string;
  readonly onDocument: (document: Subject) => void;
  readonly children: ReactNode;
}

/** The uploads of the person signed in; another person begins with none. */
export function UploadsProvider({ http, userId, onDocument, children }: Props) {
  const make = () =>
    new UploadQueue({
      ports: browserPorts(apiBackend(http)),
      journal: new StoredJournal(localStorage, userId, () => Date.now()),
      onDocument,
    });
  return <QueueProvider make={make}>{children}</QueueProvider>;
}

/** Uploads made once; they stop when the page is left. */
export function QueueProvider({ make, children }: { make: () => UploadQueue; children: ReactNode }) {
  const [queue] = useState(make);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.getSnapshot().some(isUnfinished)) event.preventDefault();
    };
    const goOn = () => queue.retryInterrupted();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", goOn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", goOn);
      queue.pauseAll();
    };
  }, [queue]);
  return <QueueContext value={queue}>{children}</QueueContext>;
}

export function useUploadQueue(): UploadQueue {
  const queue = use(QueueContext);
  if (queue === null) throw new Error("UploadsProvider is missing");
  return queue;
}

export function useUploads() {
  const queue = useUploadQueue();
  return useSyncExternalStore(queue.subscribe, queue.getSnapshot);
}
