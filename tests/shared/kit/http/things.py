"""A small API of its own, so that the pipeline is tested without any noun."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from types import SimpleNamespace
from typing import Any, Literal

import azure.functions as func
from pydantic import Field

from shared.errors import Conflict, NotFound, Unauthenticated, Unavailable
from shared.kit.counters import Counters
from shared.kit.http import Answer, Api, ListQuery, PageOut, Request, anonymous
from shared.kit.http.limits import Limit, RateLimits
from shared.kit.http.operation import Operation
from shared.kit.http.pipeline import serve
from shared.kit.ids import Id
from shared.kit.model import In, Out

api = Api("Things")
FREE = anonymous("it is a test")
KNOWN = "01J00000000000000000000000"


NOON = datetime(2026, 3, 1, 12, 0, 15, tzinfo=UTC)


class Bare:
    """An app that serves requests and does nothing else."""

    def __init__(self, limit: str = "600/minute", *, counters: Counters | None = None, proxies: int = 0) -> None:
        self.moment = NOON
        self.settings = SimpleNamespace(proxies_in_front=proxies)
        self.rates = RateLimits(counters or Counters(None), Limit.parse("general", limit), lambda: self.moment)


@dataclass(frozen=True)
class Caller:
    name: str

    @property
    def idempotency_scope(self) -> str:
        return self.name


@dataclass(frozen=True)
class TokenPolicy:
    summary: str = "Needs a token"
    errors: tuple[type[Unauthenticated], ...] = (Unauthenticated,)
    security: list[dict[str, list[str]]] = field(default_factory=lambda: [{"bearer": []}])

    async def admit(self, request: Request, app: Any) -> Caller:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or not token:
            raise Unauthenticated
        return Caller(token)


SIGNED_IN = TokenPolicy()


class Part(In):
    name: str
    count: int = Field(ge=0)


class ThingIn(In):
    title: str = Field(min_length=1, max_length=20)
    parts: list[Part] = Field(default_factory=list, max_length=3)


class ThingOut(Out):
    id: str
    title: str
    etag: str


class ThingPage(PageOut):
    items: list[ThingOut]


class Things(ListQuery):
    sort: Literal["title", "-title"] = "title"


@api.get("v1/things/{thing_id:length(26)}", summary="Read", auth=FREE)
async def get_thing(thing_id: Id) -> ThingOut:
    """Reads a thing."""
    if thing_id != KNOWN:
        raise NotFound
    return ThingOut(id=thing_id, title="Known", etag='"1"')


@api.get("v1/things", summary="List", auth=FREE)
async def list_things(query: Things) -> ThingPage:
    """Lists things."""
    return ThingPage(items=[], next_cursor=f"{query.sort}:{query.limit}")


@api.post(
    "v1/things",
    summary="Make",
    auth=SIGNED_IN,
    status=HTTPStatus.CREATED,
    location="v1/things/{id}",
    errors=(Conflict,),
)
async def create_thing(body: ThingIn, app: Any) -> ThingOut:
    """Makes a thing."""
    return await app.make(body)  # type: ignore[no-any-return]


@api.put("v1/things/{thing_id:length(26)}", summary="Change", auth=FREE)
async def replace_thing(thing_id: Id, body: ThingIn, if_match: str) -> ThingOut:
    """Changes a thing."""
    return ThingOut(id=thing_id, title=body.title, etag=if_match)


@api.delete("v1/things/{thing_id:length(26)}", summary="Drop", auth=FREE, status=HTTPStatus.NO_CONTENT)
async def delete_thing(thing_id: Id) -> None:
    """Drops a thing."""


@api.post("v1/things/trouble", summary="Fail", auth=FREE, errors=(Unavailable,), idempotent=False)
async def make_trouble(body: Part) -> Answer[ThingOut]:
    """Fails as told, or answers with a cookie."""
    if body.name == "crash":
        raise ZeroDivisionError("the secret detail")
    if body.name == "busy":
        raise Unavailable(retry_after=2.2)
    return Answer(ThingOut(id="1", title="ok", etag=""), headers=(("Set-Cookie", "a=b; Path=/"),))


@api.get("v1/things/report", summary="Report", auth=SIGNED_IN, limit="2/hour")
async def get_report() -> ThingOut:
    """Costs a lot."""
    return ThingOut(id="1", title="Report", etag="")


@api.get("v1/things/health", summary="Probe", auth=FREE, limit="unlimited")
async def check_things() -> ThingOut:
    """Says that there are things."""
    return ThingOut(id="1", title="Healthy", etag="")


def operation(name: str) -> Operation:
    return next(found for found in api.operations if found.name == name)


async def call(
    name: str, *, app: Any = None, body: bytes = b"", headers: dict[str, str] | None = None, route: dict[str, str] | None = None,
    query: dict[str, str] | None = None,
) -> func.HttpResponse:  # fmt: skip
    found = operation(name)
    sent = {"Content-Type": "application/json", **(headers or {})}
    raw = func.HttpRequest(
        method=found.method,
        url="https://api.test/api/v1/things",
        headers=sent,
        params=query or {},
        route_params=route or {},
        body=body,
    )
    return await serve(found, raw, None, app or Bare())
