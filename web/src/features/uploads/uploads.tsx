import type { ReactNode } from "react";

import type { Http } from "@/api/http";
import { browserPorts } from "@/uploads/engine/browser";
import { StoredJournal } from "@/uploads/engine/journal";
import { UploadQueue } from "@/uploads/engine/queue";
import type { Subject } from "@/uploads/engine/types";
import { QueueProvider } from "@/uploads/queue";

import { apiBackend } from "./backend";

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
