import base64
from datetime import UTC, datetime

import pytest

from shared.identity.second_factor import model as second_factor
from shared.identity.second_factor import totp
from shared.identity.second_factor.model import SecondFactor, hash_of, new_recovery_codes

SECRET = base64.b32encode(b"12345678901234567890").decode()
VECTORS = [  # RFC 6238 appendix B, SHA-1, the last six of the eight digits
    (59, "287082"),
    (1111111109, "081804"),
    (1111111111, "050471"),
    (1234567890, "005924"),
    (2000000000, "279037"),
    (20000000000, "353130"),
]


@pytest.mark.parametrize(("seconds", "code"), VECTORS)
def test_the_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    assert totp.matching_step(SECRET, code, moment) == seconds // 30
    assert totp.matching_step(SECRET, f"{(int(code) + 1) % 10**6:06}", moment) is None


@pytest.mark.parametrize("code", ["", "28708", "2870822", "٢٨٧٠٨٢", "287082 "])
def test_anything_else_is_no_code(code: str) -> None:
    assert totp.matching_step(SECRET, code, datetime.fromtimestamp(59, UTC)) is None


def test_secrets_have_160_bits_and_are_never_the_same() -> None:
    secrets = {totp.new_secret() for _ in range(50)}
    assert len(secrets) == 50
    assert {len(base64.b32decode(secret)) for secret in secrets} == {20}


def a_factor(last_step: int = 100, recovery: tuple[str, ...] = ()) -> SecondFactor:
    return SecondFactor(
        sealed="sealed", confirmed_at=datetime(2026, 3, 1, tzinfo=UTC), last_step=last_step, recovery=recovery
    )


@pytest.mark.parametrize(("step", "used"), [(None, False), (99, False), (100, False), (101, True)])
def test_only_a_later_step_counts(step: int | None, used: bool) -> None:
    after = a_factor().after_step(step)
    assert (after is not None) is used
    assert after is None or (after.last_step, after.after_step(step)) == (step, None)


def test_a_recovery_code_is_taken_out() -> None:
    codes = new_recovery_codes()
    factor = a_factor(recovery=tuple(map(hash_of, codes)))
    left = factor.without(codes[4].lower().replace("-", ""))
    assert left is not None and left.recovery == factor.recovery[:4] + factor.recovery[5:]
    assert left.without(codes[4]) is None
    assert factor.without("0000-0000-0000-0000") is None
    assert not any(code in repr(factor) or code in str(factor.to_item()) for code in codes)


def test_recovery_codes_use_letters_that_are_not_misread() -> None:
    letters = {letter for code in new_recovery_codes() for letter in code} - {"-"}
    assert letters <= set(second_factor._LETTERS)
    assert not letters & set("ILOU")
