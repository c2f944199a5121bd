import { useRef, type ComponentProps, type ReactNode } from "react";

import { Button } from "./Button";

interface Props extends Pick<ComponentProps<"input">, "accept" | "capture" | "multiple"> {
  /** What the files are for, for people who cannot see where the button stands. */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly look?: ComponentProps<typeof Button>["look"];
  readonly disabled?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Lets somebody choose files, the same one again if need be. */
export function FileButton({ label, onFiles, look = "plain", disabled = false, className = "", children, ...input }: Props) {
  const hidden = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={hidden}
        type="file"
        className="hidden"
        aria-label={label}
        {...input}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Button look={look} disabled={disabled} className={className} onClick={() => hidden.current?.click()}>
        {children}
      </Button>
    </>
  );
}
