"""What knowing the caller costs: verifying a token, counting a request, and signing in (bound by argon2)."""

import asyncio
import contextlib
import json
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from local.cosmos.engine import Engine
from local.cosmos.options import Options
from local.cosmos.transport import AsyncEngineTransport
from local.provision import Storage, provision_cosmos, provision_storage
from local.toolchain import debian
from shared.app import App
from shared.composition import build_app
from shared.identity import passwords
from shared.identity.permissions import Role
from shared.kit.clock import utc_now
from shared.kit.counters import Counters
from shared.kit.http.limits import Limit, RateLimits
from shared.kit.redis_pool import RedisSettings
from tests.api_client import ApiClient
from tests.azurite import azurite
from tests.people import PASSWORD, a_colleague, a_token, an_admin
from tests.redis_server import running_redis
from tests.settings import COSMOS_KEY, settings_for, signing_key

ROUNDS = 5
CALLERS = 10_000  # counted at the same time, in memory
TOGETHER = 8


async def report(seconds: int) -> str:
    async with _app() as app:
        lines = [await _tokens(app), await _counts(), await _sign_ins(app, seconds)]
    return "\n".join(lines)


@asynccontextmanager
async def _app() -> AsyncIterator[App]:
    engine = Engine.open(":memory:", Options(ranges=2))
    transport = AsyncEngineTransport(engine)
    cosmos = f"AccountEndpoint=http://cosmos.bench/;AccountKey={COSMOS_KEY};"
    with contextlib.closing(azurite.__wrapped__()) as storage:  # type: ignore[attr-defined]  # the fixture's own generator
        connection = next(storage).connection_string
        await provision_cosmos(cosmos, transport=transport)
        await provision_storage(Storage(connection))
        keys = json.dumps({"keys": [signing_key("new"), signing_key("old")]})
        settings = settings_for(
            storage=connection, cosmos=cosmos, token_signing_keys=keys, request_limit="100000000/day"
        )
        app = build_app(settings, cosmos_transport=transport)
        try:
            yield app
        finally:
            await app.close()
            engine.close()


async def _tokens(app: App) -> str:
    token = a_token(app, await an_admin(app))
    await app.identity.revocations.refresh()
    verify = await _microseconds(lambda: _at_once(app.identity.tokens.verify, token, app.now()))
    authenticate = await _microseconds(lambda: app.identity.authentication.authenticate(token))
    return f"access token: {verify:.0f} us of processor time to verify, {authenticate:.0f} us with the list of what was revoked"


async def _at_once(call: Callable[..., object], *arguments: object) -> None:
    call(*arguments)


async def _counts() -> str:
    memory = RateLimits(Counters(None), Limit("general", 600, 60), utc_now)
    for number in range(CALLERS):
        await memory.count(None, str(number))
    parts = [
        f"{await _microseconds(lambda: memory.count(None, 'somebody')):.0f} us in memory ({CALLERS} callers known)"
    ]
    if debian("redis-server"):
        with running_redis() as redis:
            shared = RateLimits(Counters(RedisSettings(redis.url)), Limit("general", 600, 60), utc_now)
            parts.append(
                f"{await _microseconds(lambda: shared.count(None, 'somebody')):.0f} us in Redis (and one round trip)"
            )
            await shared.counters.close()
    return "counting a request: " + ", ".join(parts) + " of processor time"


async def _microseconds(work: Callable[[], Awaitable[object]], times: int = 2000) -> float:
    """Processor time of this process per call, the median of some rounds: the clock on the wall would measure the neighbours as well."""
    await work()
    rounds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        for _ in range(times):
            await work()
        rounds.append((time.process_time() - started) / times * 1e6)
    return statistics.median(rounds)


async def _sign_ins(app: App, seconds: int) -> str:
    admin = await an_admin(app)
    people = [admin, *[await a_colleague(app, admin, Role.VIEWER) for _ in range(TOGETHER - 1)]]
    client = ApiClient(app)

    async def sign_in(place: int) -> None:
        """Everybody from an address of their own, which is known after the first time: no limit is met."""
        body = {"email": people[place].email, "password": PASSWORD}
        answer = await client.post("v1/auth/sign-in", body, headers={"X-Forwarded-For": f"10.0.0.{place}"})
        assert answer.status == 200, answer.content

    hashed = passwords.HASH_OF_NOBODY
    await asyncio.gather(*(sign_in(place) for place in range(TOGETHER)))
    bare, check = await _rate(lambda _: app.identity.service.passwords.verify(hashed, PASSWORD), seconds)
    whole, cost = await _rate(sign_in, seconds)
    return (
        f"sign-ins: {whole:.1f} a second, {bare:.1f} bare password checks (argon2id, 19 MiB, 2 passes) by the same {TOGETHER} at once, "
        f"ratio {whole / bare:.2f}; {cost * 1000:.0f} ms of processor time, of which {check * 1000:.0f} ms for the password: "
        f"{1 / cost:.0f} a second on a core of one's own"
    )


async def _rate(work: Callable[[int], Awaitable[object]], seconds: int) -> tuple[float, float]:
    """Calls per second, and seconds of processor time per call."""
    ends, done = time.monotonic() + seconds, 0

    async def keep_on(place: int) -> None:
        nonlocal done
        while time.monotonic() < ends:
            await work(place)
            done += 1

    started, used = time.monotonic(), time.process_time()
    await asyncio.gather(*(keep_on(place) for place in range(TOGETHER)))
    return done / (time.monotonic() - started), (time.process_time() - used) / done
