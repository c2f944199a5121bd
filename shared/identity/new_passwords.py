"""Which passwords may be chosen: long enough, nobody's favourite, and nothing that anybody knows about the person.

No rules about kinds of characters, which make passwords worse (NIST SP 800-63B section 5.1.1.2). What is common is judged by zxcvbn:
30,000 leaked passwords and 90,000 words and names, with the usual substitutions, repetitions, keyboard rows and dates around them.
"""

import asyncio
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from shared.errors import FieldError, Invalid
from shared.identity.member import Member
from shared.identity.passwords import MIN_LENGTH, canonical

ENOUGH_GUESSES = 10**10  # zxcvbn's highest class, "very unguessable"
JUDGED = 32  # characters: the work grows faster than the length, and what begins well does not end badly
MIN_PART = 4  # characters of a name that count; shorter ones are part of ordinary words
MIN_DISTINCT = 5
OUR_WORDS = ("petroconnect", "petroleum", "oilfield", "drilling", "wellhead", "offshore", "production", "welcome")

_SUBSTITUTES = frozenset("4@8({[<369!1|07$5+%2")  # what zxcvbn reads as letters
_MAX_SUBSTITUTES = 6  # different ones: it tries every combination of them, which would take minutes for all
_MESSAGES = {
    "password_too_short": "must have at least {minimum} characters",
    "password_personal": "must not contain your name, your address or the name of your organisation",
    "password_repetitive": "must not repeat or count up the same few characters",
    "password_too_common": "is too easy to guess: add words that have nothing to do with each other",
}


async def check_new_password(password: str, member: Member, field: str = "password") -> None:
    """May this person choose this one? Errors: Invalid, naming `field`."""
    given = canonical(password)
    words = list(_known_about(member))
    minimum = max(MIN_LENGTH, member.password_min_length)
    if len(given) < minimum:
        raise _refused("password_too_short", field, minimum)
    if any(word in _bare(given) for word in words):
        raise _refused("password_personal", field)
    if _is_repetitive(given.casefold()):
        raise _refused("password_repetitive", field)
    hints = [*words, *map(_bare, member.organisation_name.split()), *OUR_WORDS]
    if await asyncio.to_thread(_guesses, given, hints) < ENOUGH_GUESSES:
        raise _refused("password_too_common", field)


def _refused(code: str, field: str, minimum: int = MIN_LENGTH) -> Invalid:
    return Invalid(fields=[FieldError(field, code, _MESSAGES[code].format(minimum=minimum))])


def _known_about(member: Member) -> Iterator[str]:
    """Parts of the name and of the address, and the organisation's whole name: its words may be quite ordinary ones."""
    local, _, domain = member.email.partition("@")
    texts = [local, *re.split(r"[^a-z0-9]+", local), *domain.split(".")[:-1], member.organisation_name]
    texts += [member.name, *member.name.split()]
    yield from dict.fromkeys(word for text in texts if len(word := _bare(text)) >= MIN_PART)


def _bare(text: str) -> str:
    """Letters and digits alone, without case and accents, as somebody would type them in a hurry."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in decomposed if letter.isalnum())


def _is_repetitive(text: str) -> bool:
    """A few characters, one piece over and over, or a run like abcdef and 97531."""
    if len(set(text)) < MIN_DISTINCT or any(text.startswith(text[size:]) for size in range(1, len(text) // 2 + 1)):
        return True
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return len(steps) == 1


def _guesses(password: str, words: list[str]) -> float:
    from zxcvbn import zxcvbn

    return float(zxcvbn(_bounded(password), user_inputs=words)["guesses"])


def _bounded(password: str) -> str:
    """As much of it as can be judged in a tenth of a second, whatever it consists of."""
    begin = password[:JUDGED]
    kept = list(dict.fromkeys(letter for letter in begin if letter in _SUBSTITUTES))[:_MAX_SUBSTITUTES]
    return "".join("~" if letter in _SUBSTITUTES and letter not in kept else letter for letter in begin)
