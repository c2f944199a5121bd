"""The refresh cookie, and the answer that everybody gets who has just signed in."""

from functions.auth.schemas import SessionOut, SignInOut, due
from shared.app import App
from shared.identity.errors import CsrfHeaderRequired
from shared.identity.outcomes import SignedInSession, SignIn
from shared.kit.http import Answer, Request

CSRF_HEADER = "x-petroconnect-request"  # a page of another site cannot send it without being asked first (CORS)
PATH = "/api/v1/auth"
FLOW = "__Secure-entra"
FLOW_PATH = "/api/v1/auth/entra"
FLOW_SECONDS = 600


def session_answer(session: SignedInSession, app: App) -> Answer[SessionOut]:
    return Answer(SessionOut.of(session), headers=(("Set-Cookie", session_cookie(session, app)),))


def sign_in_answer(entered: SignIn, app: App) -> Answer[SignInOut]:
    """With the cookie, if this is the end of it."""
    if isinstance(entered, SignedInSession):
        return Answer(SessionOut.of(entered), headers=(("Set-Cookie", session_cookie(entered, app)),))
    return Answer(due(entered))


def session_cookie(session: SignedInSession, app: App) -> str:
    return _set_cookie(app, session.refresh_token, session.seconds_left)


def cleared_cookie(app: App) -> Answer[None]:
    return Answer(None, headers=(("Set-Cookie", cleared(app)),))


def cleared(app: App) -> str:
    return _set_cookie(app, "", 0)


def flow_cookie(sealed: str) -> str:
    """A sign-in that has begun. The provider posts its answer from its own site, so the cookie must go with requests across sites, which
    browsers allow with Secure only (and treat this machine's own address as secure). It ends by itself: a code works once.
    """
    return f"{FLOW}={sealed}; Path={FLOW_PATH}; Max-Age={FLOW_SECONDS}; HttpOnly; Secure; SameSite=None"


def flow_of(request: Request) -> str:
    return request.cookies.get(FLOW, "")


def refresh_token(request: Request, app: App) -> str:
    """Errors: CsrfHeaderRequired."""
    if not request.headers.get(CSRF_HEADER):
        raise CsrfHeaderRequired
    return request.cookies.get(_cookie_name(app), "")


def _cookie_name(app: App) -> str:
    """`__Secure-` and not `__Host-`, which would need Path=/ and so go with every request."""
    return "__Secure-rt" if app.settings.session_cookie_secure else "rt"


def _set_cookie(app: App, value: str, seconds: int) -> str:
    """Across sites the cookie belongs to the pair of page and API (`Partitioned`), so that no other page's requests carry it."""
    across = app.settings.session_cookie_site == "cross"
    secure = "; Secure" if app.settings.session_cookie_secure else ""
    site = "None; Partitioned" if across else "Strict"
    return f"{_cookie_name(app)}={value}; Path={PATH}; Max-Age={seconds}; HttpOnly{secure}; SameSite={site}"
