import { useState, type ComponentProps } from "react";

import type { ExportOrder } from "@/api/types";
import { Button } from "@/components/Button";

import { OrderDialog } from "./OrderDialog";

interface Props extends Pick<ComponentProps<typeof Button>, "look"> {
  readonly label: string;
  /** What is chosen at first. */
  readonly filter?: ExportOrder["filter"];
  /** What of the list in view an export cannot be narrowed down to. */
  readonly note?: string | undefined;
}

export function ExportButton({ label, look = "plain", filter = {}, note }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <OrderDialog first={{ format: "pdf", filter }} note={note} onClose={() => setOpen(false)} />}
    </>
  );
}
