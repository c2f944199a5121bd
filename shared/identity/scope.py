"""The sites somebody may see, as part of every query: written once, since a query that forgets it shows what nobody may know.

`shared/identity/actor.py` asks the same of one entity (`may_see_site`).
"""

from collections.abc import Sequence

from shared.kit.paging import Condition


def at_sites(site_ids: Sequence[str] | None, path: str = "c.siteId") -> list[Condition]:
    """For what always has a site. None: all sites."""
    return [] if site_ids is None else [Condition(_among(path), {"@scope": list(site_ids)})]


def at_sites_or_none(site_ids: Sequence[str] | None) -> list[Condition]:
    """For what may have no site: that is everybody's in the organisation. None: all sites."""
    if site_ids is None:
        return []
    return [Condition(f"(IS_NULL(c.siteId) OR {_among('c.siteId')})", {"@scope": list(site_ids)})]


def _among(path: str) -> str:
    return f"ARRAY_CONTAINS(@scope, {path})"
