"""From what a device submits through the API to the board and the figures, as the change feed shows it."""

from datetime import UTC, datetime

import pytest

from shared.app import App
from shared.kit.ids import new_id
from shared.kit.query import Query
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import as_person
from tests.due_reports import a_stored_plan
from tests.field_reports import DAY, a_rig, a_submit, an_edit, put, submit

FIRST_OIL = 2610.5  # barrels of the correct report of the tests


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 5, 5, 4, 5, tzinfo=UTC))  # the day has just ended, its reports are not due yet


async def fed(app: App, organisation_id: str) -> None:
    """Everything the container holds, as the change feed would show it from its beginning."""
    items = await app.database.container("reports").query(Query("SELECT * FROM c"), organisation_id, limit=1000)
    await app.analytics.keeping.follow(items)


async def test_what_a_device_submits_is_on_the_board_and_in_the_figures(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, edit = new_id(), an_edit(site)
    well = edit["payload"]["header"]["well"]
    await a_stored_plan(app, admin, site, subjects=(well.lower(), "F-99"))
    caller = as_person(client, app, admin)
    span = f"from={DAY}&to={DAY}&siteId={site.id}"

    async def board() -> list[tuple[str, str | None]]:
        rows = (await caller.get(f"v1/due-reports?{span}")).json["items"]
        return [(row["state"], row["reportId"]) for row in rows]

    async def oil() -> dict[str, float | None]:
        await fed(app, admin.organisation_id)
        answer = await caller.get(f"v1/analytics/production?{span}&liquidUnit=bbl")
        return dict(answer.json["total"]["oil"])

    assert await board() == [("expected", None), ("expected", None)]
    await put(rig, report_id, edit)
    assert (await board())[1] == ("draft", report_id)
    assert await oil() == {"value": None, "basedOn": 0}
    assert (await submit(rig, report_id, 1, a_submit(report_id, 1, edit))).status == 201
    assert (await board())[1] == ("submitted", report_id)
    assert await oil() == {"value": pytest.approx(FIRST_OIL, rel=1e-12), "basedOn": 1}
    assert (await caller.get("v1/analytics/open-reviews")).json["waiting"] == 1
