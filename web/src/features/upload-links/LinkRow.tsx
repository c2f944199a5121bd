import { useSiteNames } from "@/api/sites";
import type { UploadLink } from "@/api/types";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { PersonName } from "@/components/PersonName";
import { formatBytes, formatFully, formatMoment } from "@/format/format";

import { nameOf, STATES } from "./words";

interface Props {
  readonly link: UploadLink;
  readonly now: Date;
  readonly onUses: () => void;
  readonly onRevoke: () => void;
}

export function LinkRow({ link, now, onUses, onRevoke }: Props) {
  const siteName = useSiteNames(link.siteId !== null);
  const [word, mood] = STATES[link.state];
  const name = nameOf(link);
  const facts = [
    `${link.files} of ${link.maxFiles === 1 ? "1 file" : `${link.maxFiles} files`}`,
    `${formatBytes(link.bytes)} of ${formatBytes(link.maxBytes)}`,
    link.hasPassword ? "with a password" : "without a password",
    link.siteId === null ? "to no site" : `to ${siteName(link.siteId)}`,
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <span className={`font-medium wrap-anywhere ${link.note === "" ? "text-quiet" : ""}`}>{name}</span>
          <Badge mood={mood}>{word}</Badge>
        </p>
        <p className="text-sm text-quiet wrap-anywhere">{facts.join(" · ")}</p>
        <p className="text-xs text-quiet">
          by <PersonName id={link.createdBy} /> · until{" "}
          <time dateTime={link.expiresAt} title={formatFully(link.expiresAt)}>
            {formatMoment(link.expiresAt, now)}
          </time>
          {link.lastUsedAt !== null && ` · last used ${formatMoment(link.lastUsedAt, now)}`}
        </p>
        {link.state === "suspended" && <p className="mt-1 text-sm text-warn">The organisation asks for a password by now, and this link has none. Make another one.</p>}
      </div>
      <div className="flex gap-2">
        <Button aria-label={`Who used ${name}`} onClick={onUses}>
          Uses
        </Button>
        {link.state !== "revoked" && (
          <Button look="warning" aria-label={`Revoke ${name}`} onClick={onRevoke}>
            Revoke…
          </Button>
        )}
      </div>
    </li>
  );
}
