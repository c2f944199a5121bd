"""Sites on the wire."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field

from shared.identity.names import Name, visible
from shared.kit.http import ListQuery, PageOut
from shared.kit.model import In, Moment, Out
from shared.kit.zones import TimeZone
from shared.sites.model import Site, SiteChange, SiteDraft, SiteFilter, SiteStatus

Code = Annotated[
    str,
    Field(min_length=1, max_length=40, description="unique in the organisation, large and small letters alike"),
    AfterValidator(visible),
]
DayStart = Annotated[
    str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", description="when the reporting day begins, local time")
]


class SiteIn(In):
    name: Name
    code: Code
    time_zone: TimeZone
    day_start: DayStart = "00:00"

    def to_draft(self) -> SiteDraft:
        return SiteDraft(self.name, self.code, self.time_zone, self.day_start)


class SiteChangeIn(In):
    """What is absent stays as it is."""

    name: Name | None = None
    code: Code | None = None
    time_zone: TimeZone | None = None
    day_start: DayStart | None = None
    status: SiteStatus | None = None
    status_from: date | None = Field(
        default=None, description="reporting day from which the status counts; absent: today at the site"
    )

    def to_change(self) -> SiteChange:
        values = {name: value for name, value in self if value is not None and name != "status_from"}
        return SiteChange(values, self.status_from)


class SiteList(ListQuery):
    sort: Literal["name", "-name", "code", "-code", "createdAt", "-createdAt"] = "name"
    status: SiteStatus | None = None
    search: str | None = Field(default=None, min_length=1, max_length=100, description="part of the name or the code")

    def to_filter(self) -> SiteFilter:
        return SiteFilter(self.status, self.search)


class SuspensionOut(Out):
    since: date
    until: date | None = Field(description="the first day after it; null: it goes on")


class SiteOut(Out):
    id: str
    name: str
    code: str
    time_zone: str
    day_start: str
    status: SiteStatus
    suspensions: list[SuspensionOut] = Field(description="days on which no report is owed, the first suspension first")
    created_at: Moment
    updated_at: Moment
    etag: str

    @classmethod
    def of(cls, site: Site) -> Self:
        return cls(
            id=site.id,
            name=site.name,
            code=site.code,
            time_zone=site.time_zone,
            day_start=site.day_start,
            status=site.status,
            suspensions=[SuspensionOut(since=one.since, until=one.until) for one in site.suspensions],
            created_at=site.created_at,
            updated_at=site.updated_at,
            etag=site.etag,
        )


class SitePage(PageOut):
    items: list[SiteOut]
