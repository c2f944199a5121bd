"""Sessions: sign in, stay signed in, sign out, who am I."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from functions.auth.schemas import CredentialsIn, Me, SessionOut
from shared.app import App, current_app
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

if TYPE_CHECKING:
    from shared.identity.service import SignedInSession

api = Api("Auth", current_app)

CSRF_HEADER = "x-petroconnect-request"  # a page of another site cannot send it without being asked first (CORS)
PATH = "/api/v1/auth"


@api.post(
    "v1/auth/sign-in",
    summary="Sign in with e-mail and password",
    auth=anonymous("this is how one stops being anonymous"),
    errors=(InvalidCredentials, TooManyAttempts),
    idempotent=False,
)
async def sign_in(body: CredentialsIn, request: Request, app: App) -> Answer[SessionOut]:
    """Answers an access token for 15 minutes and sets the refresh cookie. Too many attempts are refused for a while."""
    session = await app.identity.sign_in(
        body.email, body.password, address=request.client_address, device=request.headers.get("user-agent", "")
    )
    return _answer(session, app)


@api.post(
    "v1/auth/refresh",
    summary="Get a new access token",
    auth=anonymous("the refresh cookie is the credential"),
    errors=(CsrfHeaderRequired, SessionExpired, SessionRevoked, RefreshInProgress),
    idempotent=False,
)
async def refresh_session(request: Request, app: App) -> Answer[SessionOut]:
    """Rotates the refresh cookie. 409 means another tab has just done so: wait a moment and ask again."""
    return _answer(await app.identity.refresh(_cookie(request, app)), app)


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
    await app.identity.sign_out(_cookie(request, app))
    return Answer(None, headers=(("Set-Cookie", _set_cookie(app, "", 0)),))


@api.get("v1/auth/me", summary="Who am I, and what may I do?", auth=signed_in(), errors=(SessionExpired,))
async def get_me(actor: Actor, app: App) -> Me:
    """The signed-in user with role, permissions, site scope and organisation, as they are now."""
    member = await app.users.find_member(actor.organisation_id, actor.user_id)
    if member is None or not member.is_active:
        raise SessionExpired
    return Me.of(member)


def _answer(session: "SignedInSession", app: App) -> Answer[SessionOut]:
    cookie = _set_cookie(app, session.refresh_token, session.seconds_left)
    return Answer(SessionOut.of(session), headers=(("Set-Cookie", cookie),))


def _cookie(request: Request, app: App) -> str:
    """Errors: CsrfHeaderRequired."""
    if not request.headers.get(CSRF_HEADER):
        raise CsrfHeaderRequired
    return request.cookies.get(_cookie_name(app), "")


def _cookie_name(app: App) -> str:
    return "__Secure-rt" if app.settings.session_cookie_secure else "rt"


def _set_cookie(app: App, value: str, seconds: int) -> str:
    secure = "; Secure" if app.settings.session_cookie_secure else ""
    return f"{_cookie_name(app)}={value}; Path={PATH}; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"
