import json

import pytest

from tests.shared.kit.http.things import KNOWN, Bare, ThingOut, call

TOKEN = {"Authorization": "Bearer ann"}


class Maker(Bare):
    """An app whose only service makes things."""

    async def make(self, body):
        return ThingOut(id=KNOWN, title=body.title, etag='"7"')


def problem(response):
    assert response.headers["Content-Type"] == "application/problem+json"
    return json.loads(response.get_body())


async def test_an_answer_carries_its_version_and_is_never_cached():
    response = await call("get_thing", route={"thing_id": KNOWN})
    assert response.status_code == 200
    assert response.headers["ETag"] == '"1"'
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert json.loads(response.get_body()) == {"id": KNOWN, "title": "Known", "etag": '"1"'}


@pytest.mark.parametrize("header", ['"1"', 'W/"1"', '"0", "1"', "*"])
async def test_an_unchanged_thing_is_not_sent_again(header):
    response = await call("get_thing", route={"thing_id": KNOWN}, headers={"If-None-Match": header})
    assert (response.status_code, response.get_body(), response.headers["ETag"]) == (304, b"", '"1"')


async def test_a_changed_thing_is_sent():
    assert (await call("get_thing", route={"thing_id": KNOWN}, headers={"If-None-Match": '"2"'})).status_code == 200


@pytest.mark.parametrize("thing_id", ["01J0000000000000000000000Z", "x" * 26, "", "../../admin", KNOWN.lower()])
async def test_what_cannot_be_seen_and_what_cannot_exist_look_the_same(thing_id):
    found = problem(await call("get_thing", route={"thing_id": thing_id}))
    assert (found["status"], found["code"]) == (404, "not_found")


async def test_the_request_id_is_kept_when_it_is_harmless():
    response = await call("get_thing", route={"thing_id": KNOWN}, headers={"X-Request-Id": "abc-123"})
    assert response.headers["X-Request-Id"] == "abc-123"


@pytest.mark.parametrize("claimed", ["", "a b", "x" * 65, "a\r\nSet-Cookie: b", "<script>"])
async def test_a_doubtful_request_id_is_replaced(claimed):
    response = await call("get_thing", route={"thing_id": KNOWN}, headers={"X-Request-Id": claimed})
    assert len(response.headers["X-Request-Id"]) == 26


async def test_the_callers_trace_goes_on():
    sent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    response = await call("get_thing", route={"thing_id": KNOWN}, headers={"traceparent": sent})
    assert response.headers["traceparent"].split("-")[1] == sent.split("-")[1]


async def test_query_parameters_have_defaults_and_bounds():
    assert json.loads((await call("list_things")).get_body())["nextCursor"] == "title:50"
    found = problem(await call("list_things", query={"limit": "0", "sort": "colour", "colour": "red"}))
    assert found["status"] == 422
    assert {error["field"] for error in found["errors"]} == {"limit", "sort", "colour"}


async def test_a_policy_comes_before_everything_else():
    response = await call("create_thing", body=b"not even json")
    assert problem(response)["code"] == "unauthenticated"
    assert response.headers["WWW-Authenticate"] == "Bearer"


async def test_success_says_where_the_new_thing_is():
    response = await call("create_thing", app=Maker(), headers=TOKEN, body=b'{"title": "Pump"}')
    assert response.status_code == 201
    assert response.headers["Location"] == f"/api/v1/things/{KNOWN}"
    assert response.headers["ETag"] == '"7"'


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "malformed"),
        (b"{", 400, "malformed"),
        (b'{"title": "\xff"}', 400, "malformed"),
        (b"[" * 100_000, 400, "malformed"),
        (b'{"title": "' + b"x" * 1_100_000 + b'"}', 413, "body_too_large"),
        (b"null", 422, "invalid"),
        (b"[]", 422, "invalid"),
        (b"{}", 422, "invalid"),
    ],
)
async def test_a_body_that_is_not_one_is_refused(body, status, code):
    found = problem(await call("create_thing", app=Maker(), headers=TOKEN, body=body))
    assert (found["status"], found["code"]) == (status, code)


async def test_every_wrong_field_is_named_and_no_value_is_repeated():
    body = {"title": "", "colour": "hunter2", "parts": [{"name": "a", "count": 1}, {"name": "b", "count": -1}]}
    response = await call("create_thing", app=Maker(), headers=TOKEN, body=json.dumps(body).encode())
    assert {error["field"] for error in problem(response)["errors"]} == {"title", "colour", "parts[1].count"}
    assert b"hunter2" not in response.get_body()


async def test_only_json_is_taken():
    response = await call("create_thing", app=Maker(), headers={**TOKEN, "Content-Type": "text/plain"}, body=b"{}")
    assert problem(response)["status"] == 415


async def test_a_change_needs_the_version_it_is_based_on():
    options = {"route": {"thing_id": KNOWN}, "body": b'{"title": "Valve"}'}
    assert problem(await call("replace_thing", **options))["status"] == 428
    for bad in ("1", '"1", "2"', "*", '"'):
        assert problem(await call("replace_thing", headers={"If-Match": bad}, **options))["status"] == 400, bad
    assert (await call("replace_thing", headers={"If-Match": 'W/"5"'}, **options)).headers["ETag"] == '"5"'


async def test_nothing_to_say_is_an_empty_204():
    response = await call("delete_thing", route={"thing_id": KNOWN})
    assert (response.status_code, response.get_body()) == (204, b"")


async def test_a_bug_says_nothing_but_where_to_find_it(caplog):
    response = await call("make_trouble", body=b'{"name": "crash", "count": 1}')
    found = problem(response)
    assert (found["status"], found["code"]) == (500, "internal_error")
    assert b"secret detail" not in response.get_body()
    assert found["requestId"] == response.headers["X-Request-Id"]
    assert "ZeroDivisionError" in caplog.text


async def test_when_to_ask_again_is_rounded_up():
    response = await call("make_trouble", body=b'{"name": "busy", "count": 1}')
    assert (response.status_code, response.headers["Retry-After"]) == (503, "3")


async def test_an_endpoint_may_set_a_cookie():
    response = await call("make_trouble", body=b'{"name": "fine", "count": 1}')
    assert response.headers["Set-Cookie"] == "a=b; Path=/"
