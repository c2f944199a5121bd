"""The product with sign-in by Microsoft switched on, for the test modules that import these."""

from collections.abc import AsyncIterator

import pytest

from shared.config import Settings
from tests.azurite import Azurite
from tests.oidc.provider import OidcProvider, running_provider
from tests.settings import settings_for

oidc_running = running_provider


@pytest.fixture
async def oidc(oidc_running: OidcProvider) -> AsyncIterator[OidcProvider]:
    """As it should be, at the beginning of every test."""
    await oidc_running.control()
    yield oidc_running


@pytest.fixture
def settings(provisioned: Azurite, oidc: OidcProvider) -> Settings:
    return settings_for(storage=provisioned.connection_string, **oidc.settings)
