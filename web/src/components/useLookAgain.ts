import { useState } from "react";

const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;
const FACTOR = 1.5;

/** Milliseconds until it is worth to look again: more with every look (`lookedAt`) at which `sign` is still the same; 0 when nothing is `moving`. */
export function useLookAgain(moving: boolean, sign: string, lookedAt: number | undefined): number {
  const [seen, setSeen] = useState({ sign, lookedAt, pause: FIRST_MS });
  if (seen.sign !== sign) setSeen({ sign, lookedAt, pause: FIRST_MS });
  else if (seen.lookedAt !== lookedAt) setSeen({ sign, lookedAt, pause: seen.lookedAt === undefined ? FIRST_MS : Math.min(seen.pause * FACTOR, LONGEST_MS) });
  return moving ? seen.pause : 0;
}
