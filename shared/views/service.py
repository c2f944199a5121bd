"""Views of documents that people keep, for themselves or for everybody of a role."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.errors import AlreadyExists, Forbidden, NotFound, StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.identity.permissions import Permission, Role
from shared.kit.cosmos import Write
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity
from shared.views.errors import TooManyViews
from shared.views.model import MAX_VIEWS, Shelf, View, ViewDraft
from shared.views.query import ViewQuery, read
from shared.views.repository import ViewRepository

ATTEMPTS = 5

FindGone = Callable[[Actor, ViewQuery], Awaitable[list[str]]]
"""Names of criteria that speak of what there is not, or not for this person: a site, a type, a discipline, a tag."""


@dataclass(frozen=True, slots=True)
class ViewService:
    views: ViewRepository
    find_gone: FindGone
    now: Callable[[], datetime]

    async def create(self, actor: Actor, draft: ViewDraft) -> View:
        """Errors: Forbidden for roles without the permission to share, TooManyViews."""
        if draft.roles:
            actor.require(Permission.VIEWS_SHARE)
        now = self.now()
        view = View(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            owner_id=actor.user_id,
            name=draft.name,
            query=draft.query,
            columns=draft.columns,
            roles=draft.roles,
        )
        happened = Activity.of("view.created", view, actor=actor.user_id, at=now, roles=list(view.roles))

        async def add(shelf: Shelf) -> View | None:
            if len(shelf.views) >= MAX_VIEWS:
                raise TooManyViews
            added = shelf.changed(now, views=(*shelf.views, view.id))
            return await self.views.put(added, Write("create", view.to_item()), happened)

        stored = await self._on_shelf(actor.organisation_id, actor.user_id, add)
        return stored or view

    async def get(self, actor: Actor, view_id: str) -> View:
        """Errors: NotFound, also for somebody else's that is not shared."""
        view = await self.views.get(actor.organisation_id, view_id)
        if not view.is_seen_by(actor):
            raise NotFound
        return view

    async def open(self, actor: Actor, view_id: str) -> tuple[View, list[str]]:
        """With the names of criteria that find nothing any more. Errors: NotFound."""
        view = await self.get(actor, view_id)
        query, unknown = read(view.query)
        return view, sorted({*unknown, *await self.find_gone(actor, query)})

    async def list_page(self, actor: Actor, request: PageRequest, role: Role | None) -> tuple[Page[View], str | None]:
        """One's own and those of one's role, or those of another role; and which one opens first. Errors: Forbidden, CursorInvalid."""
        if role is not None and role is not actor.role:
            actor.require(Permission.VIEWS_SHARE)
        owner = actor.user_id if role is None else ""
        page, shelf = await asyncio.gather(
            self.views.list_seen(actor.organisation_id, request, owner, role or actor.role),
            self.views.shelf(actor.organisation_id, actor.user_id, self.now()),
        )
        return page, await self._default(actor, shelf.default_id, page.items)

    async def change(self, actor: Actor, view_id: str, values: Mapping[str, Any], etag: str) -> View:
        """Errors: NotFound, Forbidden, StaleVersion."""
        view = await self._changeable(actor, view_id, etag)
        changed = view.changed(self.now(), **values)
        if changed.roles:
            actor.require(Permission.VIEWS_SHARE)
        names = [name for name in values if getattr(view, name) != getattr(changed, name)]
        if not names:
            return view
        happened = Activity.of("view.changed", view, actor=actor.user_id, at=changed.updated_at, changed=sorted(names))
        return await self.views.replace(changed, happened)

    async def delete(self, actor: Actor, view_id: str, etag: str) -> None:
        """Errors: NotFound, Forbidden, StaleVersion."""
        for _ in range(ATTEMPTS):
            view, now = await self._changeable(actor, view_id, etag), self.now()
            shelf = await self.views.shelf(actor.organisation_id, view.owner_id, now)
            happened = Activity.of("view.deleted", view, actor=actor.user_id, at=now, name=view.name)
            with suppress(StaleVersion, AlreadyExists):  # of the shelf, or of the view: that is told by looking again
                gone = Write("delete", {"id": view.id}, view.etag)
                await self.views.put(shelf.without(view.id, now), gone, happened)
                return
        raise Unavailable(retry_after=1)

    async def set_default(self, actor: Actor, view_id: str | None) -> None:
        """Which one opens first; None: none of them. Errors: NotFound."""
        if view_id is not None:
            await self.get(actor, view_id)

        async def choose(shelf: Shelf) -> View | None:
            return await self.views.put(shelf.changed(self.now(), default_id=view_id))

        await self._on_shelf(actor.organisation_id, actor.user_id, choose)

    async def _default(self, actor: Actor, view_id: str | None, known: Sequence[View]) -> str | None:
        """None once it was deleted or is not shared any more."""
        if view_id is None or any(view.id == view_id for view in known):
            return view_id
        view = await self.views.find(actor.organisation_id, view_id)
        return view_id if view is not None and view.is_seen_by(actor) else None

    async def _changeable(self, actor: Actor, view_id: str, etag: str) -> View:
        view = await self.get(actor, view_id)
        if not view.may_be_changed_by(actor):
            raise Forbidden("Only its owner changes this view, and who may share views.")
        if view.etag != etag:
            raise StaleVersion
        return view

    async def _on_shelf(
        self, organisation_id: str, user_id: str, write: Callable[[Shelf], Awaitable[View | None]]
    ) -> View | None:
        for _ in range(ATTEMPTS):
            shelf = await self.views.shelf(organisation_id, user_id, self.now())
            with suppress(StaleVersion, AlreadyExists):  # two views at once
                return await write(shelf)
        raise Unavailable(retry_after=1)
