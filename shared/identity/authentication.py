"""From a bearer token to the actor behind it: our own access tokens, API keys, and what partners bring from their own directory."""

import base64
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shared.identity.actor import Actor
from shared.identity.errors import TokenInvalid
from shared.identity.revocations import Revocations
from shared.identity.tokens import Tokens

MAX_LENGTH = 16_384  # characters

Lookup = Callable[[str], Awaitable[Actor]]


class Partner(Protocol):
    """Somebody else who issues tokens for this API."""

    def issued(self, issuer: str) -> bool:
        """Decided without asking anybody."""
        ...

    async def authenticate(self, token: str) -> Actor:
        """Errors: TokenInvalid, Unavailable."""
        ...


@dataclass(frozen=True, slots=True)
class Authentication:
    """`schemes` maps the beginning of a token to who knows what it stands for; everything else is a JWT, and its issuer decides whose keys
    it has to fit: ours, or those of a partner. A token of nobody known is refused before anything is asked of the network.
    """

    tokens: Tokens
    revocations: Revocations
    schemes: dict[str, Lookup]
    partners: tuple[Partner, ...]
    now: Callable[[], datetime]

    async def authenticate(self, token: str) -> Actor:
        """Errors: TokenInvalid, whatever is wrong with it."""
        for prefix, lookup in self.schemes.items():
            if token.startswith(prefix):
                return await lookup(token)
        if self.partners and (issuer := _issuer(token)) != self.tokens.issuer:
            for partner in self.partners:
                if partner.issued(issuer):
                    return await partner.authenticate(token)
            raise TokenInvalid
        verified = self.tokens.verify(token, self.now())
        actor = verified.actor
        if not actor.session_id:
            raise TokenInvalid
        await self.revocations.check(verified.issued_at, actor.user_id, actor.session_id)
        return actor


def _issuer(token: str) -> str:
    """What a token claims, unverified: it only chooses whose keys are tried. Errors: TokenInvalid."""
    if len(token) > MAX_LENGTH:
        raise TokenInvalid
    payload = token.split(".")[1] if token.count(".") == 2 else ""
    try:
        return str(json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["iss"])
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise TokenInvalid from error
