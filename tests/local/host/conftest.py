"""Fixtures of the host's tests, and how they are turned on another host.

HOST_COMMAND starts it, `func start --port {port}` say: every test but those marked `whitebox` runs. HOST_URL names one that runs
the fixture app already (with `--cors http://page.test,http://other.test` and AzureWebJobs.switched_off.Disabled=1): the tests
that only send requests run.
"""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from tests.azurite import Azurite
from tests.local.host.hosting import HOST_COMMAND, Host, hosting

HOST_URL = os.environ.get("HOST_URL", "")
HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not HOST_COMMAND and not HOST_URL:
        return
    left = [item for item in items if HERE in item.path.parents and not _runs_elsewhere(item)]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]


def _runs_elsewhere(item: pytest.Item) -> bool:
    if item.get_closest_marker("whitebox") is not None:
        return False
    names = set(getattr(item, "fixturenames", ()))
    return not HOST_URL or ("base_url" in names and not names & {"host", "storage", "tmp_path"})


@pytest.fixture(scope="session", autouse=True)
def host_storage(request: pytest.FixtureRequest) -> None:
    """Another host wants storage for itself, always."""
    if HOST_COMMAND and "HOST_STORAGE" not in os.environ:
        os.environ["HOST_STORAGE"] = request.getfixturevalue("azurite").connection_string


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """One host for all cases that change nothing."""
    folder = tmp_path_factory.mktemp("host")
    settings = {"AzureWebJobs.switched_off.Disabled": "1"}
    with hosting(folder, "--no-reload", "--cors", "http://page.test,http://other.test", **settings) as running:
        yield running


@pytest.fixture(scope="session")
def base_url(request: pytest.FixtureRequest) -> str:
    return HOST_URL or str(request.getfixturevalue("host").url)


@pytest.fixture(scope="session")
async def http(base_url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=base_url, timeout=20) as client:
        yield client


@pytest.fixture(scope="session")
def storage(azurite: Azurite) -> str:
    """The connection string of an Azurite for the whole run."""
    return azurite.connection_string
