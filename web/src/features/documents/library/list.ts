import type { ReactNode } from "react";

import type { Document } from "@/api/types";

import type { Choosing } from "./selection";
import type { View } from "./view";

/** Shows what can be done to the chosen documents. `canMeanAll`: all on show are chosen, and there are more. */
export type Bulk = (choosing: Choosing, canMeanAll: boolean) => ReactNode;

/** What table and cards are given alike. */
export interface ListProps {
  readonly documents: readonly Document[];
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly now: Date;
  /** null: nothing is done to several documents here. */
  readonly choosing: Choosing | null;
  readonly siteName: (id: string) => string;
  readonly typeName: (id: string) => string;
  readonly actionsFor: (document: Document) => ReactNode;
}
