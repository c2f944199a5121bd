"""GET /documents/reviews: what waits for my decision, the most urgent first."""

from datetime import timedelta

from shared.app import App
from shared.documents.drafts import DocumentChange
from shared.identity.permissions import Role
from tests.api_client import ApiClient
from tests.documents import a_pdf, a_verified, as_person
from tests.people import Person, a_colleague, a_site, counted_requests
from tests.reviewing import Desk, a_desk


async def another(desk: Desk, title: str, *, site_id: str | None = None) -> Desk:
    """A further document of the same type on the same desk."""
    app, admin = desk.app, desk.admin
    made = await a_verified(app, admin.actor, a_pdf(mark=title), title=title, site_id=site_id)
    first = await app.documents.service.get(admin.actor, desk.document.id)
    typed = await app.documents.service.change(
        admin.actor, made.id, DocumentChange({"type_id": first.type_id}), made.etag
    )
    return Desk(
        desk.client,
        app,
        admin,
        desk.ann,
        desk.bob,
        await a_verified(app, admin.actor, a_pdf(mark=f"{title} 2"), onto=typed),
    )


async def tasks(desk: Desk, who: Person, query: str = "") -> list[str]:
    page = await as_person(desk.client, desk.app, who).get(f"v1/documents/reviews{query}")
    assert page.status == 200
    return [f"{row['title']} {row['revision']}" for row in page.json["items"]]


async def test_by_due_date_and_only_what_waits_for_me(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    late, soon = await another(desk, "Late"), await another(desk, "Soon")
    await desk.begin(desk.ann, desk.bob)
    await late.begin(desk.ann, number=2, due=app.now() + timedelta(days=5))
    await soon.begin(desk.ann, number=2, due=app.now() + timedelta(days=1))
    assert await tasks(desk, desk.ann) == ["Soon 2", "Late 2", "report.pdf 1"]
    assert await tasks(desk, desk.bob) == ["report.pdf 1"]
    assert await tasks(desk, desk.admin) == []
    assert (await soon.decide(desk.ann, number=2)).status == 200
    assert await tasks(desk, desk.ann) == ["Late 2", "report.pdf 1"]
    await late.withdraw(2)
    assert (await desk.decide(desk.bob, "request_changes", comment="No.")).status == 200
    assert await tasks(desk, desk.ann) == []


async def test_pages_and_what_a_task_says(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    for number in range(3):
        further = await another(desk, f"D{number}")
        await further.begin(desk.ann, number=2, due=app.now() + timedelta(days=3 - number))
    caller = as_person(client, app, desk.ann)
    page = (await caller.get("v1/documents/reviews?limit=2")).json
    assert [row["title"] for row in page["items"]] == ["D2", "D1"]
    rest = (await caller.get(f"v1/documents/reviews?limit=2&cursor={page['nextCursor']}")).json
    assert ([row["title"] for row in rest["items"]], rest["nextCursor"]) == (["D0"], None)
    row = rest["items"][0]
    assert (row["begunBy"], row["fileName"], row["number"] is not None) == (desk.admin.id, "report.pdf", True)


async def test_scope_trash_and_a_waived_need(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    here, there = await a_site(app, desk.admin), await a_site(app, desk.admin, "Gullfaks")
    scoped = await a_colleague(app, desk.admin, Role.ENGINEER, site_ids=(here.id,))
    placed = await another(desk, "Placed", site_id=here.id)
    assert (await placed.begin(scoped, number=2)).status == 200
    assert (await desk.begin(scoped)).status == 200
    assert await tasks(desk, scoped) == ["report.pdf 1", "Placed 2"]
    service = app.documents.service
    moved = await service.get(desk.admin.actor, placed.document.id)
    await service.change(desk.admin.actor, moved.id, DocumentChange({"site_id": there.id}), moved.etag)
    assert await tasks(desk, scoped) == ["report.pdf 1"]
    waived = await service.get(desk.admin.actor, desk.document.id)
    waived = await service.change(desk.admin.actor, waived.id, DocumentChange({"type_id": None}), waived.etag)
    assert await tasks(desk, scoped) == []


async def test_it_costs_two_requests(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    with counted_requests() as requests:
        assert await tasks(desk, desk.ann) == []
    assert requests == ["POST documents"]
    await desk.begin(desk.ann)
    with counted_requests() as requests:
        assert await tasks(desk, desk.ann) == ["report.pdf 1"]
    assert requests == ["POST documents"] * 2
