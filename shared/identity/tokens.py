"""Access tokens: ES256 JWTs for 15 minutes. Verifying one is arithmetic, never a request."""

import functools
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.identity.actor import Actor
from shared.identity.errors import TokenInvalid
from shared.identity.permissions import Role
from shared.kit.ids import new_id

LIFE = timedelta(minutes=15)
AUDIENCE = "petroconnect-api"
ALGORITHM = "ES256"
LEEWAY = 5  # seconds between clocks
MAX_LENGTH = 4096


@dataclass(frozen=True)
class Tokens:
    """`key_set` is a JSON Web Key Set of private keys: the first signs, all verify, so keys rotate without ending sessions."""

    key_set: str
    issuer: str

    def issue(self, actor: Actor, session_id: str, now: datetime) -> str:
        import jwt

        kid, key = next(iter(self._keys.items()))
        claims = {
            "iss": self.issuer,
            "aud": AUDIENCE,
            "iat": int(now.timestamp()),
            "exp": int((now + LIFE).timestamp()),
            "jti": new_id(),
            "sub": actor.user_id,
            "org": actor.organisation_id,
            "role": actor.role.value,
            "sid": session_id,
            "sites": list(actor.site_ids) if actor.site_ids is not None else None,
        }
        return jwt.encode(claims, key, algorithm=ALGORITHM, headers={"kid": kid})

    def verify(self, token: str, now: datetime) -> Actor:
        """Errors: TokenInvalid, whatever is wrong with it."""
        import jwt

        try:
            if len(token) > MAX_LENGTH:
                raise TokenInvalid
            kid = jwt.get_unverified_header(token).get("kid")
            if not isinstance(kid, str) or (key := self._keys.get(kid)) is None:
                raise TokenInvalid
            claims = jwt.decode(
                token,
                key.public_key(),
                algorithms=[ALGORITHM],
                audience=AUDIENCE,
                issuer=self.issuer,
                options={
                    "require": ["iss", "aud", "iat", "exp", "sub"],
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                },
            )
            return _actor_of(claims, now)
        except (jwt.InvalidTokenError, KeyError, ValueError, TypeError) as error:
            raise TokenInvalid from error

    @functools.cached_property
    def _keys(self) -> dict[str, Any]:
        from jwt.algorithms import ECAlgorithm

        keys = json.loads(self.key_set)["keys"]
        return {key["kid"]: ECAlgorithm.from_jwk(key) for key in keys}


def _actor_of(claims: dict[str, Any], now: datetime) -> Actor:
    """The clock is the app's, so that tests and tokens agree about the time."""
    moment = now.timestamp()
    if not claims["iat"] - LEEWAY <= moment < claims["exp"]:
        raise TokenInvalid
    sites = claims["sites"]
    return Actor(claims["sub"], claims["org"], Role(claims["role"]), None if sites is None else tuple(sites))
