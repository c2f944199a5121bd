"""A Redis that takes TLS and an identity's token only, as Azure Managed Redis does."""

import base64
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from azure.core.exceptions import ClientAuthenticationError

from local.toolchain import debian
from shared.kit.cache import RedisCache
from shared.kit.counters import Counters
from shared.kit.redis_pool import SCOPE, RedisSettings
from shared.kit.workload_identity import Tokens
from tests.azurite import free_ports, wait_for_port

OBJECT_ID = "6f1b8f8e-4a6f-4f4c-9c1e-1d6f2b3a4c5d"
CLIENT_ID = "client-of-the-app"


def a_token(number: int) -> str:
    def part(said: dict[str, object]) -> str:
        return base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")

    return f"{part({'alg': 'RS256'})}.{part({'oid': OBJECT_ID, 'number': number})}.c2lnbmF0dXJl"


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """Knows one user, by object id, whose password is the token."""
    command = debian("redis-server")
    if command is None:
        pytest.skip("redis-server is not there and cannot be installed without root")
    authority = trustme.CA()
    issued = authority.issue_cert("localhost")
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    issued.private_key_pem.write_to_path(tmp_path / "key.pem")
    issued.cert_chain_pems[0].write_to_path(tmp_path / "cert.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    (port,) = free_ports(1)
    rules = tmp_path / "users.acl"
    rules.write_text(f"user default off\nuser {OBJECT_ID} on >{a_token(1)} ~* &* +@all\n")
    options = {"port": 0, "tls-port": port, "bind": "127.0.0.1", "save": "", "aclfile": rules}
    options |= {"tls-cert-file": tmp_path / "cert.pem", "tls-key-file": tmp_path / "key.pem", "tls-auth-clients": "no"}
    arguments = [command, *(part for name, value in options.items() for part in (f"--{name}", str(value)))]
    log = tmp_path / "redis.log"
    with log.open("wb") as out:
        process = subprocess.Popen(arguments, cwd=tmp_path, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
    try:
        wait_for_port(port, process, log)
        yield f"localhost:{port}"
    finally:
        process.terminate()
        process.wait(10)


class Answers:
    """Hands out tokens in order, and notes for what."""

    def __init__(self, *said: str | Exception) -> None:
        self.said, self.asked = list(said), list[tuple[str, str]]()

    def get(self, tokens: Tokens, scope: str) -> str:
        self.asked.append((tokens.client_id, scope))
        answer = self.said.pop(0) if len(self.said) > 1 else self.said[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def given(monkeypatch: pytest.MonkeyPatch, *said: str | Exception) -> Answers:
    answers = Answers(*said)
    monkeypatch.setattr(Tokens, "get_blocking", lambda tokens, scope: answers.get(tokens, scope))
    return answers


async def test_the_identity_opens_it(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = given(monkeypatch, a_token(1))
    settings = RedisSettings(endpoint=endpoint, client_id=CLIENT_ID)
    cache, counters, another = RedisCache(settings), Counters(settings), RedisCache(settings)
    await cache.put("a", b"1", 60)
    assert await another.get("a") == b"1"
    assert [await counters.hit("b", 60) for _ in range(2)] == [1, 2]
    assert set(answers.asked) == {(CLIENT_ID, SCOPE)}
    for one in (cache, counters, another):
        await one.close()


async def test_a_connection_that_was_ended_comes_back_with_a_fresh_token(
    endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = given(monkeypatch, a_token(1))
    cache = RedisCache(RedisSettings(endpoint=endpoint))
    await cache.put("a", b"1", 60)
    await cache._redis.execute_command("ACL", "SETUSER", OBJECT_ID, "resetpass", f">{a_token(2)}")
    answers.said = [a_token(2)]
    await cache._redis.execute_command("CLIENT", "KILL", "USER", OBJECT_ID, "SKIPME", "no")
    assert await cache.get("a") == b"1"
    assert len(answers.asked) == 2
    await cache.close()


@pytest.mark.parametrize("trouble", [ClientAuthenticationError("no identity"), TimeoutError(), a_token(7)])
async def test_without_a_good_token_the_process_remembers_for_itself(
    endpoint: str, monkeypatch: pytest.MonkeyPatch, trouble: str | Exception
) -> None:
    given(monkeypatch, trouble)
    settings = RedisSettings(endpoint=endpoint)
    cache, counters = RedisCache(settings), Counters(settings)
    await cache.put("a", b"1", 60)
    assert await cache.get("a") == b"1"
    assert await counters.hit("b", 60) == 1
    await cache.close()
    await counters.close()
