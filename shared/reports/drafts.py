"""What a report says as people and devices send it, and how two of them can disagree. Part of the API: errors carry it."""

import json
from typing import Any

from pydantic import Field

from shared.kit.model import Wire


class Attachment(Wire):
    """A file as the device names it: its id is that of the document that holds it."""

    id: str
    name: str
    size_bytes: int
    sha256: str

    @property
    def facts(self) -> dict[str, Any]:
        return self.model_dump(by_alias=True)


class Draft(Wire):
    """What a report says: quantities as entered, without SI values. `reasons` are the author's, by the id of the rule that warns."""

    payload: dict[str, Any]
    attachments: tuple[Attachment, ...] = ()
    reasons: dict[str, str] = Field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes of the payload as JSON."""
        return len(json.dumps(self.payload, ensure_ascii=False, separators=(",", ":")).encode())


class FieldConflict(Wire):
    """One field, row (null: removed) or order of rows (`{"order": ids}`) that both changed."""

    part: str = Field(description="payload, attachments or reasons")
    address: str = Field(description="a JSON pointer within that part, where `id:<row>` stands for a row of a table")
    base: Any
    mine: Any
    theirs: Any


class Disagreement(Wire):
    """Nothing was stored. Base what shall stay on `edition`, with the edits that are still to be confirmed and a new one."""

    report_id: str
    edition: int = Field(description="of `theirs`")
    base: Draft | None = Field(description="what both began with; null when it is not kept any more")
    mine: Draft = Field(description="what was sent")
    theirs: Draft = Field(description="what the server has")
    merged: Draft | None = Field(
        description="both brought together, with `theirs` where they conflict; null when that would be no report"
    )
    conflicts: tuple[FieldConflict, ...]


class Other(Wire):
    """The report that has the place already."""

    report_id: str


class Receipts(Wire):
    """What was submitted under this number before, and what was sent now."""

    stored_receipt: str
    sent_receipt: str
