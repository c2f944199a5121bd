"""Requests as functions see them and answers as clients see them: conformance cases 12 to 29."""

import asyncio
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.local.host.hosting import Host, hosting, wait_for

LIMIT = 104_857_600
TRACE = "0af7651916cd43dd8448eb211c80319c"


@pytest.mark.parametrize(("path", "status"), [("/api/nothing", 404), ("/api/raise", 500), ("/api/return/dict", 500)])
async def test_12_errors_have_no_body(http: httpx.AsyncClient, path: str, status: int) -> None:
    response = await http.get(path)
    assert (response.status_code, response.content) == (status, b"")


def test_12_the_reason_is_in_the_log_only(host: Host) -> None:
    httpx.get(f"{host.url}/api/raise")
    host.wait_for_line("ValueError: a secret of the function")
    assert "Executed 'Functions.raise_error' (Failed, Id=" in host.printed()


@pytest.mark.parametrize(
    ("query", "params"),
    [
        ("a=1&b=2", {"a": "1", "b": "2"}),
        ("a=1&a=2&A=3", {"a": "1,2,3"}),
        ("a=&b=1&c", {"b": "1"}),
        ("a=&a=1", {"a": "1"}),
        ("a=b+c%20d%2B", {"a": "b c d+"}),
        ("%C3%A9=%E2%98%82", {"é": "☂"}),
        ("a=b=c", {"a": "b=c"}),
    ],
)
async def test_13_query(http: httpx.AsyncClient, query: str, params: dict[str, str]) -> None:
    content = (await http.get(f"/api/echo/x?{query}")).json()
    assert content["params"] == params
    assert content["url"].endswith(f"?{query}")


async def test_14_headers_are_lower_case_joined_and_found_in_any_case(http: httpx.AsyncClient) -> None:
    headers = [("X-Mixed-Case", "one"), ("x-mixed-case", "two"), ("X-Empty", "")]
    content = (await http.get("/api/echo/x", headers=headers)).json()
    assert content["headers"]["x-mixed-case"] == "one,two"
    assert content["headers"]["x-empty"] == ""
    assert content["upper"] == "one,two"


async def test_15_every_byte_of_a_body_arrives(http: httpx.AsyncClient) -> None:
    content = (await http.post("/api/echo/x", content=bytes(range(256)))).json()
    assert content["body"] == list(range(256))
    assert content["body_type"] == "bytes"
    assert (await http.post("/api/echo/x")).json()["body"] == []


async def test_15_a_chunked_body_arrives_empty(http: httpx.AsyncClient) -> None:
    async def chunks():
        yield b"one"
        yield b"two"

    assert (await http.post("/api/echo/x", content=chunks())).json()["size"] == 0
    assert (await http.post("/api/echo/x", content=b"after")).json()["size"] == 5


async def test_15_a_large_body_arrives_whole(http: httpx.AsyncClient) -> None:
    body = bytes(range(256)) * 20_000
    assert (await http.post("/api/bytes", content=body)).content == body


def test_15_a_body_over_the_limit_is_refused(base_url: str) -> None:
    address = urlsplit(base_url)
    with socket.create_connection((address.hostname, address.port), 10) as sock:
        sock.sendall(f"POST /api/bytes HTTP/1.1\r\nHost: x\r\nContent-Length: {LIMIT + 1}\r\n\r\n".encode())
        assert sock.recv(1000).startswith(b"HTTP/1.1 500")


async def test_16_form_and_files(http: httpx.AsyncClient) -> None:
    response = await http.post("/api/form", data={"field": "é"}, files={"upload": ("name.bin", b"12345")})
    assert response.json() == {"form": {"field": "é"}, "files": {"upload": ["name.bin", 5]}}


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("/api/echo/plain?a=1", "/api/echo/plain?a=1"),
        ("/API/Echo/A%20b/%C3%A9", "/API/Echo/A%20b/%C3%A9"),
        ("/api/echo/a%2Fb", "/api/echo/a%2Fb"),
        ("/api/echo/%61(b)", "/api/echo/a(b)"),
        ("/api/echo/x?a=%20+&b", "/api/echo/x?a=%20+&b"),
    ],
)
def test_17_the_url_is_escaped_again(base_url: str, sent: str, seen: str) -> None:
    address = urlsplit(base_url)
    with socket.create_connection((address.hostname, address.port), 10) as sock, sock.makefile("rb") as answer:
        sock.sendall(f"GET {sent} HTTP/1.0\r\nHost: my.test:81\r\n\r\n".encode())
        assert json.loads(answer.read().partition(b"\r\n\r\n")[2])["url"] == f"http://my.test:81{seen}"


@pytest.mark.parametrize("kind", ["none", "dict", "bytes"])
async def test_18_other_types_than_response_and_str_are_a_500(http: httpx.AsyncClient, kind: str) -> None:
    assert (await http.get(f"/api/return/{kind}")).status_code == 500


@pytest.mark.parametrize(
    ("kind", "text"),
    [("text", "plain é"), ("json-object", '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": "é"\n}'), ("json-number", "5")],
)
async def test_18_a_str_is_text_and_json_in_it_is_written_anew(http: httpx.AsyncClient, kind: str, text: str) -> None:
    response = await http.get(f"/api/return/{kind}")
    assert (response.status_code, response.text) == (200, text)
    assert response.headers["content-type"] == "text/plain; charset=utf-8"


async def test_18_a_str_with_a_body_in_json_is_taken_for_a_response(http: httpx.AsyncClient) -> None:
    response = await http.get("/api/return/json-response")
    assert (response.status_code, response.text, response.headers["x-inner"]) == (418, "inner", "yes")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("default", "text/plain; charset=utf-8"),
        ("html", "text/html; charset=iso-8859-1"),
        ("json", "application/json"),
        ("header", "text/csv"),
    ],
)
async def test_19_content_type(http: httpx.AsyncClient, kind: str, expected: str) -> None:
    assert (await http.get(f"/api/type/{kind}")).headers["content-type"] == expected


async def test_20_cookies_are_written_anew_and_of_other_headers_the_last_wins(http: httpx.AsyncClient) -> None:
    response = await http.get("/api/cookies")
    assert response.headers.get_list("set-cookie") == [
        "first=a%2Fb%2Bc; max-age=60; path=/api; secure; samesite=strict; httponly",
        "second=2; path=/",
    ]
    assert response.headers.get_list("x-twice") == ["two"]


async def test_20_a_header_that_cannot_be_sent_is_a_500(http: httpx.AsyncClient) -> None:
    assert (await http.get("/api/bad-header")).status_code == 500


@pytest.mark.parametrize(("status", "body"), [(201, "x"), (204, ""), (302, "x"), (304, ""), (404, "x"), (503, "x")])
async def test_21_status(http: httpx.AsyncClient, status: int, body: str) -> None:
    response = await http.get(f"/api/status/{status}")
    assert (response.status_code, response.text, response.headers["location"]) == (status, body, "/there")


async def test_22_synchronous_functions_run_in_threads_beside_each_other(http: httpx.AsyncClient) -> None:
    answers = await asyncio.gather(*(http.get("/api/thread") for _ in range(4)))
    assert most_at_once(answers) > 1
    assert len({answer.json()["thread"] for answer in answers}) > 1


async def test_22_a_hundred_asynchronous_functions_overlap(base_url: str) -> None:
    limits = httpx.Limits(max_connections=100)
    async with httpx.AsyncClient(base_url=base_url, limits=limits, timeout=30) as client:
        answers = await asyncio.gather(*(client.get("/api/sleep/1") for _ in range(100)))
    assert {answer.status_code for answer in answers} == {200}
    assert most_at_once(answers) > 4


def most_at_once(answers: list[httpx.Response]) -> int:
    """How many of the functions ran at the same moment, by their own clock."""
    spans = [answer.json()["ran"] for answer in answers]
    return max(sum(began <= moment < ended for began, ended in spans) for moment, _ in spans)


async def test_23_context(http: httpx.AsyncClient) -> None:
    first = (await http.get("/api/context")).json()
    second = (await http.get("/api/context", headers={"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"})).json()
    assert first["id"] != second["id"]
    assert len(first["id"]) == 36
    assert (first["name"], first["is_context"]) == ("echo_context", True)
    version, trace, span, flags = second["trace_parent"].split("-")
    assert (version, trace, flags) == ("00", TRACE, "01")
    assert span != "b7ad6b7169203331"


def test_24_a_client_that_leaves_does_not_stop_the_function(base_url: str) -> None:
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(f"{base_url}/api/sleep/0.4?mark=left", timeout=0.1)
    wait_for("the function", lambda: "left" in httpx.get(f"{base_url}/api/finished").json())


async def test_25_preflight_of_a_listed_origin(http: httpx.AsyncClient) -> None:
    headers = {
        "Origin": "http://page.test",
        "Access-Control-Request-Method": "PATCH",
        "Access-Control-Request-Headers": "content-type,if-match",
    }
    response = await http.options("/api/verbs", headers=headers)
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["access-control-allow-origin"] == "http://page.test"
    assert response.headers["access-control-allow-methods"] == "PATCH"
    assert response.headers["access-control-allow-headers"] == "content-type,if-match"
    assert response.headers["vary"] == "Origin"


async def test_25_foreign_origins_get_no_headers_but_the_function_runs(http: httpx.AsyncClient) -> None:
    headers = {"Origin": "http://foreign.test"}
    response = await http.get("/api/no_route", headers=headers)
    assert response.json()["function"] == "no_route"
    assert "access-control-allow-origin" not in response.headers
    preflight = await http.options("/api/no_route", headers={**headers, "Access-Control-Request-Method": "PUT"})
    assert preflight.status_code == 204
    assert "access-control-allow-origin" not in preflight.headers


async def test_25_simple_requests_and_errors_carry_the_origin(http: httpx.AsyncClient) -> None:
    for path in ("/api/no_route", "/api/raise", "/api/missing", "/admin/host/ping"):
        response = await http.get(path, headers={"Origin": "http://other.test"})
        assert response.headers["access-control-allow-origin"] == "http://other.test"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = tmp_path_factory.mktemp("guarded")
    keys = folder / "secrets"
    keys.mkdir()
    named = {
        "masterKey": {"name": "master", "value": "the-master"},
        "functionKeys": [{"name": "default", "value": "the-host"}],
        "systemKeys": [{"name": "eventgrid_extension", "value": "the-system"}],
    }
    (keys / "host.json").write_text(json.dumps(named))
    (keys / "key_function.json").write_text('{"keys": [{"name": "default", "value": "the-function"}]}')
    settings = {"AzureFunctionsJobHost__extensions__http__maxOutstandingRequests": "2"}
    with hosting(folder, "--no-reload", "--enableAuth", secrets=keys, **settings) as running:
        yield running


@pytest.mark.parametrize(
    ("path", "key", "status"),
    [
        ("no_route", "", 200),
        ("key/function", "", 401),
        ("key/function", "wrong", 401),
        ("key/function", "the-function", 200),
        ("key/function", "the-host", 200),
        ("key/function", "the-master", 200),
        ("key/admin", "the-host", 401),
        ("key/admin", "the-function", 401),
        ("key/admin", "the-master", 200),
    ],
)
def test_26_keys(guarded: Host, path: str, key: str, status: int) -> None:
    with_header = httpx.get(f"{guarded.url}/api/{path}", headers={"x-functions-key": key} if key else {})
    with_query = httpx.get(f"{guarded.url}/api/{path}", params={"code": key} if key else {})
    assert (with_header.status_code, with_query.status_code) == (status, status)
    assert status == 200 or with_header.content == b""


def test_26_the_header_beats_the_query(guarded: Host) -> None:
    url = f"{guarded.url}/api/key/function?code=the-host"
    assert httpx.get(url, headers={"x-functions-key": "wrong"}).status_code == 401


def test_26_admin_endpoints_ask_for_the_master_key(guarded: Host) -> None:
    url = f"{guarded.url}/admin/host/status"
    assert httpx.get(url).status_code == 401
    assert httpx.get(url, headers={"x-functions-key": "the-master"}).json()["state"] == "Running"


@pytest.mark.parametrize(
    ("key", "status"), [("", 401), ("the-host", 401), ("the-function", 401), ("the-system", 202), ("the-master", 202)]
)
def test_26_web_hooks_ask_for_the_key_of_their_extension(guarded: Host, key: str, status: int) -> None:
    params = {"functionName": "on_event", "code": key}
    headers = {"aeg-event-type": "Unsubscribe"}
    response = httpx.post(f"{guarded.url}/runtime/webhooks/EventGrid", params=params, headers=headers)
    assert response.status_code == status


async def test_too_many_requests_at_once_are_a_429(guarded: Host) -> None:
    async with httpx.AsyncClient(base_url=guarded.url, timeout=20) as client:
        answers = await asyncio.gather(*(client.get("/api/sleep/3") for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 429, 429]


def test_29_a_request_during_a_restart_waits(tmp_path: Path) -> None:
    with hosting(tmp_path, "--no-reload") as host:
        before = host.worker_id()
        host.kill_worker()
        assert httpx.get(f"{host.url}/api/no_route", timeout=30).json()["function"] == "no_route"
        assert host.worker_id() != before
