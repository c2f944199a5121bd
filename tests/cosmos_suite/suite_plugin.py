"""Loaded into the SDK's test run: what its tests take from Microsoft's own repository, and shorter waits."""

import os
import sys
from types import ModuleType


def _credential(is_async: bool = False, **_: object) -> str:
    """A key where the tests ask for a token: those need https."""
    return os.environ["ACCOUNT_KEY"]


def _module(name: str, **members: object) -> None:
    made = ModuleType(name)
    vars(made).update(members)
    sys.modules[name] = made


_module("devtools_testutils", __path__=[])
_module("devtools_testutils.azure_recorded_testcase", get_credential=_credential)
_module("devtools_testutils.helpers", is_live=lambda: True)


def pytest_configure() -> None:
    """Two attempts instead of twenty at setting up, and no test goes to https://localhost:8081, whoever listens there."""
    import test_config

    test_config.CONTROL_PLANE_MAX_ATTEMPTS = 2
    test_config.CONTROL_PLANE_MAX_BACKOFF_SECONDS = 0.2
    test_config.TestConfig.local_host = test_config.TestConfig.host.replace("127.0.0.1", "localhost")
