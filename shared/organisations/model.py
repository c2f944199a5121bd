"""The tenant: every row of data belongs to one. Its id is also the partition of everything it owns."""

from dataclasses import dataclass
from typing import Literal

from shared.kit.model import Entity


class Organisation(Entity):
    kind: Literal["organisation"] = "organisation"
    name: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    name: str
    time_zone: str
    admin_email: str
    admin_name: str
