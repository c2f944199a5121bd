"""A place where work is done: a rig, a platform, a field, a plant. Its reporting day begins at `day_start` in its own time zone."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, Self

from shared.kit.model import Entity, Wire

MAX_SUSPENSIONS = 100


class SiteStatus(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"


class Suspension(Wire):
    """Reporting days from `since` on, up to the one before `until`; None: it goes on."""

    since: date
    until: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


class Site(Entity):
    """`code` is what people call it ("NO-15/9-F"); `day_start` is "HH:MM"."""

    kind: Literal["site"] = "site"
    name: str
    code: str
    time_zone: str
    day_start: str
    status: SiteStatus = SiteStatus.ACTIVE
    suspensions: tuple[Suspension, ...] = ()

    def is_suspended_on(self, day: date) -> bool:
        """A suspension without a date is one from the beginning."""
        is_dated = bool(self.suspensions) and self.suspensions[-1].until is None
        if self.status is SiteStatus.SUSPENDED and not is_dated:
            return True
        return any(day in one for one in self.suspensions)

    def suspensions_with(self, status: SiteStatus, day: date) -> tuple[Suspension, ...]:
        """As they are when the status counts from this day on; one that would have no day is left out."""
        *past, last = (*self.suspensions, None)
        if past and past[-1].until is None:
            last = past.pop()
        if status is SiteStatus.SUSPENDED:
            return (*past, Suspension(since=day))[-MAX_SUSPENSIONS:]
        if last is None or day <= last.since:
            return tuple(past)
        return (*past, Suspension(since=last.since, until=day))


CHANGEABLE = ("name", "code", "timeZone", "dayStart", "status", "suspensions")


class SiteCode(Entity):
    """Whose a code is: one item per code and organisation, written in one batch with its site, so that no two sites share one."""

    kind: Literal["siteCode"] = "siteCode"
    site_id: str

    @classmethod
    def of(cls, site: Site, now: datetime) -> Self:
        return cls(
            id=code_key(site.code),
            organisation_id=site.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=site.created_by,
            site_id=site.id,
        )


def code_key(code: str) -> str:
    """The id of a code's item: the same for every way of writing it large or small. A code may hold what an id may not."""
    return f"site-code:{hashlib.sha256(code.casefold().encode()).hexdigest()}"


@dataclass(frozen=True, slots=True)
class SiteDraft:
    name: str
    code: str
    time_zone: str
    day_start: str


@dataclass(frozen=True, slots=True)
class SiteChange:
    """`values` by field of `Site`: name, code, time_zone, day_start, status; what is absent stays.

    `status_from`: the reporting day from which the status counts; None: today at the site.
    """

    values: dict[str, object]
    status_from: date | None = None


@dataclass(frozen=True, slots=True)
class SiteFilter:
    """None: whatever; `search` is part of the name or the code."""

    status: SiteStatus | None = None
    search: str | None = None
