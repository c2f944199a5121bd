import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { PersonName } from "@/components/PersonName";
import { formatFully, formatMoment } from "@/format/format";

import type { ShareLink } from "../types";
import { counted, LINK_STATES } from "../words";

interface Props {
  readonly link: ShareLink;
  readonly now: Date;
  readonly onUses: () => void;
  readonly onRevoke: () => void;
}

export function LinkRow({ link, now, onUses, onRevoke }: Props) {
  const [word, mood] = LINK_STATES[link.state];
  const name = link.note === "" ? "A link without a note" : link.note;
  const ended = link.state === "revoked" || link.state === "expired" || link.state === "used_up";
  const facts = [
    link.revision === "latest" ? "always the revision in force" : `revision ${link.revision} for good`,
    link.access === "view" ? "to look at only" : "to download",
    link.hasPassword ? "with a password" : "without a password",
    link.maxUses === null ? counted(link.uses, "use", "uses") : `${link.uses} of ${counted(link.maxUses, "use", "uses")}`,
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <span className={`font-medium wrap-anywhere ${link.note === "" ? "text-quiet" : ""}`}>{name}</span>
          <Badge mood={mood}>{word}</Badge>
        </p>
        <p className="text-sm text-quiet">{facts.join(" · ")}</p>
        <p className="text-xs text-quiet">
          by <PersonName id={link.createdBy} />, {formatMoment(link.createdAt, now)} · {ended ? "worked" : "works"} until{" "}
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
