"""Wells as tests need them: stored through the product's own service."""

from datetime import date
from typing import Any

from shared.app import App
from shared.kit.ids import new_id
from shared.wells.model import DatedRole, Well, WellDraft, WellRole
from tests.people import Person

PRODUCER = DatedRole(from_=date(2014, 2, 12), role=WellRole.PRODUCER)
INJECTOR = DatedRole(from_=date(2016, 4, 1), role=WellRole.INJECTOR)


async def a_well(app: App, admin: Person, site_id: str, **changes: Any) -> Well:
    draft: dict[str, Any] = {"name": f"15/9-F-{new_id()}", "site_id": site_id, "roles": (PRODUCER,), **changes}
    return await app.wells.create(admin.actor, WellDraft(**draft))
