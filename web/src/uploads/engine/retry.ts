import { isProblem } from "@/api/problem";

import { isPassing } from "./failure";
import type { Ports } from "./types";

/** Tries after the first one. With the waits below that is about half a minute of patience. */
export const MAX_RETRIES = 6;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** Exponential, with the upper half of each wait left to chance so that four lanes do not come back at once. */
export function backoffMs(attempt: number, random: number): number {
  const whole = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS);
  return Math.round(whole / 2 + (whole / 2) * random);
}

export type Waiting = Pick<Ports, "sleep" | "online" | "random">;

/** Waits before try `attempt + 2`; as long as the other side asked, if it did. */
export async function waitToRetry(ports: Waiting, attempt: number, askedSeconds: number | null, signal: AbortSignal): Promise<void> {
  const wait = askedSeconds === null ? backoffMs(attempt, ports.random()) : askedSeconds * 1000;
  await ports.sleep(wait, signal);
  await ports.online(signal);
}

/** Calls the API again while its answers are of the passing kind. */
export async function patiently<T>(ports: Waiting, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!isProblem(error) || !isPassing(error.status) || attempt >= MAX_RETRIES) throw error;
      await waitToRetry(ports, attempt, error.retryAfter, signal);
    }
  }
}
