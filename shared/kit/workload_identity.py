"""Proof of who this app is, for whoever trusts its managed identity: there is no secret to keep or to lose."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from shared.kit.sdks import IMPORTING

TOKEN_TIMEOUT = 5.0  # seconds
SCOPE = "api://AzureADTokenExchange/.default"


def federated_assertion(client_id: str) -> Callable[[], str]:
    """A function that answers a fresh signed assertion each time (workload identity federation; the SDK keeps it until it expires).

    `client_id` is that of a user-assigned identity, "" for the system-assigned one. Blocking: one request to the machine's own endpoint.
    """
    from azure.identity import ManagedIdentityCredential

    credential = ManagedIdentityCredential(client_id=client_id or None)
    return lambda: credential.get_token(SCOPE).token


@dataclass(slots=True)
class Tokens:
    """Access tokens for services that no SDK of ours speaks to. The credential keeps each until shortly before its end."""

    client_id: str
    _credential: Any = field(default=None, repr=False)

    async def get(self, scope: str) -> str:
        """Errors: azure.core's ClientAuthenticationError, TimeoutError."""
        async with asyncio.timeout(TOKEN_TIMEOUT):
            return await asyncio.to_thread(self.get_blocking, scope)

    def get_blocking(self, scope: str) -> str:
        """Errors: azure.core's ClientAuthenticationError."""
        if self._credential is None:
            with IMPORTING:
                from azure.identity import DefaultAzureCredential

            self._credential = DefaultAzureCredential(managed_identity_client_id=self.client_id or None)
        return str(self._credential.get_token(scope).token)
