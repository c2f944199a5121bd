import { useEffect, useState } from "react";

import type { Problem } from "@/api/problem";
import { Button } from "@/components/Button";
import { ProblemNote } from "@/components/ProblemNote";

import type { Place } from "../types";
import { counted } from "../words";
import { Frame } from "./Frame";
import { useReadPreviewQuery } from "./requests";

interface Props {
  readonly place: Place;
  readonly page: number;
  readonly zoom: number;
  readonly fileName: string;
}

/** URLs older than this are asked for anew before they are used again. */
const FRESH_SECONDS = 8 * 60;

/** One page as a picture, to be moved about where it is larger than its place. */
export function PagePicture({ place, page, zoom, fileName }: Props) {
  const { currentData, error, isFetching, refetch } = useReadPreviewQuery(place, { refetchOnMountOrArgChange: FRESH_SECONDS });
  const [broken, setBroken] = useState<string | null>(null);
  const picture = currentData?.pages.find(({ number }) => number === page);
  const next = currentData?.pages.find(({ number }) => number === page + 1)?.url;
  useEffect(() => {
    if (next !== undefined) new Image().src = next;
  }, [next]);
  // A URL ends after ten to twenty minutes: one that fails is asked for once more.
  const onError = (url: string) => {
    if (broken === null) void refetch();
    setBroken(url);
  };
  if (currentData === undefined && error !== undefined) return <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />;
  if (currentData === undefined) return <div role="status" aria-label="Loading the page" className="h-96 animate-pulse rounded-xl bg-line" />;
  if (picture === undefined) return <Frame>There are pictures of the first {counted(currentData.pages.length, "page", "pages")} only. Its text may say more; the file itself is whole.</Frame>;
  if (broken === picture.url && !isFetching) {
    return (
      <Frame>
        The picture did not come.
        <Button
          onClick={() => {
            setBroken(null);
            void refetch();
          }}
        >
          Try again
        </Button>
      </Frame>
    );
  }
  return (
    // The keys that move a picture about need a place that takes the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div tabIndex={0} role="region" aria-label={`Page ${page}`} className="max-h-[75dvh] overflow-auto rounded-xl border border-line bg-raised">
      <img key={picture.url} src={picture.url} alt={`Page ${page} of ${fileName}`} onError={() => onError(picture.url)} style={{ width: `${zoom * 100}%` }} className="mx-auto block h-auto min-h-40 max-w-none bg-white" />
    </div>
  );
}
