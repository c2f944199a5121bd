import random
import threading
import time
from dataclasses import replace

import pytest

from shared.errors import Invalid
from shared.identity import new_passwords
from shared.identity.member import Member
from shared.identity.new_passwords import check_new_password
from shared.identity.organisation_policies import SignInPolicy
from shared.identity.permissions import Role

SOMEBODY = Member(
    user_id="user",
    organisation_id="organisation",
    organisation_name="Fjord & Sons Ltd",
    email="k.larsen-moe@northern-drilling.example",
    name="Kåre Moe Al",
    role=Role.OPERATOR,
    site_ids=None,
    is_active=True,
    policy=SignInPolicy(),
)


async def code_of(password: str, member: Member = SOMEBODY) -> str:
    """ "" for a password that may be chosen."""
    try:
        await check_new_password(password, member)
    except Invalid as refused:
        (error,) = refused.fields
        assert error.field == "password" and password not in error.message
        return error.code
    return ""


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "smörgåsbord på rigg",
        "x7K2m9P4q1Z8w5L3",
        "сім помп повільно кивають",
        "七つのポンプがゆっくりと頷いている",
        "al is part of many words",  # a name of two letters
        "sons of the harvest moon",  # an ordinary word that the organisation's name contains
        "a" + " very long sentence about nothing at all" * 3,
    ],
)
async def test_these_may_be_chosen(password: str) -> None:
    assert await code_of(password) == ""


@pytest.mark.parametrize("password", ["short", "eleven char", "e\u0301" * 11, "ﬁ" * 5])
async def test_too_short_after_composing(password: str) -> None:
    assert await code_of(password) == "password_too_short"


async def test_an_organisation_may_ask_for_more_and_never_for_less() -> None:
    strict, lax = (replace(SOMEBODY, policy=SignInPolicy(password_min_length=length)) for length in (30, 4))
    assert await code_of("correct horse battery staple", strict) == "password_too_short"
    assert await code_of("x7K2m9P4q1Z", lax) == "password_too_short"


@pytest.mark.parametrize(
    "password",
    [
        "kåre likes the long nights",
        "KARE likes the long nights",
        "K-a-r-e likes the long nights",
        "ｋａｒｅ likes the long nights",
        "the house of larsen stands",
        "klarsenmoe was here, twice",
        "northern drilling forever!",
        "we are fjord and fjordsonsltd",
    ],
)
async def test_nothing_that_everybody_knows_about_them(password: str) -> None:
    assert await code_of(password) == "password_personal"


@pytest.mark.parametrize(
    "password",
    [
        "aaaaaaaaaaaa",
        "abababababab",
        "abcabcabcabcab",
        "abcdefghijklmn",
        "97531" * 3,
        "aaaaaaaaaaab",
        "xY7!pxY7!pxY7!p",
    ],
)
async def test_the_same_few_characters_over_and_over(password: str) -> None:
    assert await code_of(password) == "password_repetitive"


@pytest.mark.parametrize(
    "password",
    [
        "password12345", "Password123456!", "P@ssw0rd!P@ssw0rd!2025", "qwertyuiop12", "1qaz2wsx3edc4rfv", "manchesterunited",
        "administrator", "iloveyousomuch", "Welcome2025!!", "Summer2024!!", "letmein-letmein1", "123456789012", "1234567890qwerty",
        "football1234", "PetroConnect2025", "Petroleum2024!", "drowssap12345",
    ],
)  # fmt: skip
async def test_common_ones_in_any_disguise(password: str) -> None:
    assert await code_of(password) == "password_too_common"


async def test_words_of_the_organisation_are_cheap_to_guess() -> None:
    password = "zwyntraquorvex"
    assert await code_of(password) == ""
    assert await code_of(password, replace(SOMEBODY, organisation_name="Quorvex of Zwyntra")) == "password_too_common"


async def test_the_field_is_the_one_that_was_asked_about() -> None:
    with pytest.raises(Invalid) as refused:
        await check_new_password("short", SOMEBODY, "newPassword")
    assert [error.field for error in refused.value.fields] == ["newPassword"]


def test_the_list_behind_it_is_as_long_as_it_was_said() -> None:
    from zxcvbn.matching import RANKED_DICTIONARIES

    assert len(RANKED_DICTIONARIES["passwords"]) >= 30_000
    assert sum(len(ranked) for ranked in RANKED_DICTIONARIES.values()) >= 90_000


def test_no_password_keeps_a_processor_busy() -> None:
    """Every combination of substitutes would be tried: twenty of them in 128 characters take minutes without a bound."""
    chance = random.Random(7)
    everything = "".join(new_passwords._SUBSTITUTES)
    worst = [everything * 6, "".join(chance.choices(everything, k=128)), "4@8({[aeiost" * 10, "ab" * 64, "qwerty" * 21]
    started = time.process_time()
    for password in worst:
        new_passwords._guesses(password[:128], ["larsen"])
    assert time.process_time() - started < 30


def test_every_substitute_of_the_library_is_known() -> None:
    from zxcvbn.matching import L33T_TABLE

    assert frozenset("".join(map("".join, L33T_TABLE.values()))) == new_passwords._SUBSTITUTES


async def test_it_is_judged_beside_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []
    monkeypatch.setattr(new_passwords, "_guesses", lambda *_: threads.append(threading.get_ident()) or 1e20)
    await check_new_password("correct horse battery staple", SOMEBODY)
    assert threads and threading.get_ident() not in threads
