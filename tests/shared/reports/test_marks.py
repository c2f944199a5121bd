"""Which addresses a reviewer can mark."""

import pytest

from shared.errors import Invalid
from shared.reports.definitions import DEFINITIONS
from shared.reports.marks import check_marks
from shared.reports.model import Mark
from tests.reports import a_payload

DRILLING = DEFINITIONS.get("daily_drilling", 1)


def marks(*addresses: str) -> list[Mark]:
    return [Mark(address=address, comment="?") for address in addresses]


@pytest.mark.parametrize("address", ["/header", "/header/well", "/timeLog", "/timeLog/id:r1", "/timeLog/id:r1/endMd"])
def test_sections_rows_and_fields_can_be_marked(address: str) -> None:
    check_marks(DRILLING, a_payload("daily_drilling"), marks(address))


@pytest.mark.parametrize(
    "address",
    [
        "", "/", "/nowhere", "/header/colour", "/header/well/value", "/timeLog/0", "/timeLog/*", "/timeLog/id:zz", "/timeLog/id:",
        "/header/id:r1", "/timeLog/id:r1/colour", "/timeLog/id:r1/endMd/value", "timeLog", "/bits/id:r1~1x",
    ],
)  # fmt: skip
def test_nothing_else_can(address: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_marks(DRILLING, a_payload("daily_drilling"), marks("/header", address))
    assert [fault.field for fault in refused.value.fields] == ["marks[1].address"]


def test_what_is_missing_can_be_marked_but_not_a_row_of_it() -> None:
    check_marks(DRILLING, {}, marks("/header/well", "/timeLog"))
    with pytest.raises(Invalid):
        check_marks(DRILLING, {"timeLog": None}, marks("/timeLog/id:r1/remark"))
