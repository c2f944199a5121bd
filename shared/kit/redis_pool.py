"""Connections to Redis: by a URL, or to Azure Managed Redis with the app's identity."""

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.kit.workload_identity import Tokens

if TYPE_CHECKING:
    from redis.asyncio import ConnectionPool

SCOPE = "https://redis.azure.com/.default"
SOCKET_TIMEOUT = 0.5  # seconds; a slow cache is worse than none


@dataclass(frozen=True, slots=True)
class RedisSettings:
    """`url` as Redis writes it, or `endpoint` (host:port, TLS) with the managed identity `client_id`."""

    url: str = ""
    endpoint: str = ""
    client_id: str = ""


def open_pool(settings: RedisSettings) -> "ConnectionPool":
    """Nothing is asked of the network yet. The service ends a connection with its token; the next one brings a fresh token."""
    from redis.asyncio import ConnectionPool, SSLConnection
    from redis.asyncio.retry import Retry
    from redis.backoff import NoBackoff

    times: dict[str, Any] = {"socket_timeout": SOCKET_TIMEOUT, "socket_connect_timeout": SOCKET_TIMEOUT}
    if settings.url:
        return ConnectionPool.from_url(settings.url, **times)
    host, _, port = settings.endpoint.rpartition(":")
    identity = Identity(Tokens(settings.client_id))
    return ConnectionPool(
        connection_class=SSLConnection,
        host=host,
        port=int(port),
        credential_provider=identity,
        retry=Retry(NoBackoff(), 1),
        **times,
    )


@dataclass(frozen=True, slots=True)
class Identity:
    """What redis-py calls a credential provider."""

    tokens: Tokens

    async def get_credentials_async(self) -> tuple[str, str]:
        """Object id and token. Errors: redis.AuthenticationError, TimeoutError."""
        from azure.core.exceptions import ClientAuthenticationError
        from redis import AuthenticationError

        try:
            token = await self.tokens.get(SCOPE)
        except ClientAuthenticationError as error:
            raise AuthenticationError("no token for Redis") from error
        return object_id_of(token), token


def object_id_of(token: str) -> str:
    """The user name Redis knows an identity by. Read, not verified: it is our own token, and Redis verifies it."""
    payload = token.split(".")[1]
    return str(json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["oid"])
