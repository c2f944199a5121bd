"""Letters as tests need them: those a person would get, and a mail server that keeps what it is given."""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from shared.app import App
from shared.kit.jobs import Job
from shared.kit.mail import Letter, MailSettings, Security
from shared.kit.query import Query
from shared.users.correspondence import Correspondence

SENDER = "no-reply@petroconnect.example"


async def activities_of(app: App, organisation_id: str, subject_id: str) -> list[dict[str, Any]]:
    """What happened to somebody, the first first."""
    query = Query("SELECT * FROM c WHERE c.kind = 'activity' AND c.subjectId = @id", {"@id": subject_id})
    found = await app.database.container("directory").query(query, organisation_id, limit=100)
    return sorted(found, key=lambda item: str(item["id"]))


async def letters_to(app: App, organisation_id: str, user_id: str) -> list[Letter]:
    """Ordered and written as the background functions do it, and caught before the mail server."""
    jobs: list[Job] = []
    letters: list[Letter] = []

    async def send_job(queue: str, job: Job) -> None:
        jobs.append(job)

    async def send_letter(letter: Letter) -> None:
        letters.append(letter)

    writing: Correspondence = replace(app.users.correspondence, send_job=send_job, send_letter=send_letter)
    await writing.follow(await activities_of(app, organisation_id, user_id))
    for job in jobs:
        await writing.write(job)
    return letters


async def link_to(app: App, organisation_id: str, user_id: str) -> str:
    """What stands behind # in the newest letter."""
    return token_in((await letters_to(app, organisation_id, user_id))[-1].text)


def token_in(text: str) -> str:
    found = re.search(r"#(\S+)", text)
    assert found, text
    return found[1]


@dataclass
class PostOffice:
    """`refusals` are answered to DATA in this order before anything is taken; `password` is what `user` has to log in with."""

    envelopes: list[Envelope] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    password: str = ""
    port: int = 0

    @property
    def messages(self) -> list[EmailMessage]:
        return [parsed(envelope) for envelope in self.envelopes]

    def settings(self, security: Security = Security.NONE, username: str = "", password: str = "") -> MailSettings:
        return MailSettings("localhost", self.port, security, username, password, SENDER)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.refusals:
            return self.refusals.pop(0)
        self.envelopes.append(envelope)
        self.encrypted.append(session.ssl is not None)
        return "250 kept"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        return AuthResult(success=data.login == b"user" and data.password.decode() == self.password)


def parsed(envelope: Envelope) -> EmailMessage:
    content = envelope.content
    assert isinstance(content, bytes)
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


@asynccontextmanager
async def a_post_office(
    *, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None, password: str = ""
) -> AsyncIterator[PostOffice]:
    """Listens on a free port of this machine; with `password`, to those only who log in."""
    office = PostOffice(password=password)

    def connection() -> SMTP:
        return SMTP(
            office,
            hostname="localhost",
            tls_context=starttls,
            authenticator=office.authenticate,
            auth_required=bool(password),
            auth_require_tls=starttls is not None,
        )

    server = await asyncio.get_running_loop().create_server(connection, "127.0.0.1", 0, ssl=tls)
    office.port = server.sockets[0].getsockname()[1]
    try:
        yield office
    finally:
        server.close()
        await server.wait_closed()
