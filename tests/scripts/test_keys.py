"""Rotating keys, step by step, as the runbook has it: nothing issued or sealed before is lost on the way."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import jwt
import pytest

from local.settings_file import signing_keys
from scripts.keys import KINDS, Refused, rotate
from shared.identity.actor import Actor
from shared.identity.permissions import Role
from shared.identity.tokens import Tokens
from shared.kit.ids import new_id
from shared.kit.sealing import Sealer, Unsealable
from tests.settings import PROTECTION_KEY

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 3, 1, tzinfo=UTC)
ACTOR = Actor(new_id(), new_id(), Role.VIEWER, None, session_id=new_id())
STEPS = ("add", "use", "drop")
TOKENS, PROTECTION = KINDS["tokens"], KINDS["protection"]


def values(kind, first: str) -> list[str]:
    """The setting before the rotation and after each step."""
    found = [first]
    for step in STEPS:
        found.append(rotate(kind, step, found[-1]))
    return found


def test_every_token_verifies_in_every_process_one_step_ahead_or_behind():
    deployments = [Tokens(value, "petroconnect") for value in values(TOKENS, signing_keys())]
    tokens = [tokens.issue(ACTOR, NOW) for tokens in deployments]
    for place, verifier in enumerate(deployments):
        for issued in tokens[max(0, place - 1) : place + 2]:
            assert verifier.verify(issued, NOW).actor == ACTOR
    kids = [jwt.get_unverified_header(token)["kid"] for token in tokens]
    assert kids[0] == kids[1] != kids[2] == kids[3]


def test_the_new_key_is_published_before_it_signs_and_the_old_one_until_it_is_dropped():
    published = [[key["kid"] for key in Tokens(value, "p").published_keys] for value in values(TOKENS, signing_keys())]
    (old,), (_, new) = published[0], published[1]
    assert published == [[old], [old, new], [new, old], [new]]


def test_a_key_that_does_not_sign_any_more_is_not_kept_private():
    after = [json.loads(value)["keys"] for value in values(TOKENS, signing_keys())]
    assert ["d" in key for key in after[2]] == [True, False]


def test_secrets_open_in_every_process_one_step_ahead_or_behind():
    deployments = [Sealer(value) for value in values(PROTECTION, PROTECTION_KEY)]
    sealed = [sealer.seal("secret") for sealer in deployments]
    for place, sealer in enumerate(deployments):
        for text in sealed[max(0, place - 1) : place + 2]:
            assert sealer.open(text) == "secret"
    with pytest.raises(Unsealable):
        deployments[3].open(sealed[0])


@pytest.mark.parametrize(("kind", "first"), [(TOKENS, signing_keys()), (PROTECTION, PROTECTION_KEY)])
def test_a_step_at_the_wrong_time_is_refused(kind, first):
    before, added, used, dropped = values(kind, first)
    for value, wrong in [
        (before, "use"), (before, "drop"), (added, "add"), (used, "add"), (dropped, "use"), (dropped, "drop"),
    ]:  # fmt: skip
        with pytest.raises(Refused, match="the order is add, use, drop"):
            rotate(kind, wrong, value)


@pytest.mark.parametrize("kind", ["tokens", "protection"])
@pytest.mark.parametrize("text", ["", "secret!", "{}", '{"keys": [{"d": "secret!"}]}'])
def test_what_is_no_such_value_is_refused_without_repeating_it(kind, text):
    with pytest.raises(Refused) as raised:
        rotate(KINDS[kind], "add", text)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(("kind", "first"), [(TOKENS, signing_keys()), (PROTECTION, PROTECTION_KEY)])
def test_the_list_shows_no_secret(kind, first):
    value = rotate(kind, "add", first)
    shown = rotate(kind, "list", value)
    assert [line.split(maxsplit=1)[1] for line in shown.splitlines()] == ["in use", "known"]
    for secret in [key["d"] for key in json.loads(value)["keys"]] if kind is TOKENS else value.split(","):
        assert secret not in shown


def test_it_works_between_pipes():
    def run(*arguments: str, given: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "scripts.keys", *arguments]
        return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, check=False)

    added = run("tokens", "add", given=signing_keys() + "\n")
    assert (added.returncode, len(json.loads(added.stdout)["keys"]), added.stderr) == (0, 2, "")
    refused = run("tokens", "drop", given=signing_keys())
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "the order is add, use, drop" in refused.stderr
