"""Whatever is done to a document, the very next search finds it once, as it is now, for whoever may see it, and not as it was."""

from dataclasses import dataclass, field, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.app import App
from shared.documents.drafts import DocumentChange
from shared.documents.filters import DocumentFilter
from shared.documents.model import Document
from shared.documents.search.query import SearchQuery
from shared.documents.search.service import SearchRequest
from shared.documents.work import derivation_of
from shared.identity.actor import Actor
from shared.identity.permissions import Role
from shared.kit.query import Query
from shared.retention.work import purge_of
from tests.document_types import a_document_type
from tests.documents import a_verified, job_of
from tests.files import a_text_pdf
from tests.people import a_member, a_site
from tests.searching import a_further_text, a_text, marker

DONE = st.lists(
    st.sampled_from(["rename", "move", "hide", "show", "retype", "tag", "revise", "trash", "restore", "purge"]),
    min_size=1,
    max_size=8,
)


@dataclass
class World:
    """One document among others, and what is true of it. `former` are words it was found by once."""

    app: App
    owner: Actor
    sites: list[str]
    types: list[str]
    document: Document
    title: str
    text: str
    former: list[str] = field(default_factory=list)
    is_gone: bool = False

    async def rename(self) -> None:
        self.former.append(self.title)
        self.title = marker()
        await self._change(title=f"Report {self.title}")

    async def move(self) -> None:
        await self._change(site_id=self.sites[1] if self.document.site_id == self.sites[0] else self.sites[0])

    async def hide(self) -> None:
        await self._change(site_id=self.sites[1])

    async def show(self) -> None:
        await self._change(site_id=None)

    async def retype(self) -> None:
        await self._change(type_id=self.types[1] if self.document.type_id == self.types[0] else self.types[0])

    async def tag(self) -> None:
        await self._change(tags=(f"tag {marker()}",))

    async def revise(self) -> None:
        if self.document.trashed_at is None:
            self.former.append(self.text)
            self.text = marker()
            await a_further_text(self.app, self.owner, self.document, f"now {self.text}")

    async def trash(self) -> None:
        await self.app.documents.service.trash(self.owner, self.document.id, self.document.etag)

    async def restore(self) -> None:
        await self.app.documents.service.restore(self.owner, self.document.id, self.document.etag)

    async def purge(self) -> None:
        if self.document.trashed_at is not None:
            await self.app.retention.purging.request(self.owner, self.document.id, self.document.etag)
            self.is_gone = True
            await self.check()
            await self.app.retention.purging.purge(purge_of(self.owner.organisation_id, self.document.id))

    async def check(self) -> None:
        """For who sees all, and for somebody of the first site."""
        reader = replace(self.owner, site_ids=(self.sites[0],))
        for actor in (self.owner, reader):
            seen = not self.is_gone and actor.may_see_site(self.document.site_id)
            here, trashed = seen and self.document.trashed_at is None, seen and self.document.trashed_at is not None
            for word in (self.title, self.text, f"{self.title} -{self.text}"):
                assert await self._found(actor, word) == [self.document.id] * here
                assert await self._found(actor, word, trashed=True) == [self.document.id] * trashed
            for word in self.former:
                assert await self._found(actor, word) == []

    async def _found(self, actor: Actor, text: str, *, trashed: bool = False) -> list[str]:
        request = SearchRequest(SearchQuery.parse(text), DocumentFilter(trashed=trashed), 50)
        page = await self.app.documents.search.search(actor, request)
        assert page.is_complete
        return [hit.document.id for hit in page.items]

    async def _change(self, **values: object) -> None:
        await self.app.documents.service.change(
            self.owner, self.document.id, DocumentChange(values), self.document.etag
        )

    async def read(self) -> None:
        if not self.is_gone:
            self.document = await self.app.documents.service.get(self.owner, self.document.id)


async def a_world(app: App) -> World:
    owner = await a_member(app, Role.ADMIN)
    sites = [(await a_site(app, owner)).id for _ in range(2)]
    types = [(await a_document_type(app, owner, code=code, number_pattern="{type}-{seq:3}")).id for code in ("A", "B")]
    title, text = marker(), marker()
    await a_text(app, owner.actor, "another text", title="Another report", site_id=sites[0])
    document = await a_text(
        app, owner.actor, f"once {text} and {text}", text, title=f"Report {title}", site_id=sites[0]
    )
    return World(app, owner.actor, sites, types, document, title, text)


@settings(max_examples=10, deadline=None, suppress_health_check=[*HealthCheck])
@given(done=DONE)
async def test_it_is_found_once_as_it_is_now(app: App, done: list[str]) -> None:
    world = await a_world(app)
    await world.check()
    for what in done:
        if world.is_gone:
            break
        await getattr(world, what)()
        await world.read()
        await world.check()


async def test_through_the_product_from_file_to_roll_back_to_deletion(app: App) -> None:
    """Text is read by the job that follows a revision; the one before is not found meanwhile, and nothing is left in the end."""
    owner = (await a_member(app, Role.ADMIN)).actor
    first, second = marker(), marker()

    async def derived(document: Document) -> Document:
        _, revision = await app.documents.revisions.get(owner, document.id, document.newest.number)
        await app.documents.derivation.extract_text(derivation_of(revision, "text"))
        await app.documents.derivation.draw_preview(derivation_of(revision, "preview"))
        return await app.documents.service.get(owner, document.id)

    async def found(word: str, *, everything: bool = False) -> list[int]:
        request = SearchRequest(SearchQuery.parse(word), DocumentFilter(), 50, all_revisions=everything)
        page = await app.documents.search.search(owner, request)
        return [one.revision for hit in page.items for one in hit.pages]

    document = await derived(await a_verified(app, owner, a_text_pdf(f"Page of {first}")))
    assert (await found(first), await found(second)) == ([1], [])
    document = await a_verified(app, owner, a_text_pdf(f"Page of {second}"), onto=document)
    assert await found(first) == []
    document = await derived(document)
    assert (await found(first), await found(second)) == ([], [2])
    document, _ = await app.documents.revisions.roll_back(owner, document.id, 1)
    await app.documents.processing.verify(job_of(document))
    document = await derived(await app.documents.service.get(owner, document.id))
    assert (await found(first), await found(second)) == ([3], [])
    assert (await found(first, everything=True), await found(second, everything=True)) == ([3, 1], [2])
    await app.documents.service.trash(owner, document.id, document.etag)
    document = await app.documents.service.get(owner, document.id)
    await app.retention.purging.request(owner, document.id, document.etag)
    await app.retention.purging.purge(purge_of(owner.organisation_id, document.id))
    assert await found(first, everything=True) == []
    pages = app.database.container("pages")
    assert await pages.query(Query("SELECT c.id FROM c"), [owner.organisation_id], limit=10) == []
