"""The tenant: every row of data belongs to one. Its id is also the partition of everything it owns."""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from shared.identity.organisation_policies import OrganisationPolicies
from shared.kit.model import Entity


class Organisation(Entity):
    kind: Literal["organisation"] = "organisation"
    name: str
    time_zone: str
    policies: OrganisationPolicies = Field(default_factory=OrganisationPolicies)


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    name: str
    time_zone: str
    admin_email: str
    admin_name: str
