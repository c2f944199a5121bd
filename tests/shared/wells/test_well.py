"""Roles of a well by date, and names that are the same."""

from datetime import date

import pytest

from shared.app import App
from shared.wells.model import DatedRole, WellRole, in_order, name_key
from tests.people import a_site, an_admin, counted_requests
from tests.wells import INJECTOR, PRODUCER, a_well


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2014, 2, 11), None),
        (date(2014, 2, 12), WellRole.PRODUCER),
        (date(2016, 3, 31), WellRole.PRODUCER),
        (date(2016, 4, 1), WellRole.INJECTOR),
        (date(2026, 1, 1), WellRole.INJECTOR),
    ],
)
async def test_a_role_holds_until_the_next_one(app: App, day: date, expected: WellRole | None) -> None:
    admin = await an_admin(app)
    site = await a_site(app, admin)
    well = await a_well(app, admin, site.id, roles=(PRODUCER, INJECTOR))
    assert well.role_on(day) is expected
    with counted_requests() as made:
        assert await app.wells.role_on(admin.organisation_id, site.id, f" {well.name.upper()} ", day) is expected
    assert made == ["POST directory"]


async def test_the_role_of_a_well_elsewhere_or_of_none_is_not_known(app: App) -> None:
    admin, stranger = await an_admin(app), await an_admin(app)
    site, other = await a_site(app, admin), await a_site(app, admin)
    well, day = await a_well(app, admin, site.id), date(2020, 1, 1)
    assert await app.wells.role_on(admin.organisation_id, other.id, well.name, day) is None
    assert await app.wells.role_on(admin.organisation_id, site.id, "no such well", day) is None
    assert await app.wells.role_on(stranger.organisation_id, site.id, well.name, day) is None


def test_roles_are_in_the_order_of_their_dates() -> None:
    same_day = DatedRole(from_=PRODUCER.from_, role=WellRole.INJECTOR)
    assert in_order([])
    assert in_order([PRODUCER, INJECTOR])
    assert not in_order([INJECTOR, PRODUCER])
    assert not in_order([PRODUCER, same_day])


def test_names_that_differ_in_case_or_space_are_the_same() -> None:
    assert name_key(" 15/9-f  12 ") == name_key("15/9-F 12") != name_key("15/9-F12")
