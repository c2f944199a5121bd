"""The SMTP side: takes every letter for whomever, and delivers none."""

import asyncio

from aiosmtpd.smtp import SMTP, Envelope, Session

from local.mail.letters import Letterbox

MAX_LETTER = 10 * 1024 * 1024  # bytes


class Postman:
    """The handler aiosmtpd calls by these names."""

    def __init__(self, letterbox: Letterbox) -> None:
        self._letterbox = letterbox

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802
        content = envelope.content
        assert isinstance(content, bytes)
        await asyncio.to_thread(self._letterbox.put, content, envelope.rcpt_tos)
        return "250 kept"


async def listen(letterbox: Letterbox, port: int) -> asyncio.Server:
    """On the loopback address. Errors: OSError when the port is taken."""
    postman = Postman(letterbox)

    def connection() -> SMTP:
        # The host name is given, since asking the system for it may ask the network.
        return SMTP(postman, hostname="localhost", ident="PetroConnect", data_size_limit=MAX_LETTER)

    return await asyncio.get_running_loop().create_server(connection, "127.0.0.1", port)
