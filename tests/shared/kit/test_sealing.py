import pytest
from cryptography.fernet import Fernet

from shared.kit.sealing import Sealer, Unsealable

OLD, NEW, FOREIGN = (Fernet.generate_key().decode() for _ in range(3))


def test_only_the_deployment_reads_what_it_sealed() -> None:
    sealed = Sealer(OLD).seal("Geheim – 1")
    assert "Geheim" not in sealed
    assert Sealer(OLD).open(sealed) == "Geheim – 1"
    assert Sealer(OLD).seal("Geheim – 1") != sealed
    with pytest.raises(Unsealable):
        Sealer(FOREIGN).open(sealed)


def test_keys_rotate_by_putting_a_new_one_in_front() -> None:
    before = Sealer(OLD).seal("secret")
    both = Sealer(f"{NEW}, {OLD}")
    after = both.seal("secret")
    assert both.open(before) == both.open(after) == "secret"
    assert Sealer(NEW).open(after) == "secret"
    with pytest.raises(Unsealable):
        Sealer(OLD).open(after)
    with pytest.raises(Unsealable):
        Sealer(NEW).open(before)


@pytest.mark.parametrize("place", [0, 1, 12, 30, 70, -2])
def test_whatever_is_altered_is_refused(place: int) -> None:
    sealed = list(Sealer(OLD).seal("secret"))
    sealed[place] = "A" if sealed[place] != "A" else "B"
    with pytest.raises(Unsealable):
        Sealer(OLD).open("".join(sealed))


@pytest.mark.parametrize("sealed", ["", "nonsense", "gAAAAA", "é", "gAAAAA=="])
def test_what_was_never_sealed_is_refused(sealed: str) -> None:
    with pytest.raises(Unsealable):
        Sealer(OLD).open(sealed)


def test_what_is_too_old_is_refused() -> None:
    sealed = Fernet(OLD).encrypt_at_time(b"secret", 1_000_000).decode()
    assert Sealer(OLD).open(sealed) == "secret"
    with pytest.raises(Unsealable):
        Sealer(OLD).open(sealed, max_age=60)


@pytest.mark.parametrize("keys", ["", "short", f"{OLD},short", f"{OLD},"])
def test_wrong_keys_are_said_without_repeating_them(keys: str) -> None:
    with pytest.raises(ValueError, match="PROTECTION_KEYS is not a list of Fernet keys") as raised:
        Sealer(keys).seal("secret")
    assert OLD not in repr(raised.value) and "short" not in repr(raised.value)
    assert OLD not in repr(Sealer(OLD))


def test_renewing_seals_with_the_first_key_and_keeps_the_age() -> None:
    before = Sealer(OLD).seal("secret")
    renewed = Sealer(f"{NEW},{OLD}").renew(before)
    assert renewed != before
    assert Sealer(NEW).open(renewed) == "secret"
    assert Fernet(NEW).extract_timestamp(renewed) == Fernet(OLD).extract_timestamp(before)


def test_renewing_what_is_new_changes_nothing() -> None:
    sealed = Sealer(NEW).seal("secret")
    assert Sealer(f"{NEW},{OLD}").renew(sealed) == sealed


@pytest.mark.parametrize("text", ["", "nonsense", Sealer(FOREIGN).seal("secret")])
def test_what_cannot_be_opened_cannot_be_renewed(text: str) -> None:
    with pytest.raises(Unsealable):
        Sealer(f"{NEW},{OLD}").renew(text)
