import gzip
import json
from typing import Annotated, Any

import pytest
from jsonschema import Draft202012Validator

from shared.errors import Invalid, NotFound
from shared.reports.carry_forward import carry_forward
from shared.reports.definitions import DEFINITIONS, Definition, Registry
from shared.reports.types.fields import TEXT, Depth, Elevation, Hint, Line, Part, Payload
from tests.reports import CORRECT, FOLDER, PLANTED, a_payload, with_changes

ALL = pytest.mark.parametrize(
    "definition", DEFINITIONS.all(), ids=lambda definition: f"{definition.kind}.{definition.version}"
)


@ALL
def test_a_released_version_is_what_was_released(definition: Definition) -> None:
    """Reports were written with it. What has to be otherwise is a version 2; `python scripts/report_types.py` writes that down."""
    released = (FOLDER / "released" / f"{definition.kind}.{definition.version}.json").read_text(encoding="utf-8")
    assert json.dumps(definition.to_json(), ensure_ascii=False, indent=1) + "\n" == released


def test_no_released_version_was_taken_away() -> None:
    assert {path.stem for path in (FOLDER / "released").iterdir()} == {
        f"{one.kind}.{one.version}" for one in DEFINITIONS.all()
    }


@ALL
def test_a_definition_is_small_enough_for_a_phone(definition: Definition) -> None:
    assert len(gzip.compress(json.dumps(definition.to_json()).encode())) < 10_000


@ALL
def test_the_schema_is_of_the_standard_and_takes_what_the_model_takes(definition: Definition) -> None:
    schema = definition.to_json()["schema"]
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    payload = CORRECT[f"{definition.kind}.{definition.version}"]["payload"]
    assert [error.message for error in validator.iter_errors(payload)] == []
    assert list(validator.iter_errors({**payload, "unknown": 1})) != []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted['definition']}:{','.join(planted['set'])}")
def test_what_breaks_a_rule_can_still_be_stored(planted: dict[str, Any]) -> None:
    kind, _, version = planted["definition"].rpartition(".")
    DEFINITIONS.get(kind, int(version)).check(with_changes(CORRECT[planted["definition"]]["payload"], planted["set"]))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"/timeLog/0/remark": "x" * (TEXT + 1)}, "timeLog[0].remark"),
        ({"/timeLog/0/remark": "bell\u0007"}, "timeLog[0].remark"),
        ({"/timeLog/0/start": "2026-05-04T24:00+02:00"}, "timeLog[0].start"),
        ({"/timeLog/0/start": "2026-02-30T00:00+02:00"}, "timeLog[0].start"),
        ({"/timeLog/0/start": "2026-05-04T00:00"}, "timeLog[0].start"),
        ({"/timeLog": [{"id": f"r{number}"} for number in range(201)]}, "timeLog"),
        ({"/timeLog/0/id": "r2"}, ""),
        ({"/timeLog/0/id": ""}, "timeLog[0].id"),
        ({"/status/endMd": 3120}, "status.endMd"),
        ({"/status/endMd": {"value": "3120", "unit": "m"}}, "status.endMd.value"),
        ({"/status/endMd": {"value": 3120, "unit": "bar"}}, "status.endMd"),
        ({"/status/endMd": {"value": 3120, "unit": "m", "si": 3120}}, "status.endMd.si"),
        ({"/status/endMd": {"value": 60_000, "unit": "ft"}}, "status.endMd"),
        ({"/status/endMd": {"value": float("nan"), "unit": "m"}}, "status.endMd.value"),
        ({"/status/endMd": {"value": None, "unit": "m"}}, "status.endMd.value"),
        ({"/status/drillingHours": True}, "status.drillingHours"),
        ({"/header/reportNo": 1.5}, "header.reportNo"),
        ({"/header/spudDate": "2026-02-30"}, "header.spudDate"),
        ({"/mudChecks/0/ph": 15}, "mudChecks[0].ph"),
    ],
)
def test_what_cannot_be_stored_is_refused_with_its_place(change: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        DEFINITIONS.newest("daily_drilling").check(a_payload("daily_drilling", **change))
    assert [fault.field for fault in refused.value.fields] == [field]


@pytest.mark.parametrize(
    "text",
    ['12 1/4" hole, 9 5/8" casing, 40\' joint', "85.5° – Mærsk ½", "one\n\n- two\r\n\tthree", " kept ", "😀" * TEXT],
)
def test_remarks_keep_what_people_write(text: str) -> None:
    payload = a_payload("daily_drilling", **{"/timeLog/0/remark": text})
    definition = DEFINITIONS.newest("daily_drilling")
    definition.check(payload)
    assert definition.model.model_validate(payload).model_dump(by_alias=True)["timeLog"][0]["remark"] == text


@ALL
def test_everything_may_be_null(definition: Definition) -> None:
    definition.check({})
    definition.check(dict.fromkeys(CORRECT[f"{definition.kind}.{definition.version}"]["payload"]))


class FirstHeader(Part):
    well: Annotated[Line | None, Hint("Well", carry="same")] = None
    depth: Annotated[Depth | None, Hint("Depth", carry="same")] = None
    colour: Annotated[Line | None, Hint("Colour", carry="same")] = None


class First(Payload):
    header: Annotated[FirstHeader | None, Hint("Header")] = None


class SecondHeader(Part):
    """No colour any more; the depth has narrower bounds, the well another field beside it."""

    well: Annotated[Line | None, Hint("Well", required=True, carry="same")] = None
    depth: Annotated[Elevation | None, Hint("Depth", carry="same")] = None
    field: Annotated[Line | None, Hint("Field", carry="same")] = None


class Second(Payload):
    header: Annotated[SecondHeader | None, Hint("Header")] = None


def test_an_old_report_is_read_with_its_own_version_and_the_next_begins_with_the_new_one() -> None:
    first = Definition("made_up", 1, "Made up", First, (), (), {})
    both = Registry([Definition("made_up", 2, "Made up", Second, (), (), {}), first])
    old = {"header": {"well": "F-12", "depth": {"value": 12_000, "unit": "m"}, "colour": "red"}}
    assert both.newest("made_up").version == 2
    assert both.get("made_up", 1).to_json() == Registry([first]).newest("made_up").to_json()
    both.get("made_up", 1).check(old)
    assert both.get("made_up", 1).findings({}, {}) == []
    with pytest.raises(Invalid):
        both.newest("made_up").check(old)
    draft = carry_forward(old, both.newest("made_up"))
    assert draft == {"header": {"well": "F-12"}}
    both.newest("made_up").check(draft)


@pytest.mark.parametrize("versions", [(1, 1), (2,), (1, 3)])
def test_versions_count_on_without_a_gap(versions: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="versions"):
        Registry([Definition("made_up", version, "Made up", First, (), (), {}) for version in versions])


@pytest.mark.parametrize(
    ("kind", "version"), [("daily_drilling", 2), ("daily_drilling", 0), ("daily_drilling", -1), ("other", 1)]
)
def test_what_there_never_was_is_not_found(kind: str, version: int) -> None:
    with pytest.raises(NotFound):
        DEFINITIONS.get(kind, version)


def test_the_next_day_begins_with_what_the_last_one_left() -> None:
    definition, last = DEFINITIONS.newest("daily_drilling"), a_payload("daily_drilling")
    draft = carry_forward(last, definition)
    definition.check(draft)
    assert draft["header"]["rig"] == "Nordvind A"
    assert (draft["header"]["reportNo"], draft["header"]["daysFromSpud"]) == (13, 13)
    assert "periodStart" not in draft["header"]
    assert draft["status"]["startMd"] == last["status"]["endMd"]
    assert draft["consumables"] == [
        {"id": "k1", "name": "Barite", "unit": "t", "opening": 134.5},
        {"id": "k2", "name": "Fuel", "unit": "m3", "opening": 300},
    ]
    assert draft.keys() == {"header", "status", "bits", "casing", "consumables", "safety", "companies"}


def test_what_was_not_counted_is_not_zero_the_next_day() -> None:
    last = a_payload("daily_drilling", **{"/consumables/0/onHand": None, "/status/endMd": None})
    draft = carry_forward(last, DEFINITIONS.newest("daily_drilling"))
    assert draft["consumables"][0] == {"id": "k1", "name": "Barite", "unit": "t"}
    assert "startMd" not in draft["status"]
    assert carry_forward({}, DEFINITIONS.newest("daily_drilling")) == {}


def test_an_inspection_remembers_when_the_last_one_was() -> None:
    draft = carry_forward(a_payload("equipment_inspection"), DEFINITIONS.newest("equipment_inspection"))
    assert draft["inspection"] == {"last": "2026-05-04"}
    assert draft["checklist"] == [{"id": "i1", "item": "Weld"}, {"id": "i2", "item": "Paint"}]
