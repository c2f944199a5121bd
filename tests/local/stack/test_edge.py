"""The page's origin, over real sockets: files, and the API behind it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from local.edge import Edge
from tests.azurite import free_ports

SEEN: list[dict[str, object]] = []


async def echo(scope, receive, send):
    """Stands behind the edge and remembers what came through."""
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    headers = {name.decode(): value.decode() for name, value in scope["headers"]}
    SEEN.append(
        {"path": scope["raw_path"].decode(), "query": scope["query_string"].decode(), "headers": headers, "body": body}
    )
    await send(
        {
            "type": "http.response.start",
            "status": 201,
            "headers": [(b"set-cookie", b"rt=1; Path=/api/v1/auth"), (b"etag", b'"7"')],
        }
    )
    await send({"type": "http.response.body", "body": b"made"})


@asynccontextmanager
async def served(app, port: int) -> AsyncIterator[None]:
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", lifespan="off", proxy_headers=False)
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 (the server offers no event)
        await asyncio.sleep(0.01)
    try:
        yield
    finally:
        server.should_exit = True
        await task


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    SEEN.clear()
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<title>the page</title>")
    (tmp_path / "assets" / "app-1a2b.js").write_text("run()")
    (tmp_path.parent / "secret.txt").write_text("secret")
    host, page = free_ports(2)
    edge = Edge(host=f"http://127.0.0.1:{host}", blob_origin="http://127.0.0.1:10000", page=tmp_path)
    async with served(echo, host), served(edge, page), httpx.AsyncClient(base_url=f"http://127.0.0.1:{page}") as found:
        yield found
    await edge.close()


async def test_every_path_of_the_page_is_the_page(client):
    for path in ("/", "/documents", "/trash"):
        answer = await client.get(path)
        assert (answer.status_code, answer.text) == (200, "<title>the page</title>")
        assert answer.headers["cache-control"] == "no-store"


async def test_hashed_files_are_kept_for_good(client):
    answer = await client.get("/assets/app-1a2b.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


async def test_a_missing_asset_is_not_the_page(client):
    assert (await client.get("/assets/gone.js")).status_code == 404


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt"])
async def test_nothing_outside_the_page_is_served(client, path):
    assert "secret" not in (await client.get(path)).text


async def test_the_page_may_only_run_its_own_scripts_and_talk_to_its_storage(client):
    policy = (await client.get("/")).headers["content-security-policy"]
    assert "script-src 'self' 'wasm-unsafe-eval'" in policy
    assert "connect-src 'self' http://127.0.0.1:10000;" in policy
    assert "unsafe-inline" not in policy


async def test_requests_reach_the_host_as_they_were_sent(client):
    answer = await client.post(
        "/api/v1/a%2Fb?x=1&x=2&e=",
        content=b"\x00\xff",
        headers={"authorization": "Bearer t", "x-forwarded-for": "6.6.6.6"},
    )
    assert (answer.status_code, answer.text, answer.headers["etag"]) == (201, "made", '"7"')
    assert answer.headers["set-cookie"] == "rt=1; Path=/api/v1/auth"
    (seen,) = SEEN
    assert (seen["path"], seen["query"], seen["body"]) == ("/api/v1/a%2Fb", "x=1&x=2&e=", b"\x00\xff")
    headers = seen["headers"]
    assert headers["authorization"] == "Bearer t"
    assert headers["x-forwarded-for"] == "6.6.6.6, 127.0.0.1"  # the last entry is the one that can be believed
    assert headers["content-length"] == "2"


async def test_cookies_of_one_caller_are_never_sent_for_another(client):
    await client.post("/api/v1/x")
    client.cookies.clear()
    await client.post("/api/v1/x")
    assert "cookie" not in SEEN[1]["headers"]


async def test_a_host_that_is_away_is_a_problem_that_says_try_again(tmp_path: Path):
    host, page = free_ports(2)
    edge = Edge(host=f"http://127.0.0.1:{host}", blob_origin="http://x", page=None)
    async with served(edge, page), httpx.AsyncClient(base_url=f"http://127.0.0.1:{page}") as client:
        answer = await client.get("/api/v1/health/live")
        assert (answer.status_code, answer.json()["code"], answer.headers["retry-after"]) == (502, "unavailable", "1")
        assert (await client.get("/")).status_code == 404
    await edge.close()
