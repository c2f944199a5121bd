"""Letters through a mail service that speaks as Azure Communication Services does, over a real socket."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from azure.core.exceptions import ClientAuthenticationError

from shared.errors import Unavailable
from shared.kit.mail import Letter, Mailer, MailSettings, Security
from shared.kit.mail_service import SCOPE
from shared.kit.workload_identity import Tokens
from tests.azurite import free_ports

SENDER = "DoNotReply@demo.azurecomm.example"
LETTER = Letter("olga@demo.example", "Grüße", "Hi.\n", "<p>Hi.</p>", "01J00000000000000000000000")


@dataclass
class Service:
    endpoint: str
    status: int = 202
    seen: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        self.seen.append((request.path_qs, dict(request.headers), await request.json()))
        return web.json_response({"id": "1", "status": "Running"}, status=self.status)

    def mailer(self, endpoint: str | None = None) -> Mailer:
        where = self.endpoint if endpoint is None else endpoint
        return Mailer(MailSettings("", 587, Security.STARTTLS, "", "", SENDER, endpoint=where, client_id="the-app"))


@asynccontextmanager
async def a_service() -> AsyncIterator[Service]:
    (port,) = free_ports(1)
    service = Service(f"http://127.0.0.1:{port}/")
    app = web.Application()
    app.router.add_post("/emails:send", service.take)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield service
    finally:
        await runner.cleanup()


@pytest.fixture(autouse=True)
def identity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tokens, "get_blocking", lambda tokens, scope: f"token of {tokens.client_id} for {scope}")


async def test_what_is_sent_is_exactly_this() -> None:
    async with a_service() as service:
        await service.mailer().send(LETTER)
    ((path, headers, body),) = service.seen
    assert path == "/emails:send?api-version=2023-03-31"
    assert headers["Authorization"] == f"Bearer token of the-app for {SCOPE}"
    assert body == {
        "senderAddress": SENDER,
        "content": {"subject": "Grüße", "plainText": "Hi.\n", "html": "<p>Hi.</p>"},
        "recipients": {"to": [{"address": "olga@demo.example"}]},
        "userEngagementTrackingDisabled": True,
    }


@pytest.mark.parametrize("status", [200, 307, 400, 401, 403, 429, 500, 503])
async def test_anything_but_accepted_is_tried_again_later(status: int) -> None:
    async with a_service() as service:
        service.status = status
        with pytest.raises(Unavailable, match=str(status)):
            await service.mailer().send(LETTER)
    assert len(service.seen) == 1


async def test_a_service_that_is_not_there_is_tried_again_later() -> None:
    (port,) = free_ports(1)
    with pytest.raises(Unavailable):
        await Service("").mailer(f"http://127.0.0.1:{port}").send(LETTER)


async def test_without_an_identity_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(tokens: Tokens, scope: str) -> str:
        raise ClientAuthenticationError("no identity")

    monkeypatch.setattr(Tokens, "get_blocking", refuse)
    async with a_service() as service:
        with pytest.raises(Unavailable):
            await service.mailer().send(LETTER)
    assert service.seen == []
