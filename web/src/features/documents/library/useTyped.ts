import { useEffect, useEffectEvent, useState } from "react";

const PAUSE_MS = 350;

/** A text somebody types: given on when they pause, and taken over when it was changed elsewhere. */
export function useTyped(value: string, onPause: (text: string) => void): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  const give = useEffectEvent((text: string) => onPause(text));
  useEffect(() => {
    const text = typed.trim();
    if (text === known) return undefined;
    const timer = setTimeout(() => give(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, known]);
  return [typed, setTyped];
}
