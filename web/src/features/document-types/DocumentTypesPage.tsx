import { useDeferredValue, useState } from "react";
import { Link } from "react-router";

import type { Problem } from "@/api/problem";
import type { DocumentTypeRow } from "@/api/types";
import { Badge } from "@/components/Badge";
import { Empty } from "@/components/Empty";
import { LinkButton } from "@/components/LinkButton";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useMay } from "@/session/session";

import { useListDocumentTypesInfiniteQuery, type ListArguments } from "./requests";

const SELECT = "h-10 rounded-lg border border-line bg-surface px-3 text-sm text-ink";

export function DocumentTypesPage() {
  const [status, setStatus] = useState<ListArguments["status"]>("active");
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const list = useListDocumentTypesInfiniteQuery({ status, search });
  const types = list.data?.pages.flatMap((page) => page.items);
  const mayWrite = useMay("document-types:write");
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <input type="search" aria-label="Search by name or code" placeholder="Search" maxLength={100} value={typed} onChange={(event) => setTyped(event.target.value)} className={`${SELECT} w-40 min-w-0 grow sm:grow-0`} />
        <select aria-label="Which" className={`${SELECT} mr-auto`} value={status} onChange={(event) => setStatus(event.target.value as ListArguments["status"])}>
          <option value="active">In use</option>
          <option value="retired">Retired</option>
          <option value="">All</option>
        </select>
        {mayWrite && <LinkButton to="/settings/document-types/new">Add a type</LinkButton>}
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {types === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading document types" />
        </div>
      )}
      {types?.length === 0 && <Empty title={search === "" && status !== "retired" ? "No document types yet" : "No type matches"}>Procedures, certificates, well logs: how each kind is numbered, reviewed and described.</Empty>}
      {types !== undefined && types.length > 0 && (
        <ul aria-label="Document types" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {types.map((type) => (
            <Row key={type.id} type={type} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </>
  );
}

function Row({ type }: { type: DocumentTypeRow }) {
  return (
    <li className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 hover:bg-raised">
      <div className="min-w-48 flex-1">
        <Link to={`/settings/document-types/${type.id}`} className="font-medium break-words after:absolute after:inset-0 hover:text-brand">
          {type.name}
        </Link>
        <p className="text-sm break-words text-quiet">
          <span className="font-mono text-xs">{type.code}</span> · numbered <span className="font-mono text-xs">{type.numberPattern}</span>
        </p>
      </div>
      <span className="flex flex-wrap gap-1.5">
        {type.reviewRequired && <Badge mood="brand">Reviewed</Badge>}
        {type.acknowledgementRequired && <Badge mood="brand">Acknowledged</Badge>}
        {type.status === "retired" && <Badge mood="warn">Retired</Badge>}
      </span>
    </li>
  );
}
