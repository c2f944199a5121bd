import { useState, type ComponentProps } from "react";

import { Button } from "./Button";

const SAID_MS = 3_000;

interface Props extends Pick<ComponentProps<typeof Button>, "look" | "className"> {
  readonly text: string;
  readonly label: string;
}

/** Puts a text into the clipboard, and says whether it got there. */
export function CopyButton({ text, label, ...button }: Props) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Copying is not allowed here");
    }
    setTimeout(() => setSaid(""), SAID_MS);
  };
  return (
    <Button onClick={() => void copy()} {...button}>
      <span aria-live="polite">{said === "" ? label : said}</span>
    </Button>
  );
}
