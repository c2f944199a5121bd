"""Access tokens: what is issued verifies, and nothing else does."""

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import ECAlgorithm

from shared.identity.actor import Actor
from shared.identity.errors import TokenInvalid
from shared.identity.permissions import Role
from shared.identity.tokens import AUDIENCE, LEEWAY, LIFE, MAX_LENGTH, Tokens
from shared.kit.ids import new_id
from tests.settings import signing_key

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
ACTOR = Actor(new_id(), new_id(), Role.ENGINEER, (new_id(), new_id()), session_id=new_id())
KEY = signing_key("k1")


def key_set(*keys: dict[str, Any]) -> str:
    return json.dumps({"keys": list(keys)})


def public(key: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in key.items() if name != "d"}


TOKENS = Tokens(key_set(KEY), "petroconnect")


def claims(**changes: Any) -> dict[str, Any]:
    good = jwt.decode(TOKENS.issue(ACTOR, NOW), options={"verify_signature": False})
    return {name: value for name, value in {**good, **changes}.items() if value is not ...}


def signed(key: Any = None, algorithm: str = "ES256", headers: dict[str, Any] | None = None, **changes: Any) -> str:
    key = ECAlgorithm.from_jwk(KEY) if key is None else key
    return jwt.encode(claims(**changes), key, algorithm, {"kid": "k1", "typ": "at+jwt", **(headers or {})})


def part(content: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


def with_payload(**changes: Any) -> str:
    head, _, signature = TOKENS.issue(ACTOR, NOW).split(".")
    return f"{head}.{part(claims(**changes))}.{signature}"


def signed_with_the_public_key() -> str:
    """The classic confusion: the public key, which everybody may know, as an HMAC secret."""
    pem = ECAlgorithm.from_jwk(public(KEY)).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    import hashlib
    import hmac

    head = part({"alg": "HS256", "kid": "k1", "typ": "at+jwt"}) + "." + part(claims())
    mac = hmac.new(pem, head.encode(), hashlib.sha256).digest()
    return f"{head}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}"


def test_what_was_issued_names_the_actor() -> None:
    token = TOKENS.issue(ACTOR, NOW)
    assert TOKENS.verify(token, NOW).actor == ACTOR
    assert jwt.get_unverified_header(token) == {"alg": "ES256", "kid": "k1", "typ": "at+jwt"}
    assert claims().keys() == {"iss", "aud", "iat", "exp", "jti", "sub", "org", "role", "sites", "sid"}
    assert claims()["exp"] - claims()["iat"] == 15 * 60


@pytest.mark.parametrize("sites", [None, (), tuple(new_id() for _ in range(100))], ids=["all", "none", "many"])
def test_the_site_scope_survives(sites: tuple[str, ...] | None) -> None:
    actor = replace(ACTOR, role=Role.VIEWER, site_ids=sites)
    token = TOKENS.issue(actor, NOW)
    assert len(token) < MAX_LENGTH
    assert TOKENS.verify(token, NOW).actor == actor


def test_the_moment_of_issue_is_known_to_the_millisecond() -> None:
    moment = NOW + timedelta(milliseconds=123)
    assert TOKENS.verify(TOKENS.issue(ACTOR, moment), NOW).issued_at == moment


def test_no_two_tokens_are_the_same() -> None:
    assert TOKENS.issue(ACTOR, NOW) != TOKENS.issue(ACTOR, NOW)


@pytest.mark.parametrize(
    ("moment", "good"),
    [
        (NOW - timedelta(seconds=LEEWAY + 1), False),
        (NOW - timedelta(seconds=LEEWAY), True),
        (NOW + LIFE - timedelta(seconds=1), True),
        (NOW + LIFE, False),
    ],
)
def test_it_holds_from_issue_to_expiry(moment: datetime, good: bool) -> None:
    token = TOKENS.issue(ACTOR, NOW)
    if good:
        assert TOKENS.verify(token, moment).actor == ACTOR
    else:
        with pytest.raises(TokenInvalid):
            TOKENS.verify(token, moment)


FORGERIES: dict[str, Callable[[], str]] = {
    "empty": lambda: "",
    "not a token": lambda: "abc",
    "two parts": lambda: "a.b",
    "not JSON": lambda: "!!!.???.***",
    "too long": lambda: signed(sites=["x" * MAX_LENGTH]),
    "no signature": lambda: ".".join(signed().split(".")[:2]) + ".",
    "another role written in": lambda: with_payload(role="admin"),
    "another organisation written in": lambda: with_payload(org=new_id()),
    "another signature": lambda: signed().rpartition(".")[0] + "." + signed(sub=new_id()).rpartition(".")[2],
    "alg none": lambda: f"{part({'alg': 'none', 'kid': 'k1', 'typ': 'at+jwt'})}.{part(claims())}.",
    "HS256 with the public key": signed_with_the_public_key,
    "HS256 with a guess": lambda: signed("guess" * 8, "HS256"),
    "RS256": lambda: signed(rsa.generate_private_key(65537, 2048), "RS256"),
    "ES384": lambda: signed(ec.generate_private_key(ec.SECP384R1()), "ES384"),
    "somebody else's key under our kid": lambda: signed(ec.generate_private_key(ec.SECP256R1())),
    "unknown kid": lambda: signed(headers={"kid": "k2"}),
    "no kid": lambda: jwt.encode(claims(), ECAlgorithm.from_jwk(KEY), "ES256", {"typ": "at+jwt"}),
    "kid of a wrong type": lambda: f"{part({'alg': 'ES256', 'kid': ['k1'], 'typ': 'at+jwt'})}.{part(claims())}.eA",
    "its own key in the header": lambda: signed(
        ec.generate_private_key(ec.SECP256R1()), headers={"jwk": public(signing_key("k9"))}
    ),
    "unknown critical extension": lambda: signed(headers={"crit": ["unknown"], "unknown": 1}),
    "another type of token": lambda: signed(headers={"typ": "JWT"}),
    "another issuer": lambda: signed(iss="https://login.microsoftonline.com/x"),
    "no issuer": lambda: signed(iss=...),
    "another audience": lambda: signed(aud="another-api"),
    "no audience": lambda: signed(aud=...),
    "no expiry": lambda: signed(exp=...),
    "expiry as text": lambda: signed(exp="9999999999"),
    "no issue time": lambda: signed(iat=...),
    "not valid yet": lambda: signed(nbf=int(NOW.timestamp()) + LEEWAY + 1),
    "nobody": lambda: signed(sub=...),
    "a number for a user": lambda: signed(sub=5),
    "no organisation": lambda: signed(org=...),
    "no sites": lambda: signed(sites=...),
    "unknown role": lambda: signed(role="owner"),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES.keys())
def test_forgeries_are_refused(forge: Callable[[], str]) -> None:
    with pytest.raises(TokenInvalid):
        TOKENS.verify(forge(), NOW)


def test_the_forger_of_these_tests_can_make_a_good_one() -> None:
    assert TOKENS.verify(signed(), NOW).actor == ACTOR


def test_keys_rotate_without_ending_anything() -> None:
    older, newer = signing_key("older"), signing_key("newer")
    before, during = Tokens(key_set(older), "petroconnect"), Tokens(key_set(newer, public(older)), "petroconnect")
    assert during.verify(before.issue(ACTOR, NOW), NOW).actor == ACTOR
    token = during.issue(ACTOR, NOW)
    assert jwt.get_unverified_header(token)["kid"] == "newer"
    with pytest.raises(TokenInvalid):
        Tokens(key_set(newer), "petroconnect").verify(before.issue(ACTOR, NOW), NOW)


def test_another_deployment_with_the_same_keys_is_another_issuer() -> None:
    with pytest.raises(TokenInvalid):
        Tokens(key_set(KEY), "petroconnect-test").verify(TOKENS.issue(ACTOR, NOW), NOW)


def wrong_curve() -> dict[str, str]:
    key: dict[str, str] = ECAlgorithm.to_jwk(ec.generate_private_key(ec.SECP384R1()), as_dict=True)
    return {**key, "kid": "k3"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON",
        "[]",
        "{}",
        key_set(),
        key_set(public(KEY)),
        key_set(KEY, KEY),
        key_set({**KEY, "kid": None} | {"kty": "RSA"}),
        key_set({name: value for name, value in KEY.items() if name != "kid"}),
        key_set({"kty": "oct", "kid": "k1", "k": "c2VjcmV0"}),
        key_set(wrong_curve()),
    ],
)
def test_an_unfit_key_set_says_so_without_showing_it(text: str) -> None:
    with pytest.raises(ValueError, match="TOKEN_SIGNING_KEYS") as raised:
        Tokens(text, "petroconnect").issue(ACTOR, NOW)
    assert KEY["d"] not in str(raised.value)
    assert raised.value.__suppress_context__ or raised.value.__context__ is None


def test_keys_do_not_show_when_printed() -> None:
    assert KEY["d"] not in repr(TOKENS)


def test_the_audience_is_ours() -> None:
    assert claims()["aud"] == AUDIENCE
