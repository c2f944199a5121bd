"""A place where work is done: a rig, a platform, a field, a plant. Its reporting day begins at `day_start` in its own time zone."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal, Self

from shared.kit.model import Entity


class SiteStatus(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"


class Site(Entity):
    """`code` is what people call it ("NO-15/9-F"); `day_start` is "HH:MM"."""

    kind: Literal["site"] = "site"
    name: str
    code: str
    time_zone: str
    day_start: str
    status: SiteStatus = SiteStatus.ACTIVE


CHANGEABLE = ("name", "code", "timeZone", "dayStart", "status")


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
    """`values` by field of `Site`: name, code, time_zone, day_start, status; what is absent stays."""

    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class SiteFilter:
    """None: whatever; `search` is part of the name or the code."""

    status: SiteStatus | None = None
    search: str | None = None
