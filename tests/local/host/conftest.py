"""Fixtures of the host's tests. HOST_URL points the HTTP cases at another host that runs the fixture app, `func start` say."""

import os
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from tests.azurite import Azurite
from tests.local.host.hosting import Host, hosting


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """One host for all cases that change nothing."""
    folder = tmp_path_factory.mktemp("host")
    settings = {"AzureWebJobs.switched_off.Disabled": "1"}
    with hosting(folder, "--no-reload", "--cors", "http://page.test,http://other.test", **settings) as running:
        yield running


@pytest.fixture(scope="session")
def base_url(request: pytest.FixtureRequest) -> str:
    return os.environ.get("HOST_URL") or str(request.getfixturevalue("host").url)


@pytest.fixture(scope="session")
async def http(base_url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=base_url, timeout=20) as client:
        yield client


@pytest.fixture(scope="session")
def storage(azurite: Azurite) -> str:
    """The connection string of an Azurite for the whole run."""
    return azurite.connection_string
