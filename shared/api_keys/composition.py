"""The service of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from datetime import datetime

from shared.api_keys.access import ApiKeyAccess
from shared.api_keys.machines import Machines
from shared.api_keys.repository import ApiKeyRepository
from shared.api_keys.service import ApiKeyService
from shared.identity.actor import CheckScope
from shared.identity.composition import Basis
from shared.kit.cosmos import Container


def open_api_keys(
    directory: Container, basis: Basis, check_scope: CheckScope, now: Callable[[], datetime]
) -> ApiKeyService:
    keys = ApiKeyRepository(directory)
    access, machines = ApiKeyAccess(keys, basis.revocations, now), Machines(basis.entra_directory, keys, now)
    return ApiKeyService(keys, access, machines, basis.revocations, check_scope, now)
