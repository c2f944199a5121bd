"""Sending e-mail: by SMTP, in a thread of its own so that the event loop goes on, or through Azure Communication Services."""

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.errors import Unavailable
from shared.kit.clock import utc_now
from shared.kit.mail_service import MailService
from shared.kit.workload_identity import Tokens

if TYPE_CHECKING:
    import smtplib
    from email.message import EmailMessage

TIMEOUT = 20.0  # seconds, for connecting and for every answer


class Security(StrEnum):
    """`none` is for a server on the same machine."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """`sender` is the address letters come from. `endpoint` is a Communication Services resource, used instead of a host; with neither
    no letter can be sent.
    """

    host: str
    port: int
    security: Security
    username: str
    password: str = field(repr=False)
    sender: str
    endpoint: str = ""
    client_id: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """`message_id` makes a letter that is sent twice recognisable as one."""

    to: str
    subject: str
    text: str
    html: str
    message_id: str


class Mailer:
    """One connection per letter: letters are rare."""

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        tokens = Tokens(settings.client_id)
        self._service = MailService(settings.endpoint, tokens, settings.sender) if settings.endpoint else None

    async def send(self, letter: Letter) -> None:
        """Hand over to the mail server. Errors: Unavailable."""
        import smtplib

        if self._service is not None:
            await self._service.send(letter)
            return
        if not self._settings.host:
            raise Unavailable("no mail server is configured (SMTP_HOST or MAIL_ENDPOINT)")
        try:
            await asyncio.to_thread(self._send, self._message(letter), letter.to)
        except (smtplib.SMTPException, OSError) as error:
            raise Unavailable(retry_after=30) from error

    def _message(self, letter: Letter) -> "EmailMessage":
        from email.headerregistry import Address
        from email.message import EmailMessage
        from email.policy import default
        from email.utils import format_datetime

        # Seven bits: not every server on the way takes more.
        message, domain = EmailMessage(default.clone(cte_type="7bit")), self._settings.sender.rpartition("@")[2]
        message["Subject"] = letter.subject.replace("=?", "= ?")  # else taken for an encoded word, and decoded
        message["From"] = Address("PetroConnect", addr_spec=self._settings.sender)
        # Without a name: folding a long one drops its quotes, and what was inside becomes further addresses (seen in 3.11 and 3.13).
        message["To"] = Address(addr_spec=letter.to)
        message["Date"] = format_datetime(utc_now())
        message["Message-ID"] = f"<{letter.message_id}@{domain}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers, please
        message.set_content(letter.text)
        message.add_alternative(letter.html, subtype="html")
        return message

    def _send(self, message: "EmailMessage", to: str) -> None:
        import smtplib
        import ssl

        settings = self._settings
        if settings.security is Security.TLS:
            context = ssl.create_default_context()
            with smtplib.SMTP_SSL(settings.host, settings.port, timeout=TIMEOUT, context=context) as server:
                self._deliver(server, message, to)
            return
        with smtplib.SMTP(settings.host, settings.port, timeout=TIMEOUT) as server:
            if settings.security is Security.STARTTLS:
                server.starttls(context=ssl.create_default_context())
            self._deliver(server, message, to)

    def _deliver(self, server: "smtplib.SMTP", message: "EmailMessage", to: str) -> None:
        if self._settings.username:
            server.login(self._settings.username, self._settings.password)
        # The envelope is named here: read from the headers, a name could become another recipient.
        server.send_message(message, self._settings.sender, [to])
