"""The tenant: every row of data belongs to one. Its id is also the partition of everything it owns."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Self

from pydantic import Field

from shared.identity.organisation_policies import OrganisationPolicies
from shared.kit.model import Entity


class Organisation(Entity):
    kind: Literal["organisation"] = "organisation"
    name: str
    time_zone: str
    policies: OrganisationPolicies = Field(default_factory=OrganisationPolicies)

    def with_change(self, change: "OrganisationChange", now: datetime) -> Self:
        policies = OrganisationPolicies(
            sign_in=self.policies.sign_in.model_copy(update=change.sign_in),
            sharing=self.policies.sharing.model_copy(update=change.sharing),
        )
        return self.changed(
            now,
            name=change.name or self.name,
            time_zone=change.time_zone or self.time_zone,
            policies=policies,
        )

    def changes(self, after: "Organisation") -> dict[str, list[Any]]:
        """What another version has otherwise, by wire name (`policies.signIn.idleHours`): before and after."""
        old, new = self._facts(), after._facts()
        return {name: [old[name], new[name]] for name in old if old[name] != new[name]}

    def _facts(self) -> dict[str, Any]:
        groups = self.policies.model_dump(mode="json", by_alias=True)
        policies = {f"policies.{group}.{name}": value for group, held in groups.items() for name, value in held.items()}
        return {"name": self.name, "timeZone": self.time_zone, **policies}


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    name: str
    time_zone: str
    admin_email: str
    admin_name: str


@dataclass(frozen=True, slots=True)
class OrganisationChange:
    """None: as it is. `sign_in` and `sharing` hold the policies that change, by field."""

    name: str | None
    time_zone: str | None
    sign_in: dict[str, Any]
    sharing: dict[str, Any]
