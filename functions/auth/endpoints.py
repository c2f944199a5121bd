"""Sessions: sign in, stay signed in, sign out, who am I."""

from http import HTTPStatus

from functions.auth.cookies import cleared_cookie, refresh_token, session_answer, sign_in_answer
from functions.auth.schemas import CredentialsIn, Me, SessionOut, SignInOut
from shared.app import App
from shared.identity.actor import Actor
from shared.identity.errors import (
    CsrfHeaderRequired,
    InvalidCredentials,
    RefreshInProgress,
    SessionExpired,
    SessionRevoked,
    TooManyAttempts,
)
from shared.identity.policy import signed_in
from shared.kit.http import Answer, Api, Request, anonymous

api = Api("Auth")


@api.post(
    "v1/auth/sign-in",
    summary="Sign in with e-mail and password",
    auth=anonymous("this is how one stops being anonymous"),
    errors=(InvalidCredentials, TooManyAttempts),
    idempotent=False,
    limit="120/minute",
)
async def sign_in(body: CredentialsIn, request: Request, app: App) -> Answer[SignInOut]:
    """Answers an access token for 15 minutes and sets the refresh cookie, or a challenge where a second factor is due.

    Too many attempts are refused for a while.
    """
    entered = await app.identity.service.sign_in(
        body.email, body.password, address=request.client_address, device=request.headers.get("user-agent", "")
    )
    return sign_in_answer(entered, app)


@api.post(
    "v1/auth/refresh",
    summary="Get a new access token",
    auth=anonymous("the refresh cookie is the credential"),
    errors=(CsrfHeaderRequired, SessionExpired, SessionRevoked, RefreshInProgress),
    idempotent=False,
)
async def refresh_session(request: Request, app: App) -> Answer[SessionOut]:
    """Rotates the refresh cookie. 409 means another tab has just done so: wait a moment and ask again."""
    return session_answer(await app.identity.service.refresh(refresh_token(request, app)), app)


@api.post(
    "v1/auth/sign-out",
    summary="Sign out",
    auth=anonymous("ending a session needs no more than its cookie"),
    status=HTTPStatus.NO_CONTENT,
    errors=(CsrfHeaderRequired,),
    idempotent=False,
)
async def sign_out(request: Request, app: App) -> Answer[None]:
    """Ends this session and clears its cookie; signing out twice is fine."""
    await app.identity.service.sign_out(refresh_token(request, app))
    return cleared_cookie(app)


@api.get("v1/auth/me", summary="Who am I, and what may I do?", auth=signed_in(), errors=(SessionExpired,))
async def get_me(actor: Actor, app: App) -> Me:
    """The signed-in user with role, permissions, site scope and organisation, as they are now."""
    member = await app.users.service.find_member(actor.organisation_id, actor.user_id)
    if member is None or not member.is_active:
        raise SessionExpired
    return Me.of(member)
