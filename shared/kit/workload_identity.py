"""Proof of who this app is, for a provider that trusts its managed identity: there is no secret to keep or to lose."""

from collections.abc import Callable

SCOPE = "api://AzureADTokenExchange/.default"


def federated_assertion(client_id: str) -> Callable[[], str]:
    """A function that answers a fresh signed assertion each time (workload identity federation; the SDK keeps it until it expires).

    `client_id` is that of a user-assigned identity, "" for the system-assigned one. Blocking: one request to the machine's own endpoint.
    """
    from azure.identity import ManagedIdentityCredential

    credential = ManagedIdentityCredential(client_id=client_id or None)
    return lambda: credential.get_token(SCOPE).token
