import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from "react";

import { IconButton } from "./Button";
import { CloseIcon } from "./icons";

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

type Say = (text: string, action?: Toast["action"]) => void;

const SHOWN_MS = 8_000;
const ToastContext = createContext<Say>(() => undefined);

export function useToast(): Say {
  return use(ToastContext);
}

/** Short messages at the edge of the page, read aloud, gone after a while. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(1);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const say = useCallback<Say>(
    (text, action) => {
      const id = next.current++;
      setToasts((all) => [...all.slice(-2), { id, text, action }]);
      setTimeout(() => drop(id), SHOWN_MS);
    },
    [drop],
  );
  const value = useMemo(() => say, [say]);
  return (
    <ToastContext value={value}>
      {children}
      <div aria-live="polite" className="pointer-events-none fixed inset-x-0 bottom-4 z-40 flex flex-col items-center gap-2 px-4">
        {toasts.map(({ id, text, action }) => (
          <div key={id} className="pointer-events-auto flex max-w-md items-center gap-2 rounded-xl bg-ink py-1.5 pr-1.5 pl-4 text-sm text-ground shadow-lg">
            <span className="min-w-0 break-words">{text}</span>
            {action && (
              <button
                type="button"
                className="min-h-9 rounded-lg px-3 font-semibold underline underline-offset-2"
                onClick={() => {
                  drop(id);
                  action.run();
                }}
              >
                {action.label}
              </button>
            )}
            <IconButton label="Dismiss" className="text-ground/70 hover:bg-ground/10 hover:text-ground" onClick={() => drop(id)}>
              <CloseIcon className="size-4" />
            </IconButton>
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
