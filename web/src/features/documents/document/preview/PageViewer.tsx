import { useState, type KeyboardEvent, type ReactNode } from "react";
import { useSearchParams } from "react-router";

import { Button, IconButton } from "@/components/Button";
import { BackIcon, ForwardIcon, ZoomInIcon, ZoomOutIcon } from "@/components/icons";

import type { Place, Revision } from "../types";
import { pageCount, pageOf, turned, ZOOMS, zoomed } from "./pages";
import { PagePicture } from "./PagePicture";
import { PageWords } from "./PageWords";

interface Props {
  readonly documentId: string;
  readonly revision: Revision;
}

/** The pages of a revision one by one, as pictures and as text. The page stands in the address, so that a search leads to it. */
export function PageViewer({ documentId, revision }: Props) {
  const [query, setQuery] = useSearchParams();
  const count = pageCount(revision);
  const page = pageOf(query.get("page"), count);
  const hasPictures = revision.preview.state === "ready" && revision.preview.pages > 0;
  const hasText = revision.text.state === "ready" && revision.text.pages > 0;
  const [zoom, setZoom] = useState(1);
  const [reading, setReading] = useState(false);
  const showsText = hasText && (reading || !hasPictures);
  const place: Place = { id: documentId, number: revision.number };
  const turn = (next: number) => {
    const changed = new URLSearchParams(query);
    if (next === 1) changed.delete("page");
    else changed.set("page", String(next));
    setQuery(changed, { replace: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = turned(event.key, page, count);
    if (next !== null) turn(next);
    else if (event.key === "+" || event.key === "=") setZoom(zoomed(zoom, 1));
    else if (event.key === "-") setZoom(zoomed(zoom, -1));
    else if (event.key === "0") setZoom(1);
    else return;
    event.preventDefault();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys turn its pages, wherever in it the focus is
    <div role="group" aria-label="Pages" onKeyDown={onKeyDown}>
      <Toolbar>
        <Turner page={page} count={count} turn={turn} />
        {hasPictures && !showsText && <Zoomer zoom={zoom} setZoom={setZoom} />}
        {hasPictures && hasText && (
          <Button aria-pressed={showsText} onClick={() => setReading(!showsText)}>
            {showsText ? "Picture" : "Text"}
          </Button>
        )}
      </Toolbar>
      {showsText ? <PageWords place={place} page={page} /> : <PagePicture place={place} page={page} zoom={zoom} fileName={revision.fileName} />}
    </div>
  );
}

function Toolbar({ children }: { children: ReactNode }) {
  return <div className="mb-2 flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1">{children}</div>;
}

function Turner({ page, count, turn }: { page: number; count: number; turn: (page: number) => void }) {
  return (
    <div className="mr-auto flex items-center gap-1">
      <IconButton label="Previous page" disabled={page === 1} onClick={() => turn(page - 1)}>
        <BackIcon />
      </IconButton>
      <label className="flex items-center gap-1.5 text-sm whitespace-nowrap text-quiet">
        <span className="sr-only">Page</span>
        <input
          key={page}
          type="number"
          min={1}
          max={count}
          defaultValue={page}
          onChange={({ target }) => target.validity.valid && Number.isInteger(target.valueAsNumber) && turn(target.valueAsNumber)}
          className="h-9 w-16 rounded-lg border border-line bg-surface px-2 text-center text-sm text-ink"
        />
        of {count.toLocaleString()}
      </label>
      <IconButton label="Next page" disabled={page === count} onClick={() => turn(page + 1)}>
        <ForwardIcon />
      </IconButton>
    </div>
  );
}

function Zoomer({ zoom, setZoom }: { zoom: number; setZoom: (zoom: number) => void }) {
  return (
    <div className="flex items-center gap-1">
      <IconButton label="Smaller" disabled={zoom === ZOOMS[0]} onClick={() => setZoom(zoomed(zoom, -1))}>
        <ZoomOutIcon />
      </IconButton>
      <button type="button" aria-label="As wide as there is room" onClick={() => setZoom(1)} className="min-h-9 w-14 rounded-lg text-sm text-quiet tabular-nums hover:bg-raised">
        {Math.round(zoom * 100)} %
      </button>
      <IconButton label="Larger" disabled={zoom === ZOOMS.at(-1)} onClick={() => setZoom(zoomed(zoom, 1))}>
        <ZoomInIcon />
      </IconButton>
    </div>
  );
}
