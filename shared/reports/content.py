"""What a report says: the working copy that people edit, earlier editions of it, and the revisions that were submitted for good."""

from typing import Any, Literal, Self

from pydantic import Field

from shared.kit.model import Entity, Moment, Wire
from shared.reports.drafts import Attachment, Draft
from shared.reports.model import ReviewRound
from shared.reports.si import as_sent

# Seconds: for so long a device may be away and still have its edits brought together with others'.
EDITIONS_KEPT = 90 * 24 * 3600
MAX_ATTACHMENTS = 100
# Bytes of JSON: an item holds 2 MB, a batch as much, and one batch writes the payload up to three times.
MAX_PAYLOAD = 400_000


class Warned(Wire):
    """A warning that was open when the report was submitted, and why it is right all the same."""

    rule: str
    text: str
    fields: tuple[str, ...]
    reason: str


class Content(Entity):
    """Edition `edition` of a report's content. Quantities carry `si`. `reasons` are the author's, by the id of the rule that warns."""

    kind: Literal["reportContent", "reportEdition"] = "reportContent"
    report_id: str
    edition: int
    payload: dict[str, Any]
    attachments: tuple[Attachment, ...] = ()
    reasons: dict[str, str] = Field(default_factory=dict)
    ttl: int | None = None

    @property
    def sent(self) -> dict[str, Any]:
        return dict(as_sent(self.payload))

    @property
    def draft(self) -> Draft:
        return Draft(payload=self.sent, attachments=self.attachments, reasons=self.reasons)

    def to_item(self) -> dict[str, Any]:
        """Cosmos takes no null for `ttl`."""
        item = super().to_item()
        return item if self.ttl is not None else {name: value for name, value in item.items() if name != "ttl"}

    def kept(self) -> Self:
        """As an earlier edition, for as long as devices may still build on it."""
        name = edition_id(self.report_id, self.edition)
        return self.model_copy(update={"id": name, "kind": "reportEdition", "ttl": EDITIONS_KEPT, "etag": ""})


class ReportRevisionHead(Entity):
    """One submit without what it says, as lists have it: `created_by` sent it; `review` is what became of it.

    `id` is `<report>.<number>`, so that the revisions of a report lie together in their order.
    """

    kind: Literal["reportRevision"] = "reportRevision"
    report_id: str
    site_id: str
    number: int
    type: str
    version: int
    edition: int
    attachments: tuple[Attachment, ...] = ()
    warned: tuple[Warned, ...] = ()
    receipt: str
    received_at: Moment
    review: ReviewRound | None = None


class ReportRevision(ReportRevisionHead):
    """For good. `context` is what the server knew when it judged it."""

    payload: dict[str, Any]
    reasons: dict[str, str] = Field(default_factory=dict)
    context: dict[str, Any]

    @property
    def sent(self) -> dict[str, Any]:
        return dict(as_sent(self.payload))


def content_id(report_id: str) -> str:
    return f"{report_id}.content"


def edition_id(report_id: str, edition: int) -> str:
    return f"{report_id}.e{edition:08}"


def sent_id(report_id: str, edition: int) -> str:
    """What a device sent when its edit was brought together with others': what it built on next, if it never saw the answer."""
    return f"{report_id}.s{edition:08}"


def revision_id(report_id: str, number: int) -> str:
    return f"{report_id}.{number:04}"
