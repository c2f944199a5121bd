"""Where somebody is signed in."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Self

from pydantic import Field

from functions.auth.cookies import cleared_cookie
from shared.app import App
from shared.identity.actor import Actor
from shared.identity.devices import in_words
from shared.identity.policy import signed_in
from shared.kit.http import Answer, Api
from shared.kit.ids import Id
from shared.kit.model import Moment, Out

if TYPE_CHECKING:
    from shared.identity.sessions import Session

api = Api("Auth")


class OwnSessionOut(Out):
    id: str
    device: str = Field(description="browser and system, as far as the browser says")
    created_at: Moment
    last_used_at: Moment = Field(description="when an access token was last asked for")
    expires_at: Moment
    current: bool

    @classmethod
    def of(cls, session: "Session", current: str) -> Self:
        return cls(
            id=session.id,
            device=in_words(session.device),
            created_at=session.created_at,
            last_used_at=session.updated_at,
            expires_at=session.expires_at,
            current=session.id == current,
        )


class OwnSessions(Out):
    items: list[OwnSessionOut]


@api.get("v1/auth/sessions", summary="Where am I signed in?", auth=signed_in())
async def list_sessions(actor: Actor, app: App) -> OwnSessions:
    """The caller's sessions, the last used first; at most 100."""
    sessions = await app.identity.own_sessions.list_of(actor)
    return OwnSessions(items=[OwnSessionOut.of(session, actor.session_id) for session in sessions])


@api.delete(
    "v1/auth/sessions/{session_id:length(26)}",
    summary="End one of my sessions",
    auth=signed_in(),
    status=HTTPStatus.NO_CONTENT,
)
async def delete_session(session_id: Id, actor: Actor, app: App) -> Answer[None]:
    """Its access tokens end too. Ending what has ended is fine."""
    await app.identity.own_sessions.end(actor, session_id)
    return cleared_cookie(app) if session_id == actor.session_id else Answer(None)


@api.post(
    "v1/auth/sign-out-everywhere",
    summary="End all my sessions",
    auth=signed_in(),
    status=HTTPStatus.NO_CONTENT,
    idempotent=False,
)
async def sign_out_everywhere(actor: Actor, app: App) -> Answer[None]:
    """This one too, with all access tokens."""
    await app.identity.own_sessions.sign_out_everywhere(actor, actor.user_id)
    return cleared_cookie(app)
