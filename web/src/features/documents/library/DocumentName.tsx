import { Link } from "react-router";

import type { Document } from "@/api/types";

/** The title, and what there is to know of its file; the number where it has no column of its own. */
export function DocumentName({ document, numberLook = "" }: { document: Document; numberLook?: string }) {
  const { newest, current, title } = document;
  const file = current ?? newest;
  return (
    <>
      {document.number !== null && <p className={`truncate font-mono text-xs text-quiet ${numberLook}`}>{document.number}</p>}
      <Link to={`/documents/${document.id}`} className="line-clamp-2 font-medium break-words hover:text-brand hover:underline" title={title}>
        {title}
      </Link>
      {title !== file.fileName && (
        <p className="truncate text-xs text-quiet" title={file.fileName}>
          {file.fileName}
        </p>
      )}
      {current && newest.number !== current.number && (
        <p className="text-xs text-quiet">
          Revision {current.number} is current; the state is that of revision {newest.number}.
        </p>
      )}
      {newest.rejection && <p className="mt-1 text-sm break-words text-bad">{newest.rejection.message}</p>}
    </>
  );
}

const SHOWN_TAGS = 3;

/** The first tags, and how many more there are. */
export function Tags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-1" title={tags.join(", ")}>
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <span key={tag} className="max-w-full truncate rounded-md bg-raised px-1.5 py-0.5 text-xs text-quiet">
          {tag}
        </span>
      ))}
      {tags.length > SHOWN_TAGS && <span className="py-0.5 text-xs text-quiet">+{tags.length - SHOWN_TAGS}</span>}
    </span>
  );
}
