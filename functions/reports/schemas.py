"""Reports on the wire."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import AfterValidator, ConfigDict, Field

from shared.documents.titles import FileName, Sha256, SizeBytes
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.reports.content import MAX_ATTACHMENTS, Content
from shared.reports.drafting import Saved
from shared.reports.drafts import Attachment, Draft
from shared.reports.editing import Edit
from shared.reports.model import MAX_EDITS, Decision, Mark, Report, ReportState, ReviewRound
from shared.reports.periods import FIRST_DAY, LAST_DAY

MAX_REASONS = 50


def _each_once(attachments: list["AttachmentIn"]) -> list["AttachmentIn"]:
    if len({attachment.id for attachment in attachments}) != len(attachments):
        raise ValueError("must not name a file twice")
    return attachments


Edits = Annotated[
    list[Id],
    Field(
        min_length=1,
        max_length=MAX_EDITS,
        description="ids, made by the device, of all edits in this that the server has not confirmed to this device, oldest first",
    ),
]
Reasons = Annotated[
    dict[Annotated[str, Field(max_length=120)], Annotated[str, Field(min_length=1, max_length=1000)]],
    Field(max_length=MAX_REASONS, description="why a warning is right all the same, by the id of the rule"),
]
ReportType = Annotated[str, Field(pattern=r"^[a-z_]{1,40}$", examples=["daily_drilling"])]
ReportDay = Annotated[
    date, Field(ge=FIRST_DAY, le=LAST_DAY, description="the date on which the reporting day of the site begins")
]


class AttachmentIn(In):
    """Kept as it is sent: the receipt is over it."""

    model_config = ConfigDict(str_strip_whitespace=False)

    id: Id = Field(description="of the document that holds the file")
    name: FileName
    size_bytes: SizeBytes
    sha256: Sha256

    def to_attachment(self) -> Attachment:
        return Attachment(**dict(self))


class ReportEditIn(In):
    """A report as a device has it. Text is kept as it is sent."""

    model_config = ConfigDict(str_strip_whitespace=False)

    type: ReportType
    version: int = Field(ge=1, le=1000, description="of the type; a report keeps the one it was begun with")
    site_id: Id
    day: ReportDay
    based_on: int = Field(
        ge=0, le=10**9, description="the edition this was made from, 0 before the first confirmed one"
    )
    edits: Edits
    payload: dict[str, Any] = Field(description="what the version of the type says; quantities without SI values")
    attachments: Annotated[list[AttachmentIn], Field(max_length=MAX_ATTACHMENTS), AfterValidator(_each_once)]
    reasons: Reasons

    def to_edit(self) -> Edit:
        draft = Draft(
            payload=self.payload,
            attachments=tuple(attachment.to_attachment() for attachment in self.attachments),
            reasons=self.reasons,
        )
        return Edit(self.type, self.version, self.site_id, self.day, self.based_on, tuple(self.edits), draft)


class AttachmentOut(Out):
    id: str
    name: str
    size_bytes: int
    sha256: str


class MarkOut(Out):
    address: str = Field(description="a JSON pointer into the payload, where `id:<row>` stands for a row of a table")
    comment: str


class ReviewRoundOut(Out):
    """Of one revision."""

    revision: int
    reviewer_id: str | None
    begun_at: Moment | None
    decision: Decision | None
    comment: str | None
    marks: list[MarkOut]
    decided_at: Moment | None
    reopened: bool = Field(description="the comment is then the reason")

    @classmethod
    def of(cls, review: ReviewRound | None) -> Self | None:
        if review is None:
            return None
        return cls(**{**dict(review), "marks": [_mark(mark) for mark in review.marks]})


class ReportOut(Out):
    """The head of a report, without what it says."""

    id: str
    type: str
    version: int
    site_id: str
    day: str
    subject: str | None = Field(description="the wellbore, well or tag it is about; null while that is open")
    time_zone: str = Field(description="of the site when the report was begun, as the day start and the period")
    day_start: str
    period_begin: Moment
    period_end: Moment
    state: ReportState
    edition: int = Field(description="of the content; base the next edit on it")
    revision: int = Field(description="number of the newest submit, 0 before the first")
    receipt: str | None
    submitted_at: Moment | None
    submitted_by: str | None
    first_submitted_at: Moment | None
    warnings: int = Field(description="open ones of the newest submit, each with its author's reason")
    review: ReviewRoundOut | None
    approved_at: Moment | None
    approved_by: str | None
    final_at: Moment | None
    created_at: Moment
    created_by: str
    updated_at: Moment
    etag: str

    @classmethod
    def of(cls, report: Report) -> Self:
        return cls(**_head(report))


class ContentOut(Out):
    """What the report says as of an edition, as it was sent: without SI values."""

    edition: int
    payload: dict[str, Any]
    attachments: list[AttachmentOut]
    reasons: dict[str, str]

    @classmethod
    def of(cls, content: Content) -> Self:
        return cls(
            edition=content.edition,
            payload=content.sent,
            attachments=[AttachmentOut(**dict(one)) for one in content.attachments],
            reasons=content.reasons,
        )


class ReportReadOut(ReportOut):
    content: ContentOut

    @classmethod
    def read(cls, report: Report, content: Content) -> Self:
        return cls(**_head(report), content=ContentOut.of(content))


class ReportSavedOut(ReportReadOut):
    merged: bool = Field(
        description="`content` is not what was sent: it holds others' changes too, or later ones; take it over"
    )

    @classmethod
    def saved(cls, saved: Saved) -> Self:
        return cls(**_head(saved.report), content=ContentOut.of(saved.content), merged=saved.merged)


def _mark(mark: Mark) -> MarkOut:
    return MarkOut(address=mark.address, comment=mark.comment)


def _head(report: Report) -> dict[str, Any]:
    facts = {name: getattr(report, name) for name in ReportOut.model_fields if name != "review"}
    return {**facts, "review": ReviewRoundOut.of(report.review)}
