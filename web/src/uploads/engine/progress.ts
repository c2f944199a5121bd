import { Meter } from "./meter";

/** How much of a file has gone out: whole blocks, and the parts of those under way. */
export class Progress {
  private readonly done = new Map<number, number>();
  private readonly underWay = new Map<number, number>();
  private readonly retrying = new Set<number>();
  private readonly meter = new Meter();

  constructor(
    private readonly totalBytes: number,
    private readonly now: () => number,
  ) {}

  /** A new run begins: what was under way is lost, what is done stays. */
  begin(): void {
    this.underWay.clear();
    this.retrying.clear();
    this.meter.reset();
    this.measure();
  }

  moved(part: number, bytes: number): void {
    this.underWay.set(part, bytes);
    this.measure();
  }

  finished(part: number, bytes: number): void {
    this.underWay.delete(part);
    this.done.set(part, bytes);
    this.measure();
  }

  setRetrying(part: number, retrying: boolean): void {
    if (retrying) this.retrying.add(part);
    else this.retrying.delete(part);
  }

  /** Nothing is there after all. */
  forget(): void {
    this.done.clear();
    this.begin();
  }

  doneParts(): number[] {
    return [...this.done.keys()];
  }

  isRetrying(): boolean {
    return this.retrying.size > 0;
  }

  sentBytes(): number {
    let bytes = 0;
    for (const size of this.done.values()) bytes += size;
    for (const size of this.underWay.values()) bytes += size;
    return Math.min(bytes, this.totalBytes);
  }

  bytesPerSecond(): number | null {
    return this.meter.bytesPerSecond();
  }

  secondsLeft(): number | null {
    return this.meter.secondsLeft(this.totalBytes - this.sentBytes());
  }

  private measure(): void {
    this.meter.read(this.now(), this.sentBytes());
  }
}
