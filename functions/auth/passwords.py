"""Another password: by changing it, or through a letter when it is forgotten."""

from http import HTTPStatus

from functions.auth.cookies import sign_in_answer
from functions.auth.schemas import ForgottenIn, PasswordChangeIn, PasswordResetIn, SignInOut
from shared.app import App
from shared.errors import RequestInProgress, StaleVersion
from shared.identity.actor import Actor
from shared.identity.errors import LinkInvalid, NoPassword, ProofWrong, SessionExpired, TooManyAttempts
from shared.identity.policy import signed_in
from shared.kit.http import Answer, Api, Request, anonymous

api = Api("Auth")


@api.post(
    "v1/auth/password",
    summary="Change my password",
    auth=signed_in(),
    status=HTTPStatus.NO_CONTENT,
    errors=(SessionExpired, NoPassword, ProofWrong, TooManyAttempts, StaleVersion),
    idempotent=False,
    limit="30/minute",
)
async def change_password(body: PasswordChangeIn, request: Request, actor: Actor, app: App) -> None:
    """Every other session ends, with its access tokens; this one goes on. A letter says that it happened."""
    await app.identity.recovery.change(actor, body.current_password, body.password, address=request.client_address)


@api.post(
    "v1/auth/password/forgotten",
    summary="Ask for a new password",
    auth=anonymous("who cannot sign in asks"),
    status=HTTPStatus.ACCEPTED,
    errors=(TooManyAttempts,),
    idempotent=False,
)
async def request_password_reset(body: ForgottenIn, request: Request, app: App) -> None:
    """Sends a link, good for an hour, if somebody signs in with this address and a password. The answer never says whether."""
    await app.identity.recovery.request(body.email, address=request.client_address)


@api.post(
    "v1/auth/password/reset",
    summary="Set a new password",
    auth=anonymous("the link in the letter is the credential"),
    errors=(LinkInvalid, RequestInProgress, TooManyAttempts, StaleVersion),
    idempotent=False,
    limit="30/minute",
)
async def reset_password(body: PasswordResetIn, request: Request, app: App) -> Answer[SignInOut]:
    """Ends every session and signs in, or challenges where a second factor is due. The link works once."""
    account = await app.identity.recovery.reset(body.token, body.password, address=request.client_address)
    device = request.headers.get("user-agent", "")
    return sign_in_answer(await app.identity.service.enter(account, device, method="password_reset"), app)
