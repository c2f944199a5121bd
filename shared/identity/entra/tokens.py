"""Tokens that Microsoft Entra ID signed: the one verifier for the ID token of a sign-in and for access tokens that callers bring.

The issuer is decided before anything is asked of the network; then signature, audience, times and tenant
(OpenID Connect Core 3.1.3.7; the issuer of a multi-tenant app holds the tenant of the token).
"""

import asyncio
import hashlib
import hmac
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.errors import Unavailable
from shared.identity.entra.errors import EntraTokenInvalid
from shared.identity.entra.settings import EntraSettings
from shared.identity.errors import TokenInvalid

if TYPE_CHECKING:
    from jwt import PyJWKClient
    from jwt.types import Options

ALGORITHMS = ["RS256"]
LEEWAY = 300  # seconds between clocks; what Microsoft's own libraries allow
MAX_LENGTH = 16_384
KEYS_KEPT = 3600.0  # seconds; an unknown key id asks again at most every KEYS_COOLDOWN
KEYS_COOLDOWN = 30.0
KEYS_TIMEOUT = 5.0
USER_SCOPE = (
    "access_as_user"  # what a delegated token, and an app's own, must have been granted: see docs/runbooks/entra.md
)
APP_ROLE = "access_as_application"

_CHECKS: "Options" = {
    "require": ["iss", "aud", "iat", "exp", "sub", "tid", "oid"],
    "verify_exp": False,  # times: see _check_times
    "verify_iat": False,
    "verify_nbf": False,
}


@dataclass(frozen=True, slots=True)
class EntraPerson:
    """`addresses` are those the tenant vouches for, the sign-in name first; `roles` are app roles."""

    tenant_id: str
    object_id: str
    addresses: tuple[str, ...] = field(repr=False)
    name: str = field(repr=False)
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntraCaller:
    """Who presents an access token: a person through an app, or an app for itself."""

    tenant_id: str
    object_id: str
    is_person: bool


@dataclass(slots=True)
class EntraTokens:
    """`keys_url` finds the key set, once per worker."""

    settings: EntraSettings
    keys_url: Callable[[], Awaitable[str]]
    now: Callable[[], datetime]
    _keys: "PyJWKClient | None" = None
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def verify_person(self, id_token: str, nonce: str | None) -> EntraPerson:
        """`nonce` as MSAL keeps it in the flow; None after a refresh, which has none. Errors: EntraTokenInvalid, Unavailable."""
        try:
            claims = await self._verify(id_token, [self.settings.client_id])
        except TokenInvalid as error:
            raise EntraTokenInvalid from error
        if nonce is not None and not _is_nonce(claims.get("nonce"), nonce):
            raise EntraTokenInvalid
        return EntraPerson(claims["tid"], claims["oid"], _addresses(claims), _name(claims), _roles(claims))

    async def verify_caller(self, access_token: str) -> EntraCaller:
        """Errors: TokenInvalid, Unavailable."""
        claims = await self._verify(access_token, self.settings.audiences)
        if "azp" not in claims or "nonce" in claims:  # an ID token may have the same audience
            raise TokenInvalid
        if "scp" in claims:
            if USER_SCOPE not in str(claims["scp"]).split():
                raise TokenInvalid
            return EntraCaller(claims["tid"], claims["oid"], is_person=True)
        if APP_ROLE not in _roles(claims):
            raise TokenInvalid
        return EntraCaller(claims["tid"], claims["oid"], is_person=False)

    async def _verify(self, token: str, audiences: list[str]) -> dict[str, Any]:
        import jwt

        if len(token) > MAX_LENGTH:
            raise TokenInvalid
        try:
            header = jwt.get_unverified_header(token)
            claimed = jwt.decode(token, options={"verify_signature": False})
            issuer = claimed["iss"]
            tenant = self.settings.tenant_of(issuer)
            if tenant is None or claimed["tid"] != tenant or header["alg"] not in ALGORITHMS:
                raise TokenInvalid
            key = await self._key(header["kid"])
            claims: dict[str, Any] = jwt.decode(
                token, key, algorithms=ALGORITHMS, audience=audiences, issuer=issuer, options=_CHECKS
            )
            _check_times(claims, self.now())
        except (jwt.InvalidTokenError, LookupError, ValueError, TypeError) as error:
            raise TokenInvalid from error
        if not isinstance(claims["oid"], str) or not claims["oid"]:
            raise TokenInvalid
        return claims

    async def _key(self, kid: str) -> Any:
        """Errors: TokenInvalid for a key that the provider does not have, Unavailable when it does not answer."""
        from jwt.exceptions import PyJWKClientConnectionError, PyJWKClientError, PyJWKSetError

        client = await self._open()
        try:
            return await asyncio.to_thread(client.get_signing_key, kid)
        except (PyJWKClientConnectionError, PyJWKSetError) as error:
            raise Unavailable(retry_after=1) from error
        except PyJWKClientError as error:
            raise TokenInvalid from error

    async def _open(self) -> "PyJWKClient":
        async with self._opening:
            if self._keys is None:
                from jwt import PyJWKClient

                self._keys = PyJWKClient(
                    await self.keys_url(),
                    lifespan=KEYS_KEPT,
                    cooldown_duration=KEYS_COOLDOWN,
                    timeout=KEYS_TIMEOUT,
                    ssl_context=ssl.create_default_context(cafile=self.settings.ca_file or None),
                )
            return self._keys


def _check_times(claims: dict[str, Any], now: datetime) -> None:
    """By the app's clock. Errors: TokenInvalid, TypeError and ValueError for what is no time."""
    moment = now.timestamp()
    begins = max(float(claims["iat"]), float(claims.get("nbf", 0)))
    if not begins - LEEWAY <= moment < float(claims["exp"]) + LEEWAY:
        raise TokenInvalid


def _is_nonce(claimed: object, expected: str) -> bool:
    """MSAL sends the hash of what it keeps, so that a stolen flow and a stolen token do not fit together."""
    return isinstance(claimed, str) and hmac.compare_digest(
        claimed.encode(), hashlib.sha256(expected.encode()).hexdigest().encode()
    )


def _addresses(claims: dict[str, Any]) -> tuple[str, ...]:
    """The sign-in name, whose domain the tenant owns; the `email` claim only where Entra says that of it too (`xms_edov`), since
    otherwise anybody may write anything there.
    """
    from shared.identity.email import normalise

    found = [claims.get("preferred_username")]
    if claims.get("xms_edov") in (True, 1, "1", "true"):
        found.append(claims.get("email"))
    addresses: list[str] = []
    for address in found:
        try:
            addresses.append(normalise(str(address or "")))
        except ValueError:
            continue
    return tuple(dict.fromkeys(addresses))


def _name(claims: dict[str, Any]) -> str:
    """As the directory has it, without what could not be shown; the part before @ where there is none."""
    from shared.identity.names import visible

    try:
        name = visible(str(claims.get("name") or "").strip())[:120]
    except ValueError:
        name = ""
    return name or str(claims.get("preferred_username") or "").partition("@")[0][:120] or "Unnamed"


def _roles(claims: dict[str, Any]) -> tuple[str, ...]:
    roles = claims.get("roles")
    return tuple(str(role) for role in roles) if isinstance(roles, list) else ()
