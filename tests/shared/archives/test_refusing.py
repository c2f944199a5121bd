"""What is not exactly an archive of ours is refused, and nothing of it is written to the organisation."""

import hashlib
import io
import json
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.verify_archive import verify
from shared.app import App
from shared.archives.errors import OrganisationNotEmpty
from shared.identity.permissions import Role
from shared.kit.jobs.runs import RunState
from shared.kit.query import Query
from tests.archives import downloaded, exported, imported, manifest_of
from tests.conftest import Clock
from tests.documents import a_pdf, a_verified, items_of
from tests.holds import a_hold
from tests.people import Person, a_member, a_site

_ALL = Query("SELECT * FROM c ORDER BY c.id")
DOCUMENT = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
async def archive(app: App, clock: Clock, kept: Path, tmp_path: Path) -> Path:
    """Made once, copied for each test."""
    if not (kept / "manifest.json").exists():
        owner = await a_member(app, Role.ADMIN)
        site = await a_site(app, owner)
        document = await a_verified(app, owner.actor, a_pdf(700, mark="1"), site_id=site.id)
        await a_verified(app, owner.actor, a_pdf(700, mark="2"), onto=document)
        await a_hold(app, owner, document)
        clock.advance(hours=1)
        await downloaded(app, await exported(app, owner.organisation_id), kept)
    return Path(shutil.copytree(kept, tmp_path / "archive"))


def rewritten(folder: Path, change: Callable[[dict[str, bytes]], None], number: int = 1) -> None:
    """The entries of a part changed and packed anew, with every hash in the manifest as it then is: made by somebody who knows how."""
    manifest = manifest_of(folder)
    part = manifest["parts"][number - 1]
    path = folder / part["name"]
    with zipfile.ZipFile(path) as known:
        entries = {name: known.read(name) for name in known.namelist()}
    change(entries)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, content in entries.items():
            method = zipfile.ZIP_DEFLATED if name.startswith("items/") else zipfile.ZIP_STORED
            packed.writestr(zipfile.ZipInfo(name), content, method)
    path.write_bytes(stream.getvalue())
    for one in part["items"]:
        lines = entries.get(f"items/{one['kind']}.jsonl", b"")
        one |= {"count": lines.count(b"\n"), "sizeBytes": len(lines), "sha256": hashlib.sha256(lines).hexdigest()}
    counts: dict[str, int] = {}
    for one in (one for other in manifest["parts"] for one in other["items"]):
        counts[one["kind"]] = counts.get(one["kind"], 0) + one["count"]
    sealed(folder, {**manifest, "counts": counts})


def sealed(folder: Path, manifest: dict[str, Any]) -> None:
    """The manifest with the sizes and hashes of the parts as they are."""
    for part in manifest["parts"]:
        if (folder / part["name"]).exists():
            content = (folder / part["name"]).read_bytes()
            part |= {"sizeBytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    (folder / "manifest.json").write_text(json.dumps(manifest))


def edited(name: str, change: Callable[[dict[str, Any]], Any]) -> Callable[[dict[str, bytes]], None]:
    """Every line of an items file."""

    def edit(entries: dict[str, bytes]) -> None:
        path = f"items/{name}.jsonl"
        lines = [json.loads(line) for line in entries[path].splitlines()]
        for line in lines:
            change(line)
        entries[path] = b"".join(json.dumps(line).encode() + b"\n" for line in lines)

    return edit


async def refused(app: App, folder: Path) -> tuple[str | None, str]:
    """The code and where; nothing was written."""
    target = await a_member(app, Role.ADMIN)
    before = await everything(app, target)
    run = await imported(app, target.actor, folder)
    assert run.state is RunState.FAILED
    assert await everything(app, target) == before
    assert await app.blobs.names("library", f"{target.organisation_id}/") == []
    assert await app.blobs.names("quarantine", f"{target.organisation_id}/") == []
    return run.failure, run.failed_at


async def everything(app: App, owner: Person) -> list[str]:
    directory = app.database.container("directory")
    stored = [item["id"] async for item in directory.stream(_ALL, owner.organisation_id)]
    return [*(item["id"] for item in await items_of(app, owner.organisation_id)), *stored]


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def data_of(path: Path, name: str) -> int:
    """Where the bytes of an entry are."""
    with zipfile.ZipFile(path) as archive:
        offset = archive.getinfo(name).header_offset
    content = path.read_bytes()
    length, extra = struct.unpack_from("<HH", content, offset + 26)
    return int(offset + 30 + length + extra)


async def test_a_bit_that_flipped_in_any_kind_of_entry(app: App, archive: Path) -> None:
    """Found by the hash of the part; by those of entries if somebody made that one anew. The script that stands alone finds them too."""
    seen: set[str] = set()
    for part in manifest_of(archive)["parts"]:
        path = archive / part["name"]
        whole = path.read_bytes()
        with zipfile.ZipFile(path) as known:
            names = known.namelist()
        for name in names:
            kind = name.partition("/")[0] + name.rpartition("/")[2][:8] * name.startswith("items/")
            if kind in seen:
                continue
            seen.add(kind)
            flip(path, data_of(path, name) + 5)
            assert list(verify(archive)), name
            if len(seen) < 4:
                assert (await refused(app, archive))[0] == "part_changed"
            path.write_bytes(whole)
    assert len(seen) > 8
    assert list(verify(archive)) == []


async def test_flipped_bits_under_hashes_made_anew(app: App, archive: Path) -> None:
    path = archive / "part-00001.zip"
    with zipfile.ZipFile(path) as known:
        file = next(name for name in known.namelist() if name.startswith("files/"))
    flip(path, data_of(path, file) + 5)
    sealed(archive, manifest_of(archive))
    assert await refused(app, archive) == ("part_unreadable", "BadZipFile")
    assert list(verify(archive))


async def test_a_part_that_is_missing(app: App, archive: Path) -> None:
    last = manifest_of(archive)["parts"][-1]["name"]
    (archive / last).unlink()
    assert await refused(app, archive) == ("part_missing", last)
    assert list(verify(archive))


async def test_a_part_of_another_archive(app: App, clock: Clock, archive: Path, tmp_path: Path) -> None:
    owner = await a_member(app, Role.ADMIN)
    await a_verified(app, owner.actor, a_pdf(700, mark="other"))
    clock.advance(hours=1)
    other = tmp_path / "other"
    other.mkdir()
    await downloaded(app, await exported(app, owner.organisation_id), other)
    shutil.copy(other / "part-00001.zip", archive / "part-00001.zip")
    assert await refused(app, archive) == ("part_changed", "part-00001.zip")


async def test_a_part_that_is_cut_off(app: App, archive: Path) -> None:
    path = archive / "part-00001.zip"
    path.write_bytes(path.read_bytes()[:-30])
    assert await refused(app, archive) == ("part_changed", "part-00001.zip")
    sealed(archive, manifest_of(archive))
    assert (await refused(app, archive))[0] == "part_unreadable"


async def test_a_bomb(app: App, archive: Path) -> None:
    def bomb(entries: dict[str, bytes]) -> None:
        entries["items/document.jsonl"] = b" " * 20_000_000 + b"\n"

    rewritten(archive, bomb)
    manifest = manifest_of(archive)
    for one in manifest["parts"][0]["items"]:
        one["sizeBytes"] = min(one["sizeBytes"], 1000)
    sealed(archive, manifest)
    assert await refused(app, archive) == ("archive_bomb", "items/document.jsonl")


async def test_a_directory_of_files_without_end(app: App, archive: Path) -> None:
    """Promised by the end record: it is not even read."""
    path = archive / "part-00001.zip"
    content = bytearray(path.read_bytes())
    struct.pack_into("<H", content, len(content) - 12, 60_000)
    path.write_bytes(content)
    sealed(archive, manifest_of(archive))
    assert await refused(app, archive) == ("archive_bomb", "too many entries")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "files/../x/1", "files\\x", "items/../a.jsonl", "a"]
)
async def test_a_name_that_leads_elsewhere(app: App, archive: Path, name: str) -> None:
    rewritten(archive, lambda entries: entries.update({name: b"x"}))
    assert (await refused(app, archive))[0] == "entry_unknown"


async def test_a_file_that_nothing_lists(app: App, archive: Path) -> None:
    rewritten(archive, lambda entries: entries.update({f"files/{DOCUMENT}/1": b"x"}))
    assert (await refused(app, archive))[0] == "entries_differ"
    assert list(verify(archive))


@pytest.mark.parametrize(
    ("kind", "change", "code"),
    [
        ("document", lambda line: line.update(newest=5, current=5), "revision_missing"),
        ("document", lambda line: line.update(id="../x"), "item_invalid"),
        ("document", lambda line: line.update(purgingSince="2026-01-01T00:00:00.000Z"), "item_invalid"),
        ("document", lambda line: line.pop("title"), "item_invalid"),
        ("document", lambda line: line.update(fields={"x": float("nan")}), "item_invalid"),
        ("revision", lambda line: line.update(documentId=DOCUMENT), "item_invalid"),
        ("revision", lambda line: line.update(sha256="0" * 64), "file_of_another_revision"),
        ("revision", lambda line: line.update(blobName="elsewhere"), "item_invalid"),
        ("revision", lambda line: line.update(state="rejected"), "files_differ"),
        ("file", lambda line: line.update(path="files/a"), "item_invalid"),
        ("file", lambda line: line.update(sha256="0" * 64), "file_of_another_revision"),
    ],
)
async def test_items_that_were_made_up(
    app: App, archive: Path, kind: str, change: Callable[[dict[str, Any]], Any], code: str
) -> None:
    rewritten(archive, edited(kind, change))
    assert (await refused(app, archive))[0] == code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": "tar"}, "not_an_archive"),
        ({"version": 2}, "version_unknown"),
        ({"counts": {"document": 7}}, "wrong_counts"),
        ({"surprise": True}, "manifest_invalid"),
        ({"parts": []}, "manifest_invalid"),
    ],
)
async def test_a_manifest_that_is_none_of_ours(app: App, archive: Path, change: dict[str, Any], code: str) -> None:
    (archive / "manifest.json").write_text(json.dumps({**manifest_of(archive), **change}))
    assert (await refused(app, archive))[0] == code
    if "surprise" not in change:
        assert list(verify(archive))


async def test_an_organisation_with_documents(app: App, archive: Path) -> None:
    target = await a_member(app, Role.ADMIN)
    await a_verified(app, target.actor)
    with pytest.raises(OrganisationNotEmpty):
        await imported(app, target.actor, archive)


async def test_an_organisation_with_sites_of_its_own(app: App, archive: Path) -> None:
    target = await a_member(app, Role.ADMIN)
    await a_site(app, target)
    run = await imported(app, target.actor, archive, dry_run=True)
    assert (run.state, run.failure) == (RunState.FAILED, "organisation_not_empty")
