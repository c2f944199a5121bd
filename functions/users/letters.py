"""Which letters people want: their own choice, kept with them."""

from typing import Self

from pydantic import Field

from shared.app import App
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.letters import LetterKind
from shared.identity.policy import signed_in
from shared.kit.http import Api
from shared.kit.model import In, Out
from shared.users.model import User, UserChange

api = Api("Users")

_ASKED = Field(strict=True, description="a review that waits for one's decision")
_REMINDED = Field(strict=True, description="such a review is due soon, or overdue")
_DECIDED = Field(strict=True, description="a review that one began has ended")
_TO_READ = Field(strict=True, description="once a week, what is still to be acknowledged")
_REPORTS = Field(strict=True, description="field reports that are due, missing, or come back with changes asked for")
_EXPORTS = Field(strict=True, description="a scheduled export is ready")


class LettersIn(In):
    """All of them are said, true for those one wants."""

    review_requests: bool = _ASKED
    review_reminders: bool = _REMINDED
    review_results: bool = _DECIDED
    acknowledgements: bool = _TO_READ
    reports: bool = _REPORTS
    exports: bool = _EXPORTS

    def to_change(self) -> UserChange:
        return UserChange({"declined_letters": tuple(kind for kind in LetterKind if not getattr(self, kind.value))})


class LettersOut(Out):
    review_requests: bool = _ASKED
    review_reminders: bool = _REMINDED
    review_results: bool = _DECIDED
    acknowledgements: bool = _TO_READ
    reports: bool = _REPORTS
    exports: bool = _EXPORTS
    etag: str

    @classmethod
    def of(cls, user: User) -> Self:
        chosen = {kind.value: kind not in user.declined_letters for kind in LetterKind}
        return cls.model_validate({**chosen, "etag": user.etag})


@api.get("v1/auth/me/letters", summary="Which letters do I get?", auth=signed_in())
async def get_own_letters(actor: Actor, app: App) -> LettersOut:
    """All of them as long as nothing else was chosen. Letters about the account (invitation, password, second factor) are always sent."""
    return LettersOut.of(await app.users.service.get(actor, actor.user_id))


@api.put("v1/auth/me/letters", summary="Choose which letters I get", auth=signed_in(), errors=(StaleVersion,))
async def replace_own_letters(body: LettersIn, if_match: str, actor: Actor, app: App) -> LettersOut:
    """Holds from the next letter on, also for those that were ordered before and are still to be written."""
    return LettersOut.of(await app.users.service.change(actor, actor.user_id, body.to_change(), if_match))
