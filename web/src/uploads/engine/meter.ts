const WINDOW_MS = 8_000;
const SHORTEST_MS = 400;

/** Speed over the last seconds, from readings of how much has been sent. */
export class Meter {
  private readings: { readonly at: number; readonly bytes: number }[] = [];

  /** Forgets the past: called when sending starts or goes on after a pause. */
  reset(): void {
    this.readings = [];
  }

  read(at: number, bytes: number): void {
    this.readings.push({ at, bytes });
    const oldest = at - WINDOW_MS;
    while (this.readings.length > 2 && (this.readings[1]?.at ?? at) <= oldest) this.readings.shift();
  }

  /** Null until enough time has passed to say anything. */
  bytesPerSecond(): number | null {
    const first = this.readings[0];
    const last = this.readings.at(-1);
    if (first === undefined || last === undefined || last.at - first.at < SHORTEST_MS) return null;
    return Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.at - first.at));
  }

  secondsLeft(bytesLeft: number): number | null {
    const speed = this.bytesPerSecond();
    return speed === null || speed === 0 ? null : bytesLeft / speed;
  }
}
