"""From a bearer token to the actor behind it: our own access tokens, API keys, and what partners bring from their own directory."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from shared.identity.actor import Actor
from shared.identity.errors import TokenInvalid
from shared.identity.revocations import Revocations
from shared.identity.tokens import Tokens

Lookup = Callable[[str], Awaitable[Actor]]


@dataclass(frozen=True, slots=True)
class Authentication:
    """`schemes` maps the beginning of a token to who knows what it stands for; everything else has to be an access token of ours."""

    tokens: Tokens
    revocations: Revocations
    schemes: dict[str, Lookup]
    now: Callable[[], datetime]

    async def authenticate(self, token: str) -> Actor:
        """Errors: TokenInvalid, whatever is wrong with it."""
        for prefix, lookup in self.schemes.items():
            if token.startswith(prefix):
                return await lookup(token)
        verified = self.tokens.verify(token, self.now())
        actor = verified.actor
        if not actor.session_id:
            raise TokenInvalid
        await self.revocations.check(verified.issued_at, actor.user_id, actor.session_id)
        return actor
