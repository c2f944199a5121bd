"""What the holder of an upload link calls, who has no account. The token travels in the body, where no log sees it."""

from http import HTTPStatus

from functions.share_links.receiving_schemas import (
    GuestEntryIn,
    GuestFileIn,
    GuestIn,
    GuestPassOut,
    GuestSubjectIn,
    InvitedOut,
    ReceivedOut,
)
from shared.app import App
from shared.documents.errors import SizeMismatch, TypeNotAllowed, UploadMissing, UploadTooLarge
from shared.errors import NotFound
from shared.identity.errors import LinkInvalid, TooManyAttempts
from shared.kit.http import Api, Request, anonymous
from shared.share_links.errors import LinkFull, LinkPasswordWrong
from shared.share_links.link import Visitor

api = Api("Upload links")

HOLDER = anonymous("whoever holds the link is the one it was given to")


@api.post(
    "v1/guest-uploads/read",
    summary="What does this upload link take?",
    auth=HOLDER,
    errors=(LinkInvalid, TooManyAttempts),
    idempotent=False,
)
async def read_guest_link(body: GuestIn, request: Request, app: App) -> InvitedOut:
    """Who asks for files, until when, how many and how large. Nothing else of the organisation can be seen by a link."""
    return InvitedOut.of(await app.sharing.upload_visits.read(body.token, visitor(request)))


@api.post(
    "v1/guest-uploads/enter",
    summary="Give the password of an upload link",
    auth=HOLDER,
    errors=(LinkInvalid, LinkPasswordWrong, TooManyAttempts),
    idempotent=False,
)
async def enter_guest_link(body: GuestEntryIn, request: Request, app: App) -> GuestPassOut:
    """A pass for 24 hours, to be sent along from then on, so that the password is typed once. A link without a password needs none."""
    passed = await app.sharing.upload_visits.enter(body.token, body.password, visitor(request))
    return GuestPassOut(passed=passed)


@api.post(
    "v1/guest-uploads/announce",
    summary="Announce a file by link",
    auth=HOLDER,
    status=HTTPStatus.CREATED,
    errors=(LinkInvalid, LinkPasswordWrong, LinkFull, UploadTooLarge, TypeNotAllowed),
    idempotent=False,
)
async def announce_guest_upload(body: GuestFileIn, request: Request, app: App) -> ReceivedOut:
    """Answers where its bytes go. Announcing the same bytes under the same name again goes on with the upload, and is not counted."""
    file = body.to_file()
    return ReceivedOut.of(await app.sharing.upload_visits.announce(body.token, body.passed, file, visitor(request)))


@api.post(
    "v1/guest-uploads/standing",
    summary="How far is this file?",
    auth=HOLDER,
    errors=(LinkInvalid, LinkPasswordWrong, NotFound),
    idempotent=False,
)
async def read_guest_upload(body: GuestSubjectIn, app: App) -> ReceivedOut:
    """Its state; while its bytes are awaited, a fresh URL for them and the blocks that the storage has."""
    return ReceivedOut.of(await app.sharing.upload_visits.get(body.token, body.passed, body.id))


@api.post(
    "v1/guest-uploads/complete",
    summary="Say that the bytes sent by link are there",
    auth=HOLDER,
    status=HTTPStatus.ACCEPTED,
    errors=(LinkInvalid, LinkPasswordWrong, NotFound, UploadMissing, SizeMismatch),
    idempotent=False,
)
async def complete_guest_upload(body: GuestSubjectIn, request: Request, app: App) -> ReceivedOut:
    """Starts verification. Repeating is harmless."""
    return ReceivedOut.of(await app.sharing.upload_visits.complete(body.token, body.passed, body.id, visitor(request)))


def visitor(request: Request) -> Visitor:
    return Visitor(request.client_address, request.headers.get("user-agent", ""))
