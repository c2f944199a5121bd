import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";

import { isUnfinished, type UploadQueue } from "./engine/queue";

const QueueContext = createContext<UploadQueue | null>(null);

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
  if (queue === null) throw new Error("QueueProvider is missing");
  return queue;
}

export function useUploads() {
  const queue = useUploadQueue();
  return useSyncExternalStore(queue.subscribe, queue.getSnapshot);
}
