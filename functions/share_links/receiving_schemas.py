"""What holders of upload links send and get, on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, Field

from functions.share_links.schemas import HIDDEN, MAX_TOKEN
from shared.documents.revision import RevisionState
from shared.documents.titles import FileName, MediaType, Sha256, SizeBytes
from shared.identity.names import visible
from shared.identity.passwords import GivenText
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.share_links.uploads.model import SentFile

if TYPE_CHECKING:
    from shared.share_links.uploads.model import Received, Target
    from shared.share_links.uploads.visits import Invited


class GuestIn(In):
    token: str = Field(min_length=1, max_length=MAX_TOKEN, repr=False, description="what stands behind # in the link")


class GuestEntryIn(GuestIn):
    password: GivenText | None = Field(default=None, repr=False, json_schema_extra=HIDDEN)


class GuestPassedIn(GuestIn):
    passed: str | None = Field(
        default=None, max_length=500, repr=False, description="what `enter_guest_link` answered, if there is a password"
    )


class GuestFileIn(GuestPassedIn):
    file_name: FileName
    size_bytes: SizeBytes
    sha256: Sha256
    content_type: MediaType
    sender: Annotated[str, Field(max_length=120), AfterValidator(visible)] = Field(
        default="", description="what the sender calls themselves"
    )

    def to_file(self) -> SentFile:
        return SentFile(self.file_name, self.size_bytes, self.sha256, self.content_type, self.sender)


class GuestSubjectIn(GuestPassedIn):
    id: Id


class GuestPassOut(Out):
    passed: str


class InvitedOut(Out):
    organisation_name: str
    message: str
    needs_password: bool
    expires_at: Moment
    files_left: int
    max_file_bytes: int = Field(description="of one more file; 0: the link takes no more")

    @classmethod
    def of(cls, invited: Invited) -> Self:
        link = invited.link
        return cls(
            organisation_name=invited.organisation_name,
            message=link.message,
            needs_password=link.password_hash is not None,
            expires_at=invited.ends_at,
            files_left=max(0, link.max_files - link.files),
            max_file_bytes=invited.max_file_bytes,
        )


class GuestTargetOut(Out):
    """As for people who are signed in: the whole file, or blocks and then their list."""

    method: Literal["single", "blocks"]
    url: str
    block_size_bytes: int
    expires_at: Moment

    @classmethod
    def of(cls, target: Target) -> Self:
        return cls(
            method=target.method,
            url=target.url,
            block_size_bytes=target.block_size_bytes,
            expires_at=target.expires_at,
        )


class GuestBlockOut(Out):
    id: str
    size_bytes: int


class GuestRejectionOut(Out):
    code: str
    message: str


class ReceivedOut(Out):
    id: str
    state: RevisionState
    rejection: GuestRejectionOut | None
    upload: GuestTargetOut | None = Field(description="while the bytes are awaited")
    whole_bytes: int | None = Field(description="size of what was put, or put together from blocks; null before that")
    committed: list[GuestBlockOut]
    uncommitted: list[GuestBlockOut]

    @classmethod
    def of(cls, received: Received) -> Self:
        rejection = received.rejection
        return cls(
            id=received.id,
            state=RevisionState(received.state),
            rejection=None if rejection is None else GuestRejectionOut(code=rejection[0], message=rejection[1]),
            upload=None if received.target is None else GuestTargetOut.of(received.target),
            whole_bytes=received.whole_bytes,
            committed=[GuestBlockOut(id=one.id, size_bytes=one.size_bytes) for one in received.committed],
            uncommitted=[GuestBlockOut(id=one.id, size_bytes=one.size_bytes) for one in received.uncommitted],
        )
