/** The page as it is about to be. */
export function PageSkeleton() {
  const bar = "animate-pulse rounded bg-line";
  return (
    <div role="status" aria-label="Loading the document" className="space-y-5">
      <span className={`block h-4 w-40 ${bar}`} />
      <span className={`block h-8 w-2/3 ${bar}`} />
      <span className={`block h-4 w-1/2 ${bar}`} />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <span className="block h-96 animate-pulse rounded-2xl bg-line" />
        <span className="block h-64 animate-pulse rounded-2xl bg-line" />
      </div>
    </div>
  );
}
