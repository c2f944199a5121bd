"""GET /analytics/..., and rebuilding."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from shared.analytics import repository
from shared.app import App
from shared.identity.permissions import Role
from shared.reports.model import ReportState
from shared.sites.model import Site
from tests.analytics import a_submitted, logged, produced, shown
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import as_person
from tests.due_reports import a_stored_plan
from tests.people import Person, a_colleague, a_member, a_site, counted_requests

SPAN = "from=2026-05-03&to=2026-05-05"
DAY = "2026-05-04"


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 5, 5, 5, tzinfo=UTC))


async def a_place(app: App) -> tuple[Person, Site]:
    admin = await a_member(app, Role.ADMIN)
    return admin, await a_site(app, admin)


async def two_wells(app: App, admin: Person, site: Site) -> None:
    one = produced(oil=(100, "bbl"), gas=(2, "Mscf"), water=None)
    other = produced(oil=(50.5, "Sm3"), gas=None, water=(7, "Sm3"), waterInjected=(0, "Sm3"))
    first = await a_submitted(app, admin, site, DAY, one, "F-1")
    second = await a_submitted(app, admin, site, DAY, other, "F-2", state=ReportState.APPROVED)
    later = await a_submitted(app, admin, site, "2026-05-05", produced(oil=None, gas=None), "F-1")
    await shown(app, first, second, later)


async def test_production_by_day_knows_null_from_zero(client: ApiClient, app: App) -> None:
    admin, site = await a_place(app)
    await two_wells(app, admin, site)
    caller = as_person(client, app, admin)
    with counted_requests() as made:
        answer = await caller.get(f"v1/analytics/production?{SPAN}&siteId={site.id}")
    assert made == ["POST analytics"]
    empty, full, unmeasured = answer.json["days"]
    assert (empty["day"], empty["reports"], empty["oil"]) == ("2026-05-03", 0, {"value": None, "basedOn": 0})
    assert full["oil"] == {"value": pytest.approx(100 * 0.158987294928 + 50.5, rel=1e-12), "basedOn": 2}
    assert full["gas"] == {"value": pytest.approx(2000 / 35.383, rel=1e-4), "basedOn": 1}
    assert full["water"] == {"value": 7.0, "basedOn": 1}
    assert full["waterInjected"] == {"value": 0.0, "basedOn": 1}
    assert full["gasInjected"] == {"value": None, "basedOn": 0}
    assert (unmeasured["reports"], unmeasured["oil"]) == (1, {"value": None, "basedOn": 0})
    assert (answer.json["total"]["reports"], answer.json["total"]["oil"]["basedOn"]) == (3, 2)
    assert full["hoursOnStream"] == {"value": 45.0, "basedOn": 2}


async def test_the_caller_chooses_units_a_well_and_what_is_approved(client: ApiClient, app: App) -> None:
    admin, site = await a_place(app)
    await two_wells(app, admin, site)
    caller = as_person(client, app, admin)

    async def total(query: str) -> dict[str, Any]:
        answer = await caller.get(f"v1/analytics/production?{SPAN}{query}")
        assert answer.status == 200
        return dict(answer.json["total"])

    in_field_units = await total("&well= f-1 &liquidUnit=bbl&gasUnit=Mscf")
    assert in_field_units["oil"] == {"value": pytest.approx(100, rel=1e-12), "basedOn": 1}
    assert in_field_units["gas"] == {"value": pytest.approx(2, rel=1e-12), "basedOn": 1}
    approved = await total("&approvedOnly=true")
    assert (approved["reports"], approved["oil"]) == (1, {"value": 50.5, "basedOn": 1})
    assert (await total("&well=F-9"))["oil"] == {"value": None, "basedOn": 0}


async def test_non_productive_time_comes_from_the_code(client: ApiClient, app: App) -> None:
    admin, site = await a_place(app)
    whole = logged(
        ("drilling -- drill", "00:00", "08:00"), ("interruption -- repair", "08:00", "10:30"), (None, "10:30", "12:00")
    )
    torn = logged(("drilling -- drill", "00:00", "08:00"), ("interruption -- wait", "08:00", None))
    reports = [
        await a_submitted(app, admin, site, DAY, whole, "A", type="daily_drilling"),
        await a_submitted(app, admin, site, DAY, torn, "B", type="daily_drilling"),
        await a_submitted(app, admin, site, "2026-05-05", logged(), "A", type="daily_drilling"),
    ]
    await shown(app, *reports)
    caller = as_person(client, app, admin)
    lost = (await caller.get(f"v1/analytics/non-productive-time?{SPAN}")).json
    assert [day["nonProductiveHours"] for day in lost["days"]] == [
        {"value": None, "basedOn": 0},
        {"value": 2.5, "basedOn": 1},
        {"value": None, "basedOn": 0},
    ]
    assert (lost["total"]["reports"], lost["total"]["loggedHours"]["value"]) == (3, 12.0)
    assert lost["total"]["share"] == pytest.approx(2.5 / 12)
    times = (await caller.get(f"v1/analytics/activity-time?{SPAN}")).json
    assert [(one["code"], one["hours"], one["reports"], one["unknownRows"]) for one in times["codes"]] == [
        ("drilling -- drill", 16.0, 2, 0),
        ("interruption -- repair", 2.5, 1, 0),
        ("", 1.5, 1, 0),
        ("interruption -- wait", None, 1, 1),
    ]
    assert sum(one["share"] or 0 for one in times["codes"]) == pytest.approx(1)


async def test_punctuality_of_what_is_owed(client: ApiClient, app: App, clock: Clock) -> None:
    admin, site = await a_place(app)
    await a_stored_plan(app, admin, site, valid_from=date(2026, 5, 3))
    due = datetime(2026, 5, 4, 4, 30, tzinfo=UTC)
    for subject, day, submitted in (
        ("F-1", "2026-05-03", due),
        ("F-12", "2026-05-03", due + timedelta(minutes=1)),
        ("F-1", "2026-05-04", due + timedelta(hours=20)),
    ):
        facts = {"first_submitted_at": submitted}
        await shown(app, await a_submitted(app, admin, site, day, produced(oil=None), subject, **facts))
    caller = as_person(client, app, admin)
    with counted_requests() as made:
        found = (await caller.get(f"v1/analytics/punctuality?{SPAN}")).json
    assert made == ["POST directory", "POST analytics"]
    names = ("owed", "inTime", "late", "missing", "pending")
    assert [tuple(day[name] for name in names) for day in found["days"]] == [
        (2, 1, 1, 0, 0),
        (2, 1, 0, 1, 0),
        (2, 0, 0, 0, 2),
    ]
    (place,) = found["sites"]
    assert tuple(place[name] for name in names) == (6, 2, 1, 1, 2)
    other = (await caller.get(f"v1/analytics/punctuality?{SPAN}&type=daily_drilling")).json
    assert (other["sites"], [day["owed"] for day in other["days"]]) == ([], [0, 0, 0])


async def test_reviews_that_wait(client: ApiClient, app: App, clock: Clock) -> None:
    admin, site = await a_place(app)
    for subject, state, days in (
        ("A", ReportState.SUBMITTED, 8),
        ("B", ReportState.IN_REVIEW, 2),
        ("C", ReportState.APPROVED, 9),
        ("D", ReportState.CHANGES_REQUESTED, 9),
    ):
        facts = {"state": state, "submitted_at": clock.now - timedelta(days=days)}
        await shown(app, await a_submitted(app, admin, site, DAY, produced(oil=None), subject, **facts))
    found = (await as_person(client, app, admin).get("v1/analytics/open-reviews")).json
    assert found == {
        "waiting": 2,
        "sites": [
            {
                "siteId": site.id,
                "type": "daily_production",
                "waiting": 2,
                "inReview": 1,
                "since": "2026-04-27T05:00:00.000Z",
                "overOneDay": 2,
                "overThreeDays": 1,
                "overSevenDays": 1,
            }
        ],
    }


@pytest.mark.parametrize(
    "figures", ["production", "non-productive-time", "activity-time", "punctuality", "open-reviews"]
)
async def test_nobody_sees_figures_of_other_sites(client: ApiClient, app: App, figures: str) -> None:
    admin, site = await a_place(app)
    await two_wells(app, admin, site)
    await a_stored_plan(app, admin, site)
    other = await a_site(app, admin, "Gullfaks")
    limited = as_person(client, app, await a_colleague(app, admin, Role.VIEWER, site_ids=(other.id,)))
    span = "" if figures == "open-reviews" else f"{SPAN}&"
    for query in (f"{span}siteId={site.id}", span):
        answer = await limited.get(f"v1/analytics/{figures}?{query}".rstrip("&?"))
        assert answer.status == 200
        found = answer.content.decode()
        assert site.id not in found
        assert not any(f'"{name}":{count}' in found for name in ("reports", "waiting", "owed") for count in range(1, 9))


@pytest.mark.parametrize(
    "query",
    [
        "from=2026-05-01",
        "from=2026-05-02&to=2026-05-01",
        "from=2026-01-01&to=2026-04-04",
        "from=a&to=b",
        "from=9999-12-31&to=9999-12-31",
        "from=0001-01-01&to=0001-01-01",
    ],
)
async def test_spans_are_bounded(client: ApiClient, app: App, query: str) -> None:
    caller = as_person(client, app, await a_member(app, Role.VIEWER))
    for figures in ("production", "non-productive-time", "activity-time", "punctuality"):
        assert (await caller.get(f"v1/analytics/{figures}?{query}")).status == 422


async def test_sums_are_of_all_however_many_there_are(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repository, "ROWS", 2)
    admin, site = await a_place(app)
    days = [f"2026-04-{day:02}" for day in range(1, 8)]
    reports = [await a_submitted(app, admin, site, day, produced(oil=(10, "Sm3")), "F-1") for day in days]
    await shown(app, *reports)
    caller = as_person(client, app, admin)
    total = (await caller.get("v1/analytics/production?from=2026-04-01&to=2026-04-30")).json["total"]
    assert (total["reports"], total["oil"]) == (7, {"value": 70.0, "basedOn": 7})
    others = [await a_submitted(app, admin, site, "2026-04-01", produced(oil=(10, "Sm3")), f"G-{n}") for n in range(4)]
    assert others
    await app.analytics.keeping.rebuild_day(admin.organisation_id, "2026-04-01")
    total = (await caller.get("v1/analytics/production?from=2026-04-01&to=2026-04-30")).json["total"]
    assert total["oil"] == {"value": 110.0, "basedOn": 11}


async def test_a_year_of_one_site(client: ApiClient, app: App) -> None:
    admin, site = await a_place(app)
    caller = as_person(client, app, admin)
    answer = await caller.get(f"v1/analytics/production?from=2026-01-01&to=2026-12-31&siteId={site.id}")
    assert (answer.status, len(answer.json["days"])) == (200, 365)
    assert (await caller.get("v1/analytics/production?from=2026-01-01&to=2026-12-31")).status == 422


async def test_a_rebuild_is_watched(client: ApiClient, app: App) -> None:
    admin, site = await a_place(app)
    await two_wells(app, admin, site)
    caller = as_person(client, app, admin)
    begun = await caller.post("v1/analytics/rebuilds")
    assert (begun.status, begun.json["state"], begun.json["percent"]) == (202, "queued", None)
    one = f"v1/analytics/rebuilds/{begun.json['id']}"
    await app.analytics.rebuilding.run(app.analytics.rebuilding.job_of(admin.organisation_id, begun.json["id"]))
    ended = (await caller.get(one)).json
    assert (ended["state"], ended["reports"], ended["total"], ended["percent"]) == ("finished", 3, 3, 100)
    assert (await caller.get("v1/analytics/rebuilds")).json["items"] == [ended]
    assert (await caller.post(f"{one}/cancel")).json == ended
    limited = await a_colleague(app, admin, Role.ADMIN, site_ids=(site.id,))
    assert (await as_person(client, app, limited).post("v1/analytics/rebuilds")).code == "forbidden"
