"""What is written to people about their accounts: plain text, and the same as HTML."""

import html
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from shared.identity.links import Purpose
from shared.kit.mail import Letter


class LetterKind(StrEnum):
    """What people choose to get or not; letters about their account are always sent."""

    REVIEW_REQUESTS = "review_requests"
    REVIEW_REMINDERS = "review_reminders"
    REVIEW_RESULTS = "review_results"
    ACKNOWLEDGEMENTS = "acknowledgements"
    REPORTS = "reports"
    EXPORTS = "exports"


PAGES = {Purpose.INVITATION: "/invitation", Purpose.PASSWORD_RESET: "/reset-password"}


@dataclass(frozen=True, slots=True)
class Words:
    """`paragraphs` in order; the button, when there is one, stands after the first."""

    subject: str
    paragraphs: tuple[str, ...]
    button: str = ""


INVITATION = Words(
    "{organisation} invites you to PetroConnect",
    (
        "{organisation} invites you to PetroConnect, its record of field reports and documents.",
        "The link works once, for 7 days. Whoever has it can set your password, so do not pass it on.",
    ),
    "Accept the invitation",
)
PASSWORD_RESET = Words(
    "Set a new password for PetroConnect",
    (
        "Somebody, probably you, asked for a new password for your PetroConnect account.",
        "The link works once, for one hour. If it was not you, nothing has to be done: your password stays as it is.",
    ),
    "Set a new password",
)
NOTICES = {
    "user.password_changed": Words(
        "Your PetroConnect password was changed",
        (
            "The password of your PetroConnect account has just been changed, and every other session was signed out.",
            "If it was not you, ask for a new password on the sign-in page at once and tell your administrator.",
        ),
    ),
    "user.session_revoked": Words(
        "A PetroConnect session was ended for your safety",
        (
            "A token of one of your sessions was used a second time, which happens when somebody has copied it. The session was ended.",
            "If you were just signed out, sign in again. If you do not recognise this, change your password.",
        ),
    ),
    "user.entra_linked": Words(
        "A Microsoft account was connected to your PetroConnect account",
        (
            "You can now sign in to PetroConnect with a Microsoft account of your organisation that has just been connected.",
            "If it was not you, change your password at once and tell your administrator.",
        ),
    ),
    "user.second_factor_enabled": Words(
        "A second factor was set up for your PetroConnect account",
        (
            "Signing in to your PetroConnect account now asks for a code of an authenticator app that has just been set up.",
            "If it was not you, change your password at once and tell your administrator.",
        ),
    ),
    "user.second_factor_disabled": Words(
        "Your second factor was given up",
        (
            "Signing in to your PetroConnect account does not ask for a code any more.",
            "If it was not you, change your password at once and tell your administrator.",
        ),
    ),
    "user.recovery_code_used": Words(
        "A recovery code of your PetroConnect account was used",
        (
            "Somebody, probably you, has just signed in with one of your recovery codes. Each works once.",
            "If it was not you, change your password at once, get new recovery codes and tell your administrator.",
        ),
    ),
    "user.second_factor_reset": Words(
        "Your second factor was removed",
        (
            "An administrator has removed the second factor of your PetroConnect account.",
            "If you did not ask for it, tell your administrator.",
        ),
    ),
}


def link_letter(
    words: Words, purpose: Purpose, page_url: str, token: str, *, to: str, name: str, organisation: str, message_id: str
) -> Letter:
    """The token stands behind `#`, where no server and no log sees it."""
    url = f"{page_url.rstrip('/')}{PAGES[purpose]}#{quote(token, safe='.-_')}"
    return letter(words, url, to=to, name=name, organisation=organisation, message_id=message_id)


def notice(words: Words, *, to: str, name: str, organisation: str, message_id: str) -> Letter:
    return letter(words, "", to=to, name=name, organisation=organisation, message_id=message_id)


def letter(words: Words, url: str, *, to: str, name: str, message_id: str, **facts: str) -> Letter:
    """`facts` fill the words; the button, if there is an address, leads to `url`."""
    subject = words.subject.format(**{key: " ".join(fact.split()) for key, fact in facts.items()})
    first, *rest = (paragraph.format(**facts) for paragraph in words.paragraphs)
    greeting = f"Hello {name},"
    lines = [greeting, first, *([f"{words.button}:\n{url}"] if url else []), *rest, "PetroConnect"]
    return Letter(to, subject, "\n\n".join(lines) + "\n", _html(greeting, first, words.button, url, rest), message_id)


def _html(greeting: str, first: str, button: str, url: str, rest: list[str]) -> str:
    style = (
        "display:inline-block;padding:10px 18px;background:#0f766e;color:#ffffff;border-radius:6px;text-decoration:none"
    )
    link = f'<p><a href="{html.escape(url)}" style="{style}">{html.escape(button)}</a></p>' if url else ""
    paragraphs = "".join(f"<p>{html.escape(text)}</p>" for text in rest)
    return (
        '<!doctype html><html lang="en"><body style="font-family:system-ui,sans-serif;line-height:1.5;color:#111827">'
        f"<p>{html.escape(greeting)}</p><p>{html.escape(first)}</p>{link}{paragraphs}<p>PetroConnect</p></body></html>"
    )
