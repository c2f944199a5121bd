"""A backup is worth what a restore of it is: local.drill does it and compares; here what it must notice."""

import subprocess
import sys
from pathlib import Path

import pytest

from local.backup import BackupDamaged, Place, back_up, restore_blobs, restore_database
from local.drill import Contents, contents, keeping
from local.provision import Storage, provision_cosmos, provision_storage
from local.toolchain import ROOT

ITEM = {"id": "a", "organisationId": "o", "kind": "site", "name": "Nordvind"}


def silent(_: str) -> None:
    pass


async def fill(place: Place) -> None:
    from azure.cosmos.aio import CosmosClient
    from azure.storage.blob.aio import BlobServiceClient

    await provision_cosmos(place.cosmos)
    await provision_storage(Storage(place.storage))
    async with CosmosClient.from_connection_string(place.cosmos) as client:
        await client.get_database_client("petroconnect").get_container_client("directory").create_item(ITEM)
    async with BlobServiceClient.from_connection_string(place.storage) as service:
        blob = service.get_blob_client("library", "o/file one")
        await blob.upload_blob(b"content", metadata={"one": "1"}, tags={"two": "2"})


async def lose(place: Place) -> None:
    from azure.cosmos.aio import CosmosClient

    async with CosmosClient.from_connection_string(place.cosmos) as client:
        await client.get_database_client("petroconnect").get_container_client("directory").delete_item("a", "o")


@pytest.fixture
async def backup(tmp_path: Path) -> tuple[Path, Contents]:
    async with keeping(folder(tmp_path / "source"), silent) as place:
        await fill(place)
        before = await contents(place)
        await back_up(place, tmp_path / "backup")
        await lose(place)  # what happens after the backup is not in it
    return tmp_path / "backup", before


def folder(path: Path) -> Path:
    path.mkdir()
    return path


async def test_what_is_restored_is_what_was_backed_up_and_a_loss_is_noticed(
    tmp_path: Path, backup: tuple[Path, Contents]
) -> None:
    taken, before = backup
    assert (before.database["directory"]["count"], before.blobs["library"]["count"]) == (1, 1)
    restore_database(taken, tmp_path / "restored")
    async with keeping(tmp_path / "restored", silent) as place:
        await provision_storage(Storage(place.storage))
        incomplete = await contents(place)
        (wrong,) = before.differences(incomplete)
        assert wrong.startswith("blobs library: ")
        await restore_blobs(taken, place.storage)
        assert before.differences(await contents(place)) == []
        await lose(place)
        (wrong,) = before.differences(await contents(place))
        assert wrong.startswith("database directory: ")
    with pytest.raises(FileExistsError):
        restore_database(taken, tmp_path / "restored")


async def test_a_file_that_changed_in_the_backup_is_not_restored(tmp_path: Path, backup: tuple[Path, Contents]) -> None:
    taken, _ = backup
    (file,) = (path for path in taken.iterdir() if path.suffix == "")
    file.write_bytes(b"Content")
    async with keeping(folder(tmp_path / "restored"), silent) as place:
        await provision_storage(Storage(place.storage))
        with pytest.raises(BackupDamaged, match="library/o/file one"):
            await restore_blobs(taken, place.storage)


@pytest.mark.slow
def test_the_drill_ends_with_a_sign_in_and_a_download() -> None:
    run = subprocess.run([sys.executable, "-m", "local.drill"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    said = run.stderr
    for line in ("restored, and every container holds the same", "signed in", "SHA-256 as recorded"):
        assert line in said
