import { useDeferredValue, useState } from "react";

import type { Problem } from "@/api/problem";
import type { Role, UserStatus } from "@/api/types";
import { Button, IconButton } from "@/components/Button";
import { EditIcon } from "@/components/icons";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useMay, useMe } from "@/session/session";

import { useListUsersInfiniteQuery } from "./requests";
import { UserDialogs, type Open } from "./UserDialogs";
import { UserRow } from "./UserRow";
import { ROLES, STATUSES } from "./words";

const SELECT = "h-10 rounded-lg border border-line bg-surface px-3 text-sm text-ink";

export function UsersPage() {
  const [role, setRole] = useState<Role | "">("");
  const [status, setStatus] = useState<UserStatus | "">("");
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const list = useListUsersInfiniteQuery({ sort: "name", role, status, search });
  const users = list.data?.pages.flatMap((page) => page.items);
  const [open, setOpen] = useState<Open>(null);
  const mayWrite = useMay("users:write");
  const me = useMe();
  return (
    <section aria-labelledby="page-title">
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <h1 id="page-title" className="mr-auto text-2xl font-semibold tracking-tight">
          People
        </h1>
        <input type="search" aria-label="Search by name or address" placeholder="Search" maxLength={100} value={typed} onChange={(event) => setTyped(event.target.value)} className={`${SELECT} w-40`} />
        <select aria-label="Role" className={SELECT} value={role} onChange={(event) => setRole(event.target.value as Role | "")}>
          <option value="">All roles</option>
          {ROLES.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
        <select aria-label="Status" className={SELECT} value={status} onChange={(event) => setStatus(event.target.value as UserStatus | "")}>
          <option value="">All but deleted</option>
          {Object.entries(STATUSES).map(([value, [word]]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
        {mayWrite && (
          <Button look="primary" onClick={() => setOpen({ kind: "invite" })}>
            Invite
          </Button>
        )}
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {users === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading people" />
        </div>
      )}
      {users?.length === 0 && <p className="rounded-2xl border border-dashed border-line bg-surface px-6 py-16 text-center text-quiet">Nobody matches. Try fewer filters.</p>}
      {users !== undefined && users.length > 0 && (
        <ul aria-label="People" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {users.map((user) => (
            <UserRow
              key={user.id}
              user={user}
              isMe={user.id === me?.id}
              actions={
                mayWrite &&
                user.status !== "deleted" && (
                  <IconButton label={`Edit ${user.name}`} onClick={() => setOpen({ kind: "edit", user })}>
                    <EditIcon />
                  </IconButton>
                )
              }
            />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      <UserDialogs open={open} setOpen={setOpen} />
    </section>
  );
}
