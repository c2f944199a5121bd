"""Archives as tests need them: written through the product, and downloaded into a folder."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import httpx

from shared.app import App
from shared.archives.format import FILES
from shared.archives.model import ABANDONED, Archive, ArchiveImport, ImportRun
from shared.archives.parts import PartLimits
from shared.identity.actor import Actor
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.documents import put

SMALL = PartLimits(file_bytes=1000, item_bytes=20_000, files=5)


async def an_archive_begun(app: App, organisation_id: str) -> Archive:
    """As the service begins one, without the proof."""
    now = app.now()
    archive = Archive(
        id=new_id(),
        organisation_id=organisation_id,
        created_at=now,
        updated_at=now,
        created_by="test",
        organisation_name="Alpha Energy",
        blobs_due_at=now,
    )
    return await app.archives.exporting.begin(archive)


async def exported(
    app: App, organisation_id: str, *, limits: PartLimits = SMALL, between: Callable[[], Any] | None = None
) -> Archive:
    """Every delivery of one worked off; `between` is called after each, which is then one part."""
    archive = await an_archive_begun(app, organisation_id)
    exporting = replace(app.archives.exporting, limits=limits)
    while not archive.state.is_settled:
        with mock.patch("shared.kit.jobs.running.PAGES_A_TURN", 10 if between is None else 1):
            await exporting.run(exporting.job_of(organisation_id, archive.id))
        archive = await app.archives.exporting.runs.get(organisation_id, archive.id)
        if between is not None:
            await between()
    return archive


async def downloaded(app: App, archive: Archive, folder: Path) -> Path:
    """The manifest and all parts, by their names, as a browser stores them. The folder is there."""
    admin = Actor("test", archive.organisation_id, Role.ADMIN)
    async with httpx.AsyncClient(timeout=30) as browser:
        for number in range(archive.parts + 1):
            download = await app.archives.service.sign_download(admin, archive.id, number)
            answer = await browser.get(download.signed.url)
            assert answer.status_code == 200
            assert "attachment" in answer.headers["content-disposition"]
            (folder / download.name).write_bytes(answer.content)
    return folder


def manifest_of(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    return loaded


def lines_of(folder: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """By kind and id, the last that occurs of each; files by path."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for part in manifest_of(folder)["parts"]:
        with zipfile.ZipFile(folder / part["name"]) as archive:
            for one in part["items"]:
                lines = archive.read(f"items/{one['kind']}.jsonl").decode().splitlines()
                key = "path" if one["kind"] == FILES else "id"
                known = found.setdefault(one["kind"], {})
                known |= {line[key]: line for line in map(json.loads, lines)}
    return found


def files_of(folder: Path) -> dict[str, bytes]:
    """By path."""
    found: dict[str, bytes] = {}
    for part in manifest_of(folder)["parts"]:
        with zipfile.ZipFile(folder / part["name"]) as archive:
            found |= {name: archive.read(name) for name in archive.namelist() if name.startswith("files/")}
    return found


async def an_import_announced(app: App, actor: Actor, manifest: bytes) -> ArchiveImport:
    """As the service announces one, without the proof."""
    now = app.now()
    return await app.archives.imports.imports.create(
        ArchiveImport(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            manifest_size=len(manifest),
            manifest_sha256=hashlib.sha256(manifest).hexdigest(),
            blobs_due_at=now + ABANDONED,
        )
    )


async def an_import(app: App, actor: Actor, folder: Path) -> ArchiveImport:
    """Announced, with the manifest and all parts of the folder uploaded."""
    held = await an_import_announced(app, actor, (folder / "manifest.json").read_bytes())
    for number, file in enumerate(["manifest.json", *names_in(folder)]):
        upload = await app.archives.imports.sign_upload(actor, held.id, number)
        assert (await put(upload.signed.url, (folder / file).read_bytes())).status_code == 201
    return held


async def imported(app: App, actor: Actor, folder: Path, *, dry_run: bool = False) -> ImportRun:
    """Uploaded, and every delivery of it worked off."""
    held = await an_import(app, actor, folder)
    return await run_of(app, actor, held, dry_run=dry_run)


async def run_of(app: App, actor: Actor, held: ArchiveImport, *, dry_run: bool = False) -> ImportRun:
    _, run = await app.archives.imports.begin(actor, held.id, dry_run=dry_run)
    importing = app.archives.importing
    while not run.state.is_settled:
        await importing.run(importing.job_of(run.organisation_id, run.id))
        run = await importing.runs.get(run.organisation_id, run.id)
    return run


def names_in(folder: Path) -> list[str]:
    """Of the parts that are there."""
    return sorted(one.name for one in folder.glob("part-*.zip"))
