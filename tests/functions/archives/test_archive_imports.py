"""An archive restored over HTTP: announced with a proof, uploaded in blocks that resume, tried out, run."""

import hashlib
from pathlib import Path

import httpx

from shared.app import App
from shared.archives.parts import PartLimits
from tests.api_client import ApiClient
from tests.archives import downloaded, exported
from tests.conftest import Clock
from tests.documents import a_pdf, a_verified, as_person, put, put_blocks
from tests.people import PASSWORD, Person, an_admin


async def an_archive(app: App, clock: Clock, folder: Path) -> Person:
    """Of an organisation with one document, in the folder."""
    owner = await an_admin(app)
    await a_verified(app, owner.actor, a_pdf(mark="1"))
    clock.advance(hours=1)
    await downloaded(app, await exported(app, owner.organisation_id, limits=PartLimits()), folder)
    return owner


async def announced(caller: ApiClient, folder: Path) -> str:
    manifest = (folder / "manifest.json").read_bytes()
    facts = {"manifestSizeBytes": len(manifest), "manifestSha256": hashlib.sha256(manifest).hexdigest()}
    answer = await caller.post("v1/archive-imports", {**facts, "password": PASSWORD})
    assert answer.status == 201
    assert answer.headers["Location"] == f"/api/v1/archive-imports/{answer.json['id']}"
    return str(answer.json["id"])


async def test_nobody_restores_anything_without_proving_who_they_are(client: ApiClient, app: App) -> None:
    caller = as_person(client, app, await an_admin(app))
    facts = {"manifestSizeBytes": 10, "manifestSha256": "0" * 64}
    refused = await caller.post("v1/archive-imports", {**facts, "password": "not it at all"})
    assert (refused.status, refused.code) == (422, "proof_wrong")
    assert (
        await caller.post("v1/archive-imports", {**facts, "manifestSha256": "x", "password": PASSWORD})
    ).status == 422
    assert (await caller.get("v1/archive-imports")).json["items"] == []


async def test_an_archive_is_uploaded_tried_out_and_restored(
    client: ApiClient, app: App, clock: Clock, tmp_path: Path
) -> None:
    await an_archive(app, clock, tmp_path)
    target = await an_admin(app, "Omega Offshore")
    caller = as_person(client, app, target)
    import_id = await announced(caller, tmp_path)
    path = f"v1/archive-imports/{import_id}"
    early = await caller.post(f"{path}/run", {"dryRun": True})
    assert (early.status, early.code) == (409, "manifest_missing")
    manifest = (await caller.post(f"{path}/upload-url?part=0")).json
    assert (await put(manifest["url"], (tmp_path / "manifest.json").read_bytes())).status_code == 201
    assert (await put(manifest["url"], b"another")).status_code == 403  # it is put once
    content = (tmp_path / "part-00001.zip").read_bytes()
    first = (await caller.post(f"{path}/upload-url?part=1")).json
    async with httpx.AsyncClient() as browser:
        block = await browser.put(f"{first['url']}&comp=block&blockid=YmxvY2stMDAwMDAw", content=content[:100])
    assert block.status_code == 201
    standing = (await caller.post(f"{path}/upload-url?part=1")).json
    assert standing["blocks"] == [{"id": "YmxvY2stMDAwMDAw", "sizeBytes": 100}]
    assert standing["wholeBytes"] is None
    assert (await put_blocks(standing["url"], [content[:100], content[100:]])).status_code == 201
    assert (await caller.post(f"{path}/upload-url?part=1")).json["wholeBytes"] == len(content)
    for dry_run in (True, False):
        begun = await caller.post(f"{path}/run", {"dryRun": dry_run})
        assert (begun.status, begun.json["run"]["state"]) == (202, "queued")
        twice = await caller.post(f"{path}/run", {"dryRun": dry_run})
        assert (twice.status, twice.code) == (409, "import_under_way")
        held, run = await app.archives.imports.get(target.actor, import_id)
        assert run is not None
        await app.archives.importing.run(app.archives.importing.job_of(held.organisation_id, run.id))
        read = (await caller.get(path)).json["run"]
        assert (read["state"], read["percent"], read["dryRun"]) == ("finished", 100, dry_run)
        assert len((await caller.get("v1/documents")).json["items"]) == (0 if dry_run else 1)
    again = await caller.post(f"{path}/run", {"dryRun": False})
    assert (again.status, again.code) == (409, "organisation_not_empty")
    assert (await caller.post(f"{path}/cancel")).json["run"]["state"] == "finished"
    (row,) = (await caller.get("v1/archive-imports")).json["items"]
    assert (row["id"], row["begun"]) == (import_id, True)


async def test_what_was_uploaded_goes_after_a_month(client: ApiClient, app: App, clock: Clock, tmp_path: Path) -> None:
    owner = await an_archive(app, clock, tmp_path)
    caller = as_person(client, app, owner)
    import_id = await announced(caller, tmp_path)
    url = (await caller.post(f"v1/archive-imports/{import_id}/upload-url")).json["url"]
    assert (await put(url, (tmp_path / "manifest.json").read_bytes())).status_code == 201
    clock.advance(days=31)
    await app.archives.expiring.run()
    caller = as_person(client, app, owner)
    refused = await caller.post(f"v1/archive-imports/{import_id}/upload-url")
    assert (refused.status, refused.code) == (409, "import_expired")
    assert (await caller.get(f"v1/archive-imports/{import_id}")).json["expiresAt"] is None
    assert await app.blobs.names("archives", f"imports/{owner.organisation_id}/") == []
