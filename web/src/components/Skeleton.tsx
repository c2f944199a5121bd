/** Grey lines where something is about to be. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="space-y-3">
      {["w-2/3", "w-1/2", "w-3/5"].map((width) => (
        <span key={width} className={`block h-4 ${width} animate-pulse rounded bg-line`} />
      ))}
    </div>
  );
}
