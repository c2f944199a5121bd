"""Which criteria of a view find nothing any more: what they name was deleted, renamed, or is not for this person."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

from shared.document_types.model import Disciplines
from shared.documents.filters import DocumentFilter
from shared.identity.actor import Actor
from shared.kit.paging import PageRequest, Sort
from shared.views.query import ViewQuery

Find = Callable[[str, str], Awaitable[object | None]]
"""Of an organisation, by id."""
HasAny = Callable[[Actor, PageRequest, DocumentFilter], Awaitable[bool]]
"""Is there a document like that which the actor sees?"""


@dataclass(frozen=True, slots=True)
class GoneCriteria:
    find_type: Find
    find_site: Find
    disciplines: Callable[[Actor], Awaitable[Disciplines]]
    has_any: HasAny

    async def __call__(self, actor: Actor, query: ViewQuery) -> list[str]:
        """Their names on the wire. Up to one request for each."""
        checks = dict(self._checks(actor, query))
        there = await asyncio.gather(*checks.values())
        return [name for name, is_there in zip(checks, there, strict=True) if not is_there]

    def _checks(self, actor: Actor, query: ViewQuery) -> Iterator[tuple[str, Awaitable[bool]]]:
        if query.type_id is not None:
            yield "typeId", self._found(self.find_type, actor, query.type_id)
        if query.site_id is not None:
            yield "siteId", self._site(actor, query.site_id)
        if query.discipline is not None:
            yield "discipline", self._discipline(actor, query.discipline)
        if query.tag is not None:
            yield "tag", self._tag(actor, query)

    async def _found(self, find: Find, actor: Actor, one: str) -> bool:
        return await find(actor.organisation_id, one) is not None

    async def _site(self, actor: Actor, site_id: str) -> bool:
        return actor.may_see_site(site_id) and await self._found(self.find_site, actor, site_id)

    async def _discipline(self, actor: Actor, code: str) -> bool:
        return code in {one.code for one in (await self.disciplines(actor)).disciplines}

    async def _tag(self, actor: Actor, query: ViewQuery) -> bool:
        """There is no list of tags: one is there as long as a document has it."""
        wanted = DocumentFilter(trashed=query.trashed, tag=query.tag)
        return await self.has_any(actor, PageRequest(Sort("createdAt"), limit=1), wanted)
