import azure.functions as func
import pytest

from shared.errors import Conflict, Forbidden, LimitReached, StaleVersion
from shared.kit.http import Api, Request, anonymous
from shared.kit.http.openapi import document
from shared.kit.http.problems import status_of
from shared.kit.ids import Id
from shared.kit.registration import Endpoint, endpoints, operation_of
from tests.shared.kit.http import things

FREE = anonymous("it is a test")


def fresh() -> Api:
    return Api("Test")


def test_an_endpoint_without_a_policy_cannot_be_declared():
    with pytest.raises(TypeError, match="auth"):
        fresh().get("v1/things", summary="Read")(things.list_things)


def test_an_endpoint_must_be_async():
    def get_thing():
        """Blocks."""

    with pytest.raises(TypeError, match="must be async"):
        fresh().get("v1/things", summary="Read", auth=FREE)(get_thing)


def test_an_endpoint_must_be_described():
    async def get_thing(): ...

    with pytest.raises(TypeError, match="docstring"):
        fresh().get("v1/things", summary="Read", auth=FREE)(get_thing)


def test_a_parameter_nobody_fills_is_found_at_import():
    async def get_thing(boddy):
        """Misspelt."""

    with pytest.raises(TypeError, match="boddy"):
        fresh().get("v1/things", summary="Read", auth=FREE)(get_thing)


def test_a_placeholder_nobody_takes_is_found_at_import():
    async def get_thing():
        """Forgets the id."""

    with pytest.raises(TypeError, match="thing_id"):
        fresh().get("v1/things/{thing_id}", summary="Read", auth=FREE)(get_thing)


def test_names_are_a_verb_and_a_noun():
    async def thing():
        """Has no verb."""

    with pytest.raises(TypeError, match="verb_noun"):
        fresh().get("v1/things", summary="Read", auth=FREE)(thing)


def test_the_host_sees_one_function_per_endpoint_under_its_own_name():
    host = func.FunctionApp()
    index = [Endpoint(one.name, one.method, one.route, things.__name__) for one in things.api.operations]
    host.register_functions(endpoints(index, lambda: None))
    assert [operation_of(endpoint) for endpoint in index] == things.api.operations
    found = {one.get_function_name(): one.get_trigger().get_dict_repr() for one in host.get_functions()}
    assert set(found) == {operation.name for operation in things.api.operations}
    assert found["get_thing"]["route"] == "v1/things/{thing_id:length(26)}"
    assert [str(method).removeprefix("HttpMethod.") for method in found["replace_thing"]["methods"]] == ["PUT"]


def test_an_index_that_is_out_of_date_says_so():
    with pytest.raises(LookupError, match="make api"):
        operation_of(Endpoint("forget_thing", "POST", "v1/things/forgotten", things.__name__))


def test_the_nearest_base_decides_the_status():
    class SeatTaken(Conflict):
        code = "seat_taken"

    class Behind(StaleVersion):
        code = "behind"

    assert [status_of(error) for error in (SeatTaken, Behind, Forbidden, LimitReached)] == [409, 412, 403, 429]


def test_the_document_holds_every_declaration():
    made = document(things.api.operations, title="T", version="1", description="", security_schemes={})
    operations = {
        rule["operationId"]: (path, method) for path, rules in made["paths"].items() for method, rule in rules.items()
    }
    assert operations["get_thing"] == ("/v1/things/{thing_id}", "get")
    create = made["paths"]["/v1/things"]["post"]
    assert create["security"] == [{"bearer": []}]
    assert set(create["responses"]) == {"201", "400", "401", "409", "413", "415", "422", "429", "503"}
    assert {"ETag", "Location", "RateLimit", "RateLimit-Policy"} == set(create["responses"]["201"]["headers"])
    assert {one["name"] for one in create["parameters"]} == {"Idempotency-Key"}
    replace = made["paths"]["/v1/things/{thing_id}"]["put"]
    assert {"If-Match", "thing_id"} == {one["name"] for one in replace["parameters"] if one["required"]}
    assert {"412", "428"} <= set(replace["responses"])


def test_lists_document_their_bounds_and_sorts():
    made = document(things.api.operations, title="T", version="1", description="", security_schemes={})
    rules = {one["name"]: one["schema"] for one in made["paths"]["/v1/things"]["get"]["parameters"]}
    assert (rules["limit"]["minimum"], rules["limit"]["maximum"], rules["limit"]["default"]) == (1, 200, 50)
    assert rules["sort"]["enum"] == ["title", "-title"]


def test_the_document_is_the_same_every_time():
    first, second = (
        document(things.api.operations[::step], title="T", version="1", description="", security_schemes={})
        for step in (1, -1)
    )
    assert first == second


@pytest.mark.parametrize(
    ("header", "address"),
    [("", ""), ("203.0.113.9", "203.0.113.9"), ("203.0.113.9:5123", "203.0.113.9"), ("10.0.0.1, 203.0.113.9:80", "203.0.113.9"),
     ("[2001:db8::1]:443", "2001:db8::1"), ("2001:db8::1", "2001:db8::1")],
)  # fmt: skip
def test_the_client_address_is_what_the_front_end_saw(header, address):
    request = Request("GET", "", {"x-forwarded-for": header}, {}, {}, b"", "r")
    assert request.client_address == address


@pytest.mark.parametrize(
    ("header", "proxies", "address"),
    [("203.0.113.9, 10.0.0.1:80", 1, "203.0.113.9"), ("6.6.6.6, 203.0.113.9, 10.0.0.1", 1, "203.0.113.9"),
     ("6.6.6.6, [2001:db8::1]:443, 10.0.0.2, 10.0.0.1", 2, "2001:db8::1"), ("10.0.0.1", 1, ""), ("", 1, "")],
)  # fmt: skip
def test_behind_proxies_of_ours_it_is_what_the_first_of_them_saw(header, proxies, address):
    request = Request("GET", "", {"x-forwarded-for": header}, {}, {}, b"", "r", proxies=proxies)
    assert request.client_address == address


def test_cookies_nobody_can_read_are_no_cookies():
    assert Request("GET", "", {"cookie": "a=1; b=2"}, {}, {}, b"", "r").cookies == {"a": "1", "b": "2"}
    assert Request("GET", "", {"cookie": "\x00;=;"}, {}, {}, b"", "r").cookies == {}


def test_a_badly_written_cookie_hides_no_other():
    header = 'a[0]={"x": 1}; rt=first; odd; b="quoted"; rt=second'
    cookies = Request("GET", "", {"cookie": header}, {}, {}, b"", "r").cookies
    assert (cookies["rt"], cookies["b"]) == ("first", "quoted")


def test_ids_in_routes_are_typed():
    assert things.operation("get_thing").path_adapters["thing_id"].json_schema()["maxLength"] == 26
    assert things.operation("get_thing").hints["thing_id"] == Id
