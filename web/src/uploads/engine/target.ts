import { patiently, type Waiting } from "./retry";
import type { Backend, Ports, Target } from "./types";

/** A URL with less than this left is replaced before it is used. */
const MARGIN_MS = 60_000;
/** A URL this young is believed whatever the computer's clock says about its end. */
const YOUNG_MS = 120_000;

export interface Issued {
  readonly target: Target;
  readonly generation: number;
}

/** The signed URL of one upload: replaced when it is about to end or was refused, once for all lanes that ask. */
export class TargetSource {
  private issued: Issued;
  private issuedAt: number;
  private renewing: Promise<Issued> | null = null;

  constructor(
    target: Target,
    readonly documentId: string,
    private readonly ports: Waiting & Pick<Ports, "now"> & { readonly backend: Pick<Backend, "freshTarget"> },
  ) {
    this.issued = { target, generation: 0 };
    this.issuedAt = ports.now();
  }

  /** How the file is sent. The same for every URL of the upload. */
  get plan(): Pick<Target, "method" | "blockSizeBytes"> {
    return this.issued.target;
  }

  async current(signal: AbortSignal): Promise<Issued> {
    const now = this.ports.now();
    const ends = Date.parse(this.issued.target.expiresAt);
    const fresh = now - this.issuedAt < YOUNG_MS || ends - now > MARGIN_MS;
    return fresh ? this.issued : this.renew(this.issued.generation, signal);
  }

  /** Another URL than the one of `generation`. */
  async renew(generation: number, signal: AbortSignal): Promise<Issued> {
    if (generation !== this.issued.generation) return this.issued;
    this.renewing ??= this.fetch(signal).finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  private async fetch(signal: AbortSignal): Promise<Issued> {
    const target = await patiently(this.ports, signal, () => this.ports.backend.freshTarget(this.documentId));
    this.issued = { target, generation: this.issued.generation + 1 };
    this.issuedAt = this.ports.now();
    return this.issued;
  }
}
