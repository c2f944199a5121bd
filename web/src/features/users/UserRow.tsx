import type { ReactNode } from "react";

import type { User } from "@/api/types";

import { STATUSES } from "./words";

export function UserRow({ user, isMe, actions }: { user: User; isMe: boolean; actions: ReactNode }) {
  const [word, look] = STATUSES[user.status];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-raised md:grid-cols-[minmax(0,1fr)_7rem_9rem_8rem_3rem]">
      <div className="min-w-0">
        <p className="truncate font-medium">
          {user.name}
          {isMe && <span className="ml-2 text-xs font-normal text-quiet">you</span>}
        </p>
        <p className="truncate text-sm text-quiet">{user.email}</p>
      </div>
      <span className="order-3 text-sm capitalize md:order-none">{user.role}</span>
      <span className="order-4 hidden text-sm text-quiet md:order-none md:block">{user.siteIds === null ? "All sites" : siteCount(user.siteIds.length)}</span>
      <span className="order-3 justify-self-end md:order-none md:justify-self-start">
        <span className={`inline-flex rounded-full px-2.5 py-0.5 text-xs font-medium ${look}`}>{word}</span>
      </span>
      <div className="flex justify-end">{actions}</div>
    </li>
  );
}

function siteCount(count: number): string {
  return count === 1 ? "1 site" : `${count} sites`;
}
