"""How often one place may try links out of letters."""

import pytest

from shared.identity.throttle import ALLOWANCES, Attempt
from tests.api_client import ApiClient, Response

PER_PLACE = ALLOWANCES[Attempt.LINK].per_place


async def read(client: ApiClient, token: str, address: str = "192.0.2.1") -> Response:
    return await client.post("v1/auth/invitations/read", {"token": token}, headers={"X-Forwarded-For": address})


async def test_trying_links_is_stopped_after_a_while_from_one_place(client: ApiClient) -> None:
    for number in range(PER_PLACE):
        assert (await read(client, f"guess-{number}")).status == 404
    refused = await read(client, "one more")
    assert (refused.status, refused.code) == (429, "too_many_attempts")
    assert int(refused.headers["Retry-After"]) > 0
    assert (await read(client, "guess", "192.0.2.2")).status == 404


@pytest.mark.parametrize("action", ["read", "accept"])
async def test_reading_and_accepting_are_counted_together(client: ApiClient, action: str) -> None:
    for _ in range(PER_PLACE):
        await read(client, "guess")
    body = {"token": "guess", **({"password": "correct horse battery", "name": None} if action == "accept" else {})}
    answer = await client.post(f"v1/auth/invitations/{action}", body, headers={"X-Forwarded-For": "192.0.2.1"})
    assert (answer.status, answer.code) == (429, "too_many_attempts")
