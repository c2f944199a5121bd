"""Which function answers: conformance cases 1 to 11, 27 and 28."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from local.host.routing import Route, Router
from tests.local.host.hosting import Host, hosting

GUID = "3f2504e0-4f89-11d3-9a0c-0305e82c3301"


EVERYTHING = """
import json
import azure.functions as func

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)

@app.route(route="{*path}")
async def everything(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse(json.dumps(req.route_params.get("path")), mimetype="application/json")
"""


@pytest.fixture(scope="module")
def prefixless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """An app whose one function catches every path."""
    (app := tmp_path_factory.mktemp("everything") / "app").mkdir()
    (app / "function_app.py").write_text(EVERYTHING)
    (app / "host.json").write_text('{"version": "2.0", "extensions": {"http": {"routePrefix": ""}}}')
    with hosting(app.parent, "--no-reload", app=app) as host:
        yield host


async def reached(http: httpx.AsyncClient, path: str, method: str = "GET") -> tuple[str, dict[str, str]] | None:
    response = await http.request(method, path)
    if response.status_code == 404:
        assert response.content == b""
        return None
    content = response.json()
    return content["function"], content["values"]


async def test_01_the_default_prefix_is_api(http: httpx.AsyncClient) -> None:
    assert await reached(http, "/api/no_route") == ("no_route", {})
    assert await reached(http, "/no_route") is None


@pytest.mark.parametrize(("prefix", "path"), [("", "/no_route"), ("outer/inner", "/outer/inner/no_route")])
def test_01_a_prefix_of_host_json_replaces_it(tmp_path: Path, prefix: str, path: str) -> None:
    with hosting(tmp_path, "--no-reload", AzureFunctionsJobHost__extensions__http__routePrefix=prefix) as host:
        assert httpx.get(f"{host.url}{path}").json()["function"] == "no_route"
        assert httpx.get(f"{host.url}/api/no_route").status_code == 404


async def test_02_without_a_route_the_function_name_is_the_route(http: httpx.AsyncClient) -> None:
    assert await reached(http, "/api/no_route") == ("no_route", {})


@pytest.mark.parametrize("path", ["/api/Literal/Path", "/api/literal/path", "/API/LITERAL/PATH/"])
async def test_03_literals_ignore_case_and_a_trailing_slash(http: httpx.AsyncClient, path: str) -> None:
    assert await reached(http, path) == ("literal_route", {})


@pytest.mark.parametrize(
    ("path", "name", "values"),
    [
        ("one/Abc", "one_value", {"Name": "Abc"}),
        ("one/a%20b", "one_value", {"Name": "a b"}),
        ("one/a%2Fb", "one_value", {"Name": "a%2Fb"}),
        ("one/%C3%A9", "one_value", {"Name": "é"}),
        ("optional", "optional_value", {}),
        ("optional/", "optional_value", {}),
        ("optional/x", "optional_value", {"name": "x"}),
        ("default", "default_value", {"name": "fallback"}),
        ("default/x", "default_value", {"name": "x"}),
        ("rest", "rest_value", {}),
        ("rest/", "rest_value", {}),
        ("rest/a", "rest_value", {"path": "a"}),
        ("rest/a/b/c", "rest_value", {"path": "a/b/c"}),
        ("rest/a%2Fb/c", "rest_value", {"path": "a%2Fb/c"}),
        ("two/a-b-c", "two_in_one", {"first": "a-b", "second": "c"}),
        ("file/a.tar.gz", "with_extension", {"name": "a.tar", "extension": "gz"}),
        ("file/a", "with_extension", {"name": "a"}),
    ],
)
async def test_04_values_of_the_path(http: httpx.AsyncClient, path: str, name: str, values: dict[str, str]) -> None:
    assert await reached(http, f"/api/{path}") == (name, values)


@pytest.mark.parametrize("path", ["one", "one/", "one/a/b", "two/ab"])
async def test_04_a_value_that_must_be_there(http: httpx.AsyncClient, path: str) -> None:
    assert await reached(http, f"/api/{path}") is None


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (f"guid/{GUID}", "guid/nothing"),
        (f"guid/{GUID.replace('-', '')}", f"guid/{GUID[:-1]}"),
        ("int/-12", "int/12x"),
        ("int/2147483647", "int/2147483648"),
        ("range/3", "range/2"),
        ("range/5", "range/6"),
        ("regex/ab1", "regex/abc"),
        ("regex/AB1", "regex/ab12"),
        ("length/abcd", "length/abc"),
        ("between/ab", "between/a"),
        ("between/abc", "between/abcd"),
        ("alpha/aZ", "alpha/a1"),
    ],
)
async def test_05_constraints(http: httpx.AsyncClient, good: str, bad: str) -> None:
    assert await reached(http, f"/api/{good}") is not None
    assert await reached(http, f"/api/{bad}") is None


@pytest.mark.whitebox("what the real host does with a constraint it does not know is not known")
def test_05_an_unknown_constraint_takes_its_function_out() -> None:
    assert list(Router("api", [Route("mine", "{id:nothing}", frozenset(), "mine")]).refused) == ["mine"]


async def test_06_routes_are_tried_in_name_order(http: httpx.AsyncClient) -> None:
    assert await reached(http, "/api/order/exact") == ("aa_first", {"anything": "exact"})


async def test_06_an_underscore_sorts_after_letters(http: httpx.AsyncClient) -> None:
    assert await reached(http, "/api/sorted/1") == ("sortb", {"x": "1"})


async def test_07_one_route_may_have_a_function_per_verb(http: httpx.AsyncClient) -> None:
    assert await reached(http, "/api/verbs") == ("verb_get", {})
    assert await reached(http, "/api/verbs", "POST") == ("verb_post", {})


async def test_08_of_two_functions_in_conflict_only_the_second_is_missing(http: httpx.AsyncClient, host: Host) -> None:
    assert await reached(http, "/api/conflict", "PUT") == ("conflict_one", {})
    assert await reached(http, "/api/conflict", "DELETE") is None
    assert "The 'conflict_two' function is in error" in host.printed()


@pytest.mark.parametrize(
    ("name", "path"),
    [("own_admin", "Admin/x"), ("own_runtime", "runtime/x"), ("own_admin_by_letters", "administer")],
)
async def test_09_routes_that_begin_like_those_of_the_host_are_refused(
    http: httpx.AsyncClient, host: Host, name: str, path: str
) -> None:
    assert await reached(http, f"/api/{path}") is None
    assert f"The '{name}' function is in error" in host.printed()


@pytest.mark.parametrize(
    "path", ["/admin", "/Admin/x", "/admin/host/none", "/runtime", "/runtime/x", "/Runtime/webhooks/none"]
)
def test_09_what_is_below_admin_and_runtime_reaches_no_function(prefixless: Host, path: str) -> None:
    assert httpx.get(f"{prefixless.url}/administer").json() == "administer"
    response = httpx.get(f"{prefixless.url}{path}")
    assert (response.status_code, response.content) == (404, b"")


@pytest.mark.parametrize("method", ["DELETE", "PUT", "HEAD", "OPTIONS"])
async def test_10_a_wrong_verb_is_an_empty_404(http: httpx.AsyncClient, method: str) -> None:
    response = await http.request(method, "/api/verbs")
    assert (response.status_code, response.content) == (404, b"")


async def test_11_without_methods_every_verb_arrives_and_head_has_no_body(http: httpx.AsyncClient) -> None:
    head = await http.head("/api/no_route")
    assert (head.status_code, head.content) == (200, b"")
    assert (await http.options("/api/no_route")).json()["method"] == "OPTIONS"
    assert (await http.request("PATCH", "/api/no_route")).json()["method"] == "PATCH"


async def test_27_a_disabled_function_is_not_there(http: httpx.AsyncClient) -> None:
    assert await reached(http, "/api/switched-off") is None


async def test_28_the_front_page(http: httpx.AsyncClient) -> None:
    response = await http.get("/")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")


def test_28_the_front_page_can_be_switched_off(tmp_path: Path) -> None:
    with hosting(tmp_path, "--no-reload", AzureWebJobsDisableHomepage="true") as host:
        assert httpx.get(host.url).status_code == 204


@pytest.mark.whitebox("which templates our parser refuses")
@pytest.mark.parametrize(
    "template",
    ["a//b", "{", "{a", "{a}/{A}", "{*rest}/more", "{a:length(x)}", "{a:range(1)}", "{a:regex(()}", "{}", "{a-b/c}"],
)
def test_templates_that_cannot_be_served_are_refused(template: str) -> None:
    assert list(Router("api", [Route("mine", template, frozenset(), "mine")]).refused) == ["mine"]
