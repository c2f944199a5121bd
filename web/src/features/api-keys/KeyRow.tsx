import type { ApiKey } from "@/api/types";
import { Badge } from "@/components/Badge";
import { IconButton } from "@/components/Button";
import { EditIcon } from "@/components/icons";
import { formatFully, formatMoment } from "@/format/format";

import { STATES } from "./words";

const SOON_MS = 14 * 86_400_000;

export function KeyRow({ apiKey, now, onOpen }: { apiKey: ApiKey; now: Date; onOpen: () => void }) {
  const [word, mood] = STATES[apiKey.state];
  const soon = apiKey.state === "active" && Date.parse(apiKey.expiresAt) - now.getTime() < SOON_MS;
  return (
    <li className="flex items-center gap-3 px-4 py-3 hover:bg-raised">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{apiKey.name}</p>
        <p className="text-sm break-words text-quiet">
          {apiKey.permissions.length === 1 ? "1 permission" : `${apiKey.permissions.length} permissions`}
          {" · "}
          {apiKey.siteIds === null ? "all sites" : apiKey.siteIds.length === 1 ? "1 site" : `${apiKey.siteIds.length} sites`}
          {" · "}
          {apiKey.lastUsedAt === null ? "never used" : `used ${formatMoment(apiKey.lastUsedAt, now)}`}
          {apiKey.entra !== null && " · Microsoft application"}
        </p>
        {apiKey.state === "active" && (
          <p className={`text-xs ${soon ? "text-warn" : "text-quiet"}`}>
            works until <time dateTime={apiKey.expiresAt} title={formatFully(apiKey.expiresAt)}>{formatMoment(apiKey.expiresAt, now)}</time>
          </p>
        )}
      </div>
      <Badge mood={mood}>{word}</Badge>
      <IconButton label={`Open ${apiKey.name}`} onClick={onOpen}>
        <EditIcon />
      </IconButton>
    </li>
  );
}
