"""Letters over real sockets, to a mail server of our own."""

import ssl
from email import message_from_bytes, policy
from pathlib import Path

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import Unavailable
from shared.kit.mail import Letter, Mailer, MailSettings, Security
from tests.azurite import free_ports
from tests.letters import SENDER, a_post_office


def a_letter(to: str = "olga@demo.example", subject: str = "Hello", text: str = "Hi.\n") -> Letter:
    return Letter(to, subject, text, "<p>Hi.</p>", "01J00000000000000000000000")


@pytest.fixture
def authority(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> trustme.CA:
    """Its certificates are trusted, as those of the system are."""
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return made


def server_side(authority: trustme.CA, name: str = "localhost") -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


async def test_what_is_sent_is_exactly_this() -> None:
    async with a_post_office() as office:
        await Mailer(office.settings()).send(a_letter(subject="Grüße von Åse", text="Zeile – 1\n.\n"))
    (envelope,), (message,) = office.envelopes, office.messages
    assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, ["olga@demo.example"])
    assert message.keys() == [
        "Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
    ]  # fmt: skip
    assert message["From"] == f"PetroConnect <{SENDER}>"
    assert message["To"] == "olga@demo.example"
    assert message["Subject"] == "Grüße von Åse"
    assert message["Message-ID"] == "<01J00000000000000000000000@petroconnect.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime.tzinfo is not None
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    text, page = (part.get_content().replace("\r\n", "\n") for part in message.iter_parts())
    assert (text, page) == ("Zeile – 1\n.\n", "<p>Hi.</p>\n")
    assert isinstance(envelope.content, bytes) and envelope.content.isascii()


@given(subject=st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=150))
def test_no_subject_makes_another_header_or_recipient(subject: str) -> None:
    mailer = Mailer(MailSettings("", 25, Security.NONE, "", "", SENDER))
    sent = mailer._message(a_letter(subject=subject)).as_bytes(policy=policy.SMTP)
    message = message_from_bytes(sent, policy=policy.default)
    assert len(message.keys()) == 8
    assert [address.addr_spec for address in message["To"].addresses] == ["olga@demo.example"]


@pytest.mark.parametrize(
    "subject",
    [
        "=?utf-8?q?x=0ABcc:_evil=40x.example?=",
        "=?utf-8?b?eApCY2M6IGV2aWxAeC5leGFtcGxl?=",
        "a, b <evil@x.example>; " * 6,
    ],
)
def test_an_encoded_word_in_a_name_stays_text(subject: str) -> None:
    mailer = Mailer(MailSettings("", 25, Security.NONE, "", "", SENDER))
    message = message_from_bytes(
        mailer._message(a_letter(subject=subject)).as_bytes(policy=policy.SMTP), policy=policy.default
    )
    assert message["Subject"] == subject.replace("=?", "= ?")
    assert "Bcc" not in message


@pytest.mark.parametrize("subject", ["a\nBcc: evil@x.example", "a\r\nBcc: evil@x.example", "a\rb"])
async def test_a_line_break_in_a_subject_is_refused_before_anything_is_sent(subject: str) -> None:
    async with a_post_office() as office:
        with pytest.raises(ValueError, match="linefeed or carriage return"):
            await Mailer(office.settings()).send(a_letter(subject=subject))
    assert office.envelopes == []


async def test_with_starttls(authority: trustme.CA) -> None:
    async with a_post_office(starttls=server_side(authority)) as office:
        await Mailer(office.settings(Security.STARTTLS)).send(a_letter())
    assert office.encrypted == [True]


async def test_with_tls_from_the_first_byte(authority: trustme.CA) -> None:
    async with a_post_office(tls=server_side(authority)) as office:
        await Mailer(office.settings(Security.TLS)).send(a_letter())
    assert len(office.envelopes) == 1


async def test_a_server_without_starttls_gets_nothing() -> None:
    async with a_post_office() as office:
        with pytest.raises(Unavailable):
            await Mailer(office.settings(Security.STARTTLS)).send(a_letter())
    assert office.envelopes == []


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
async def test_a_certificate_nobody_vouches_for_gets_nothing(security: Security) -> None:
    context = server_side(trustme.CA())
    async with a_post_office(**{security.value: context}) as office:
        with pytest.raises(Unavailable):
            await Mailer(office.settings(security)).send(a_letter())
    assert office.envelopes == []


async def test_a_certificate_of_another_name_gets_nothing(authority: trustme.CA) -> None:
    async with a_post_office(tls=server_side(authority, "mail.other.example")) as office:
        with pytest.raises(Unavailable):
            await Mailer(office.settings(Security.TLS)).send(a_letter())
    assert office.envelopes == []


async def test_logging_in(authority: trustme.CA) -> None:
    async with a_post_office(starttls=server_side(authority), password="sesame-1") as office:
        await Mailer(office.settings(Security.STARTTLS, "user", "sesame-1")).send(a_letter())
        for username, password in (("user", "wrong"), ("", "")):
            with pytest.raises(Unavailable):
                await Mailer(office.settings(Security.STARTTLS, username, password)).send(a_letter())
    assert len(office.envelopes) == 1


@pytest.mark.parametrize("refusal", ["451 later", "550 no such person", "421 going away"])
async def test_whatever_the_server_refuses_is_tried_again_later(refusal: str) -> None:
    async with a_post_office() as office:
        office.refusals.append(refusal)
        with pytest.raises(Unavailable) as raised:
            await Mailer(office.settings()).send(a_letter())
        assert raised.value.retry_after == 30
        await Mailer(office.settings()).send(a_letter())
    assert len(office.envelopes) == 1


async def test_nobody_listens() -> None:
    (port,) = free_ports(1)
    with pytest.raises(Unavailable):
        await Mailer(MailSettings("127.0.0.1", port, Security.NONE, "", "", SENDER)).send(a_letter())


async def test_without_a_server_that_is_said() -> None:
    with pytest.raises(Unavailable, match="SMTP_HOST"):
        await Mailer(MailSettings("", 587, Security.STARTTLS, "", "", SENDER)).send(a_letter())


def test_the_password_is_not_shown() -> None:
    assert "sesame" not in repr(MailSettings("h", 1, Security.TLS, "user", "sesame", SENDER))
