interface Props {
  /** For people who cannot see where the bar stands. */
  readonly label: string;
  readonly percent: number;
  /** Of the track: how high, and how far from what is above. */
  readonly className?: string;
  /** Of what is filled. */
  readonly look?: string;
}

export function ProgressBar({ label, percent, className = "h-2", look = "bg-brand" }: Props) {
  return (
    <div role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className={`${className} overflow-hidden rounded-full bg-line`}>
      <div className={`h-full rounded-full transition-[width] ${look}`} style={{ width: `${percent}%` }} />
    </div>
  );
}
