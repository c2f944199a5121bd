"""Who is counted, where, and what they are told."""

import json
from datetime import timedelta

import pytest

from shared.kit.counters import Counters
from shared.kit.http import Api
from shared.kit.http.limits import Limit
from shared.kit.http.openapi import document
from shared.kit.redis_pool import RedisSettings
from tests.redis_server import Redis, redis
from tests.shared.kit.http import things
from tests.shared.kit.http.things import KNOWN, Bare, ThingOut, call

__all__ = ["redis"]

ANN, BOB = {"Authorization": "Bearer ann"}, {"Authorization": "Bearer bob"}
HERE, THERE = {"X-Forwarded-For": "192.0.2.1:5000"}, {"X-Forwarded-For": "192.0.2.2:5000"}


class Maker(Bare):
    async def make(self, body):
        return ThingOut(id=KNOWN, title=body.title, etag='"7"')


async def read(app, **headers):
    return await call("get_thing", app=app, route={"thing_id": KNOWN}, headers=headers)


async def make(app, **headers):
    return await call("create_thing", app=app, body=b'{"title": "Pump"}', headers=headers)


async def report(app, **headers):
    return await call("get_report", app=app, headers=headers)


async def test_every_answer_says_how_the_caller_stands():
    app = Bare("3/minute")
    told = [(await read(app)).headers for _ in range(4)]
    assert {headers["RateLimit-Policy"] for headers in told} == {'"general";q=3;w=60'}
    assert [headers["RateLimit"] for headers in told] == [f'"general";r={left};t=45' for left in (2, 1, 0, 0)]


async def test_who_asks_too_much_is_told_when_to_come_back():
    app = Bare("1/minute")
    assert (await read(app)).status_code == 200
    refused = await read(app)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "45")
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert json.loads(refused.get_body())["code"] == "limit_reached"
    app.moment += timedelta(seconds=45)
    assert (await read(app)).status_code == 200


async def test_strangers_are_counted_by_address():
    app = Bare("1/minute")
    assert [(await read(app, **where)).status_code for where in (HERE, HERE, THERE)] == [200, 429, 200]


async def test_behind_a_proxy_strangers_are_counted_beyond_it():
    app = Bare("1/minute", proxies=1)
    asked = [{"X-Forwarded-For": f"{client}, 10.0.0.1:443"} for client in ("192.0.2.1", "192.0.2.2", "192.0.2.1")]
    assert [(await read(app, **headers)).status_code for headers in asked] == [200, 200, 429]


async def test_actors_are_counted_wherever_they_are():
    app = Maker("1/minute")
    asked = [ANN | HERE, ANN | THERE, BOB | HERE]
    assert [(await make(app, **headers)).status_code for headers in asked] == [201, 429, 201]


async def test_whoever_is_not_let_in_is_counted_by_address_and_costs_nobody_else_anything():
    app = Maker("2/minute")
    assert [(await make(app, **HERE)).status_code for _ in range(3)] == [401, 401, 429]
    assert (await make(app, **ANN, **HERE)).status_code == 201


async def test_a_costly_endpoint_is_counted_by_itself():
    app = Bare("600/minute")
    answers = [await report(app, **ANN) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[0].headers["RateLimit-Policy"] == '"get_report";q=2;w=3600'
    assert answers[2].headers["Retry-After"] == str(3600 - 15)
    assert (await report(app, **BOB)).status_code == 200
    assert (await read(app)).headers["RateLimit"] == '"general";r=599;t=45'


async def test_probes_are_never_counted():
    app = Bare("1/minute")
    answers = [await call("check_things", app=app) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert not {"RateLimit", "RateLimit-Policy"} & set(dict(answers[0].headers.items()))


async def test_refusals_bugs_and_what_has_not_changed_carry_the_fields_too():
    app = Bare()
    missing = await call("get_thing", app=app, route={"thing_id": "nothing"})
    crashed = await call("make_trouble", app=app, body=b'{"name": "crash", "count": 1}')
    same = await read(app, **{"If-None-Match": '"1"'})
    assert [answer.status_code for answer in (missing, crashed, same)] == [404, 500, 304]
    assert [answer.headers["RateLimit"] for answer in (missing, crashed, same)] == [
        f'"general";r={left};t=45' for left in (599, 598, 597)
    ]


async def test_a_dead_redis_refuses_and_breaks_nothing(unused_tcp_port):
    app = Bare("1/minute", counters=Counters(RedisSettings(f"redis://127.0.0.1:{unused_tcp_port}")))
    assert [(await read(app)).status_code for _ in range(2)] == [200, 429]
    await app.rates.counters.close()


async def test_processes_that_share_a_redis_share_the_limit(redis: Redis):
    apps = [Bare("2/minute", counters=Counters(RedisSettings(redis.url))) for _ in range(3)]
    assert [(await read(app)).status_code for app in apps] == [200, 200, 429]
    for app in apps:
        await app.rates.counters.close()


async def test_addresses_are_not_kept():
    app = Bare()
    await read(app, **HERE)
    kept = str(app.rates.counters._memory.storage)
    assert "requests:general:" in kept
    assert "192.0.2" not in kept


@pytest.mark.parametrize(
    "written", ["", "10", "10/month", "0/minute", "-1/minute", "ten/minute", "10 / minute", "1e3/day"]
)
def test_a_limit_that_cannot_be_read_is_found_at_import(written):
    with pytest.raises(ValueError, match="list_things"):
        Api("Test").get("v1/things", summary="Read", auth=things.FREE, limit=written)(things.list_things)


def test_limits_are_per_second_minute_hour_or_day():
    limits = [Limit.parse("x", f"5/{unit}") for unit in ("second", "minute", "hour", "day")]
    assert [(limit.amount, limit.seconds) for limit in limits] == [(5, 1), (5, 60), (5, 3600), (5, 86400)]


def test_the_document_tells_of_limits_except_where_there_are_none():
    made = document(things.api.operations, title="T", version="1", description="", security_schemes={})
    costly, probe = made["paths"]["/v1/things/report"]["get"], made["paths"]["/v1/things/health"]["get"]
    assert "At most 2 requests per hour and caller." in costly["description"]
    assert set(costly["responses"]["429"]["headers"]) == {"RateLimit", "RateLimit-Policy", "Retry-After"}
    assert {"RateLimit", "RateLimit-Policy"} <= set(costly["responses"]["200"]["headers"])
    assert "429" not in probe["responses"]
    assert "headers" not in probe["responses"]["200"] or "RateLimit" not in probe["responses"]["200"]["headers"]
