"""Signing in with Microsoft Entra ID. A browser goes through these by itself, so what goes wrong ends on the page, not in JSON."""

import logging
from collections.abc import Awaitable
from http import HTTPStatus
from urllib.parse import urlencode

from functions.auth.cookies import cleared, flow_cookie, flow_of, refresh_token, session_cookie
from functions.auth.entra_schemas import (
    BeginQuery,
    DepartureOut,
    EntraInvitationIn,
    EntraLinkIn,
    EntraSignOutOut,
    MethodsOut,
)
from shared.app import App
from shared.errors import PetroConnectError
from shared.identity.actor import Actor
from shared.identity.entra.errors import EntraNotConfigured
from shared.identity.errors import (
    CsrfHeaderRequired,
    LinkInvalid,
    NoPassword,
    ProofWrong,
    SessionExpired,
    TooManyAttempts,
)
from shared.identity.policy import signed_in
from shared.kit import telemetry
from shared.kit.http import Answer, Api, Request, anonymous
from shared.kit.http.forms import form_of

api = Api("Auth")


@api.get(
    "v1/auth/methods", summary="How can one sign in here?", auth=anonymous("the page asks before anybody is known")
)
async def list_sign_in_methods(app: App) -> MethodsOut:
    """What the sign-in page offers."""
    return MethodsOut(methods=["password", "entra"] if app.entra.sign_in.is_on else ["password"])


@api.get(
    "v1/auth/entra/sign-in",
    summary="Go to Microsoft to sign in",
    auth=anonymous("this is how one stops being anonymous"),
    status=HTTPStatus.FOUND,
    errors=(EntraNotConfigured,),
)
async def begin_entra_sign_in(query: BeginQuery, app: App) -> Answer[None]:
    """For a link on the page, not for fetch. Comes back to `returnTo` with the refresh cookie set, or to `/sign-in?error=code`."""
    return await _page_on_failure(app, _begin(query.return_to, app), HTTPStatus.FOUND)


async def _begin(return_to: str, app: App) -> Answer[None]:
    begun = await app.entra.sign_in.begin(return_to)
    return Answer(None, headers=(("Location", begun.url), ("Set-Cookie", flow_cookie(begun.sealed))))


@api.post(
    "v1/auth/entra/invitation",
    summary="Accept an invitation with a Microsoft account",
    auth=anonymous("the link in the letter is the credential"),
    errors=(EntraNotConfigured, LinkInvalid),
    idempotent=False,
)
async def begin_entra_invitation(body: EntraInvitationIn, app: App) -> Answer[DepartureOut]:
    """Answers where to go. Whoever comes back becomes the person invited, whatever their address and tenant."""
    app.entra.sign_in.require()
    await app.users.invitations.read(body.token)
    begun = await app.entra.sign_in.begin(body.return_to, invitation=body.token)
    return Answer(DepartureOut(url=begun.url), headers=(("Set-Cookie", flow_cookie(begun.sealed)),))


@api.post(
    "v1/auth/entra/link",
    summary="Connect my Microsoft account",
    auth=signed_in(),
    errors=(EntraNotConfigured, SessionExpired, NoPassword, ProofWrong, TooManyAttempts),
    idempotent=False,
)
async def begin_entra_link(body: EntraLinkIn, request: Request, actor: Actor, app: App) -> Answer[DepartureOut]:
    """For people with a password. Answers where to go; whoever comes back, of the organisation's own tenant, is from then on the caller.
    The password stays good.
    """
    begun = await app.entra.linking.begin(actor, body.to_proof(), body.return_to, address=request.client_address)
    return Answer(DepartureOut(url=begun.url), headers=(("Set-Cookie", flow_cookie(begun.sealed)),))


@api.post(
    "v1/auth/entra/callback",
    summary="Come back from Microsoft",
    auth=anonymous("the sealed cookie and the code are the credential"),
    status=HTTPStatus.SEE_OTHER,
    errors=(EntraNotConfigured,),
    idempotent=False,
)
async def finish_entra_sign_in(request: Request, app: App) -> Answer[None]:
    """Where the provider's form is posted (`form_post`). Sets the refresh cookie and leads back to the page."""
    return await _page_on_failure(app, _finish(request, app), HTTPStatus.SEE_OTHER)


async def _finish(request: Request, app: App) -> Answer[None]:
    member, flow = await app.entra.sign_in.finish(flow_of(request), form_of(request))
    device = request.headers.get("user-agent", "")
    session = await app.identity.service.open_session(member, device, method="entra")
    return Answer(None, headers=(_to_page(app, flow.return_to), ("Set-Cookie", session_cookie(session, app))))


@api.post(
    "v1/auth/entra/sign-out",
    summary="Sign out here and at Microsoft",
    auth=anonymous("ending a session needs no more than its cookie"),
    errors=(CsrfHeaderRequired,),
    idempotent=False,
)
async def sign_out_of_entra(request: Request, app: App) -> Answer[EntraSignOutOut]:
    """Like `sign_out`; answers where the page goes next to end the session at Microsoft, when it began there."""
    session = await app.identity.service.sign_out(refresh_token(request, app))
    try:
        url = await app.entra.sign_in.end_session_url(session)
    except PetroConnectError:  # ours is over, which is what was asked for first
        url = None
    return Answer(EntraSignOutOut(end_session_url=url), headers=(("Set-Cookie", cleared(app)),))


async def _page_on_failure(app: App, work: Awaitable[Answer[None]], status: HTTPStatus) -> Answer[None]:
    try:
        return await work
    except EntraNotConfigured:
        raise
    except PetroConnectError as error:
        telemetry.event("entra.sign_in_failed", code=error.code)
        code = error.code
    except Exception as error:
        telemetry.event("request.crashed", level=logging.ERROR, exc_info=error, error=type(error).__name__)
        code = "internal_error"
    return Answer(None, headers=(_to_page(app, f"/sign-in?{urlencode({'error': code})}"),), status=status)


def _to_page(app: App, path: str) -> tuple[str, str]:
    return "Location", app.settings.page_url.rstrip("/") + path
