"""Organisations on the wire."""

from typing import Annotated, Self
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field

from shared.identity.email import EmailAddress
from shared.identity.names import Name
from shared.kit.model import In, Moment, Out
from shared.organisations.model import Organisation, OrganisationDraft


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("must be an IANA time zone such as Europe/Oslo")
    return name


class FirstAdminIn(In):
    email: EmailAddress
    name: Name


class OrganisationIn(In):
    name: Name
    time_zone: Annotated[str, Field(max_length=64), AfterValidator(_known_zone)]
    admin: FirstAdminIn

    def to_draft(self) -> OrganisationDraft:
        return OrganisationDraft(self.name, self.time_zone, self.admin.email, self.admin.name)


class OrganisationOut(Out):
    id: str
    name: str
    time_zone: str
    created_at: Moment
    admin_id: str

    @classmethod
    def of(cls, organisation: Organisation, admin_id: str) -> Self:
        return cls(
            id=organisation.id,
            name=organisation.name,
            time_zone=organisation.time_zone,
            created_at=organisation.created_at,
            admin_id=admin_id,
        )
