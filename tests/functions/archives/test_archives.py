"""Archives over HTTP: asked for with a proof, followed, downloaded."""

import httpx

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.query import Query
from tests.api_client import ApiClient
from tests.archives import exported
from tests.documents import as_person
from tests.people import PASSWORD, a_colleague, a_site, an_admin

EVERYTHING = Query("SELECT * FROM c")


async def test_nobody_archives_the_organisation_without_proving_who_they_are(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller = as_person(client, app, admin)
    wrong = await caller.post("v1/archives", {"password": "not it at all"})
    assert (wrong.status, wrong.code, wrong.fields) == (422, "proof_wrong", {"password"})
    neither = await caller.post("v1/archives", {})
    assert neither.status == 422
    assert (await caller.get("v1/archives")).json["items"] == []


async def test_an_archive_is_followed_and_downloaded(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller = as_person(client, app, admin)
    begun = await caller.post("v1/archives", {"password": PASSWORD})
    assert begun.status == 202
    assert begun.headers["Location"] == f"/api/v1/archives/{begun.json['id']}"
    twice = await caller.post("v1/archives", {"password": PASSWORD})
    assert (twice.status, twice.code) == (409, "archive_under_way")
    early = await caller.post(f"v1/archives/{begun.json['id']}/download-url")
    assert (early.status, early.code) == (409, "archive_not_ready")
    exporting = app.archives.exporting
    await exporting.run(exporting.job_of(admin.organisation_id, begun.json["id"]))
    read = (await caller.get(f"v1/archives/{begun.json['id']}")).json
    assert (read["state"], read["percent"], read["parts"]) == ("finished", 100, 1)
    assert read["counts"]["user"] == 1 and read["expiresAt"] is not None
    for part, name in ((0, "manifest.json"), (1, "part-00001.zip")):
        signed = await caller.post(f"v1/archives/{begun.json['id']}/download-url?part={part}")
        assert (signed.status, signed.json["fileName"]) == (200, name)
        async with httpx.AsyncClient() as browser:
            answer = await browser.get(signed.json["url"])
        assert len(answer.content) == signed.json["sizeBytes"]
        assert answer.headers["content-disposition"].startswith("attachment")
    beyond = await caller.post(f"v1/archives/{begun.json['id']}/download-url?part=2")
    assert (beyond.status, beyond.code) == (409, "archive_not_ready")
    cancelled = await caller.post(f"v1/archives/{begun.json['id']}/cancel")
    assert cancelled.json["state"] == "finished"


async def test_every_download_is_on_record(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    archive = await exported(app, admin.organisation_id)
    await as_person(client, app, admin).post(f"v1/archives/{archive.id}/download-url?part=1")
    items = [item async for item in app.archives.exporting.runs.container.stream(EVERYTHING, admin.organisation_id)]
    (found,) = [item for item in items if item["kind"] == "activity" and item["type"] == "archive.downloaded"]
    assert (found["createdBy"], found["subjectId"], found["data"]) == (admin.id, archive.id, {"part": 1})


async def test_an_admin_of_some_sites_archives_nothing(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    site = await a_site(app, admin)
    limited = await a_colleague(app, admin, Role.ADMIN, site_ids=(site.id,))
    refused = await as_person(client, app, limited).post("v1/archives", {"password": PASSWORD})
    assert (refused.status, refused.code) == (403, "forbidden")
