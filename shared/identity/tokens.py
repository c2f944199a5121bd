"""Access tokens: ES256 JWTs for 15 minutes. Verifying one is arithmetic, never a request."""

import functools
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from shared.identity.actor import Actor
from shared.identity.errors import TokenInvalid
from shared.identity.permissions import Role
from shared.kit.ids import new_id

if TYPE_CHECKING:
    from jwt.types import Options

LIFE = timedelta(minutes=15)
AUDIENCE = "petroconnect-api"
ALGORITHM = "ES256"
CURVE = "secp256r1"
TYPE = "at+jwt"  # RFC 9068: no other token of ours passes for an access token
LEEWAY = 5  # seconds between clocks
MAX_LENGTH = 8192

_REQUIRED = ["iss", "aud", "iat", "exp", "sub", "org", "role", "sid", "jti"]
_OUR_CLOCK: "Options" = {  # the app's clock decides, so that tests and tokens agree about the time
    "verify_exp": False,
    "verify_iat": False,
    "verify_nbf": False,
}


@dataclass(frozen=True, slots=True)
class Verified:
    actor: Actor
    issued_at: datetime


@dataclass(frozen=True)
class Tokens:
    """`key_set` is a JSON Web Key Set of P-256 keys: the first (private) signs, all verify, so keys rotate without ending sessions."""

    key_set: str = field(repr=False)
    issuer: str

    def issue(self, actor: Actor, now: datetime) -> str:
        claims = {
            "iss": self.issuer,
            "aud": AUDIENCE,
            "iat": round(
                now.timestamp(), 3
            ),  # to the millisecond, so that a revocation can be told from what came after it
            "exp": int((now + LIFE).timestamp()),
            "jti": new_id(),
            "sub": actor.user_id,
            "org": actor.organisation_id,
            "role": actor.role,
            "sites": list(actor.site_ids) if actor.site_ids is not None else None,
            "sid": actor.session_id,
        }
        return self.sign(claims, TYPE)

    def verify(self, token: str, now: datetime) -> Verified:
        """Errors: TokenInvalid, whatever is wrong with it."""
        claims = self.read(token, TYPE, AUDIENCE, _REQUIRED, now)
        try:
            return _verified(claims)
        except (LookupError, ValueError, TypeError) as error:
            raise TokenInvalid from error

    def sign(self, claims: dict[str, Any], type_: str) -> str:
        """A token of ours that says so in its header: none passes for one of another type."""
        import jwt

        kid, key = self._signing_key
        return jwt.encode(claims, key, algorithm=ALGORITHM, headers={"kid": kid, "typ": type_})

    def read(self, token: str, type_: str, audience: str, required: list[str], now: datetime) -> dict[str, Any]:
        """The claims of a token we signed, of this type, for this audience and in time. Errors: TokenInvalid."""
        import jwt

        if len(token) > MAX_LENGTH:
            raise TokenInvalid
        try:
            header = jwt.get_unverified_header(token)
            key = self._public_keys.get(header["kid"])
            if key is None or header["typ"] != type_:
                raise TokenInvalid
            checks: Options = {"require": required, **_OUR_CLOCK}
            claims = jwt.decode(
                token, key, algorithms=[ALGORITHM], audience=audience, issuer=self.issuer, options=checks
            )
            begins = max(claims["iat"], claims.get("nbf", claims["iat"]))
            if not begins - LEEWAY <= now.timestamp() < claims["exp"]:
                raise TokenInvalid
            return claims
        except (jwt.InvalidTokenError, LookupError, ValueError, TypeError) as error:
            raise TokenInvalid from error

    @functools.cached_property
    def published_keys(self) -> list[dict[str, str]]:
        """The public keys as JWKs, for whoever else verifies our tokens; the one that signs comes first."""
        from jwt.algorithms import ECAlgorithm

        return [
            {**ECAlgorithm.to_jwk(key, as_dict=True), "kid": kid, "use": "sig", "alg": ALGORITHM}
            for kid, key in self._public_keys.items()
        ]

    @functools.cached_property
    def _keys(self) -> dict[str, Any]:
        """By key id, in the order of the set. Errors: ValueError, which repeats nothing of the keys."""
        from jwt import PyJWK
        from jwt.exceptions import PyJWTError

        try:
            keys = [(raw["kid"], PyJWK(raw, ALGORITHM).key) for raw in json.loads(self.key_set)["keys"]]
        except (PyJWTError, ValueError, LookupError, TypeError):
            raise ValueError("TOKEN_SIGNING_KEYS is not a JSON Web Key Set of EC keys with a kid each") from None
        found = dict(keys)
        if len(found) < len(keys) or any(key.curve.name != CURVE for key in found.values()):
            raise ValueError("TOKEN_SIGNING_KEYS holds keys of another curve than P-256, or a kid twice")
        return found

    @functools.cached_property
    def _signing_key(self) -> tuple[str, Any]:
        first = next(iter(self._keys.items()), None)
        if first is None or not hasattr(first[1], "private_numbers"):
            raise ValueError("the first key in TOKEN_SIGNING_KEYS must be a private one")
        return first

    @functools.cached_property
    def _public_keys(self) -> dict[str, Any]:
        return {kid: key.public_key() if hasattr(key, "public_key") else key for kid, key in self._keys.items()}


def _verified(claims: dict[str, Any]) -> Verified:
    sites = claims["sites"]
    scope = None if sites is None else tuple(sites)
    actor = Actor(claims["sub"], claims["org"], Role(claims["role"]), scope, session_id=claims["sid"])
    return Verified(actor, datetime.fromtimestamp(claims["iat"], UTC))
