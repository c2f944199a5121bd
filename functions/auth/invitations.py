"""Accepting an invitation: from the link in the letter to the first session."""

from functions.auth.cookies import sign_in_answer
from functions.auth.schemas import AcceptanceIn, InvitationOut, LinkIn, SignInOut
from shared.app import App
from shared.errors import RequestInProgress, StaleVersion
from shared.identity.errors import LinkInvalid, TooManyAttempts
from shared.kit.http import Answer, Api, Request, anonymous

api = Api("Auth")


@api.post(
    "v1/auth/invitations/read",
    summary="Whom is this invitation for?",
    auth=anonymous("the link in the letter is the credential"),
    errors=(LinkInvalid, TooManyAttempts),
    idempotent=False,
)
async def read_invitation(body: LinkIn, request: Request, app: App) -> InvitationOut:
    """What the page shows before a password is chosen. The token travels in the body, where no log sees it."""
    await app.identity.throttle.admit_link(request.client_address)
    return InvitationOut.of(await app.users.invitations.read(body.token))


@api.post(
    "v1/auth/invitations/accept",
    summary="Accept an invitation",
    auth=anonymous("the link in the letter is the credential"),
    errors=(LinkInvalid, TooManyAttempts, RequestInProgress, StaleVersion),
    idempotent=False,
    limit="30/minute",
)
async def accept_invitation(body: AcceptanceIn, request: Request, app: App) -> Answer[SignInOut]:
    """Sets the password and signs in, or challenges where a second factor is due. The link works once."""
    await app.identity.throttle.admit_link(request.client_address)
    account = await app.users.invitations.accept(body.token, body.password, body.name)
    device = request.headers.get("user-agent", "")
    return sign_in_answer(await app.identity.service.enter(account, device, method="invitation"), app)
