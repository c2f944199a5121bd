"""The custom fields of a document type, as definitions."""

import json
from typing import Any

import pytest

from shared.app import App
from shared.document_types.fields import MAX_FIELDS, MAX_KEYS, MAX_OPTIONS, MAX_OPTIONS_IN_ALL
from tests.api_client import ApiClient, Response
from tests.people import a_token, an_admin

PATH = "v1/document-types"


async def an_author(client: ApiClient, app: App) -> ApiClient:
    return client.signed_in(a_token(app, await an_admin(app)))


def a_field(kind: str = "text", key: str = "it", **update: Any) -> dict[str, Any]:
    return {"key": key, "label": "It", "type": kind, **update}


async def created(caller: ApiClient, *fields: dict[str, Any]) -> Response:
    return await caller.post(PATH, {"code": "T", "name": "Type", "fields": list(fields)})


async def changed(caller: ApiClient, known: Response, *fields: dict[str, Any]) -> Response:
    headers = {"If-Match": known.headers["ETag"]}
    return await caller.patch(f"{PATH}/{known.json['id']}", {"fields": list(fields)}, headers=headers)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        (a_field(key=""), "key"),
        (a_field(key="1st"), "key"),
        (a_field(key="a-b"), "key"),
        (a_field(key="\u00e5"), "key"),
        (a_field(key="__proto__"), "key"),
        (a_field(key="x" * 41), "key"),
        (a_field(label=""), "label"),
        (a_field(label="a\u0000b"), "label"),
        (a_field(label="x" * 81), "label"),
        (a_field("colour"), "type"),
        (a_field(required="yes"), "required"),
        (a_field(maxLength=0), "maxLength"),
        (a_field(maxLength=2001), "maxLength"),
        (a_field(maxLength=201, pattern="a"), "maxLength"),
        (a_field(pattern="(a+)+$"), "pattern"),
        (a_field(pattern="a" * 101), "pattern"),
        (a_field(pattern="[\u0661-"), "pattern"),
        (a_field(pattern="a{999}"), "pattern"),
        (a_field(unit="m"), "unit"),
        (a_field(options=["a"]), "options"),
        (a_field("number", unit="furlong"), "unit"),
        (a_field("number", unit=""), "unit"),
        (a_field("number", minimum=2, maximum=1), "minimum"),
        (a_field("number", minimum="1"), "minimum"),
        (a_field("number", maximum=1e16), "maximum"),
        (a_field("number", pattern=r"\d"), "pattern"),
        (a_field("number", maxLength=3), "maxLength"),
        (a_field("date", earliest="2026-02-30"), "earliest"),
        (a_field("date", earliest="4 May"), "earliest"),
        (a_field("date", latest=20260504), "latest"),
        (a_field("date", earliest="2026-05-05", latest="2026-05-04"), "earliest"),
        (a_field("date", minimum=1), "minimum"),
        (a_field("choice"), "options"),
        (a_field("choice", options=[]), "options"),
        (a_field("choice", options=["a", "A"]), "options"),
        (a_field("choice", options=["a", ""]), "options[1]"),
        (a_field("choice", options=["x" * 81, "b"]), "options[0]"),
        (a_field("choice", options=["a\u200b", "b"]), "options[0]"),
        (a_field("choice", options=[f"{number}" for number in range(MAX_OPTIONS + 1)]), "options"),
        (a_field("user", latest="2026-05-04"), "latest"),
        (a_field("link", pattern="a"), "pattern"),
        (a_field(colour="red"), "colour"),
    ],
)
async def test_a_definition_that_makes_no_sense_is_named(
    client: ApiClient, app: App, field: dict[str, Any], wrong: str
) -> None:
    answer = await created(await an_author(client, app), a_field(key="fine"), field)
    assert (answer.status, answer.fields) == (422, {f"fields[1].{wrong}"})


async def test_a_key_is_there_once(client: ApiClient, app: App) -> None:
    answer = await created(await an_author(client, app), a_field(), a_field("date"))
    assert (answer.status, answer.fields) == (422, {"fields[1].key"})


async def test_not_more_fields_and_options_than_may_be(client: ApiClient, app: App) -> None:
    caller = await an_author(client, app)
    many = [a_field(key=f"k{number}") for number in range(MAX_FIELDS + 1)]
    assert (await created(caller, *many)).fields == {"fields"}
    options = [str(number) for number in range(MAX_OPTIONS)]
    wide = [a_field("choice", f"k{number}", options=options) for number in range(MAX_OPTIONS_IN_ALL // MAX_OPTIONS + 1)]
    answer = await created(caller, *wide)
    assert (answer.status, answer.fields) == (422, {"fields"})


async def test_the_largest_type_that_may_be_is_stored_and_changed(client: ApiClient, app: App) -> None:
    """The type and its version go in one batch of at most 2 MB; a letter outside the BMP takes 12 bytes in it."""
    caller, letter = await an_author(client, app), "\U00020000"
    share = MAX_OPTIONS_IN_ALL // MAX_FIELDS
    options = [letter * 77 + f"{number:03d}" for number in range(share)]
    fields = [
        a_field("choice", f"k{number}", label=letter * 80, options=options, required=True)
        for number in range(MAX_FIELDS)
    ]
    first = await created(caller, *fields)
    assert first.status == 201, first.content[:200]
    again = await changed(caller, first, *fields[:-1])
    assert (again.status, again.json["version"]) == (200, 2)


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        (a_field(), a_field("user"), "type"),
        (a_field("user"), a_field(), "type"),
        (a_field("number", unit="m"), a_field("number"), "unit"),
        (a_field("number", unit="m"), a_field("number", unit="psi"), "unit"),
        (a_field("number", unit="m3"), a_field("number", unit="Sm3"), "unit"),
    ],
)
async def test_a_field_does_not_become_what_its_values_cannot(
    client: ApiClient, app: App, before: dict[str, Any], after: dict[str, Any], wrong: str
) -> None:
    caller = await an_author(client, app)
    known = await created(caller, before)
    answer = await changed(caller, known, after)
    assert (answer.status, answer.fields, answer.json["errors"][0]["code"]) == (
        422,
        {f"fields[0].{wrong}"},
        "type_fixed",
    )
    without = await changed(caller, known)
    assert (await changed(caller, without, after)).fields == {f"fields[0].{wrong}"}
    assert (await changed(caller, without, before)).json["version"] == 3


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (a_field(), a_field("number")),
        (a_field("date"), a_field()),
        (a_field("number"), a_field("number", unit="m")),
        (a_field(), a_field("choice", options=["a"])),
    ],
)
async def test_a_field_may_become_what_its_values_may(
    client: ApiClient, app: App, before: dict[str, Any], after: dict[str, Any]
) -> None:
    caller = await an_author(client, app)
    answer = await changed(caller, await created(caller, before), after)
    assert (answer.status, answer.json["version"], answer.json["fields"][0]["type"]) == (200, 2, after["type"])


async def test_constraints_label_and_order_may_change(client: ApiClient, app: App) -> None:
    caller = await an_author(client, app)
    known = await created(caller, a_field("number", "a", unit="m"), a_field("choice", "b", options=["x", "y"]))
    answer = await changed(
        caller,
        known,
        a_field("choice", "b", options=["y", "z"], required=True),
        a_field("number", "a", unit="ft", maximum=10, label="Depth"),
        a_field("link", "c"),
    )
    assert answer.status == 200
    assert [(field["key"], field["type"]) for field in answer.json["fields"]] == [
        ("b", "choice"),
        ("a", "number"),
        ("c", "link"),
    ]


async def test_a_type_does_not_remember_keys_without_end(client: ApiClient, app: App) -> None:
    caller = await an_author(client, app)
    known = await created(caller)
    for turn in range(MAX_KEYS // MAX_FIELDS):
        known = await changed(caller, known, *(a_field(key=f"k{turn}_{number}") for number in range(MAX_FIELDS)))
        assert known.status == 200
    assert (await changed(caller, known, a_field(key="one_more"))).fields == {"fields"}
    assert (await changed(caller, known, a_field(key="k0_0"))).status == 200


async def test_every_kind_of_field_is_answered_as_it_was_sent(client: ApiClient, app: App) -> None:
    fields = [
        a_field("text", "a", maxLength=10, pattern=r"\d{2}/[A-Z]", required=True),
        a_field("number", "b", unit="psi", minimum=-1.5, maximum=1e15),
        a_field("date", "c", earliest="2026-01-01", latest="2026-12-31"),
        a_field("choice", "d", options=["Spud", "A\u030are"]),
        a_field("user", "e"),
        a_field("link", "f"),
    ]
    answer = await created(await an_author(client, app), *fields)
    sent = json.loads(json.dumps(fields).replace("A\\u030are", "\\u00c5re"))
    for given, held in zip(sent, answer.json["fields"], strict=True):
        assert {name: held[name] for name in given} == given
        assert {held[name] for name in held.keys() - given.keys()} <= {None, False}
