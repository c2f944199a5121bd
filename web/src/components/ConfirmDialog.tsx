import { useEffect, useRef, type ComponentProps, type ReactNode } from "react";

import { Button } from "./Button";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  /** `danger` unless nothing is taken away. */
  readonly look?: ComponentProps<typeof Button>["look"];
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** A question in the way of a step that takes something away. Escape and Cancel leave everything as it is. */
export function ConfirmDialog({ title, children, confirmLabel, look = "danger", onConfirm, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="dialog-title"
      onClose={onClose}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-2xl border border-line bg-surface p-6 text-ink shadow-xl backdrop:bg-black/40"
    >
      <h2 id="dialog-title" className="text-lg font-semibold">
        {title}
      </h2>
      <div className="mt-2 text-sm text-quiet">{children}</div>
      <div className="mt-6 flex justify-end gap-3">
        <Button onClick={() => dialog.current?.close()}>Cancel</Button>
        <Button
          look={look}
          onClick={() => {
            onConfirm();
            dialog.current?.close();
          }}
        >
          {confirmLabel}
        </Button>
      </div>
    </dialog>
  );
}
