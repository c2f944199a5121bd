"""What people do with documents. Their files are in uploads.py, their revisions in revisions.py, what happens then in processing.py."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.documents.announcing import Announcing, Upload
from shared.documents.classification import Classification, Classified
from shared.documents.drafts import CLASSIFICATION, DocumentChange, DocumentDraft, Duplicate
from shared.documents.filters import IN_FORCE, DocumentFilter
from shared.documents.model import Document
from shared.documents.repository import DocumentRepository, visible_to
from shared.documents.revision import Revision
from shared.documents.work import facts_of
from shared.errors import FieldError, Invalid
from shared.identity.actor import Actor, CheckScope
from shared.identity.permissions import Permission
from shared.kit import telemetry
from shared.kit.cosmos import Write
from shared.kit.ids import new_id
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.repository import Activity


@dataclass(frozen=True, slots=True)
class DocumentService:
    documents: DocumentRepository
    announcing: Announcing
    classification: Classification
    check_scope: CheckScope
    now: Callable[[], datetime]

    async def check(self, actor: Actor, draft: DocumentDraft) -> None:
        """Could this be announced, as far as site and type say? Errors: those of `announce` about these."""
        if draft.site_id is not None:
            await self._check_site(actor, draft.site_id)
        document, _ = self._drafted(actor, draft)
        await self.classification.classify(actor, document, draft.classification)

    async def announce(
        self, actor: Actor, draft: DocumentDraft, *, beside: Callable[[str], Sequence[Write]] | None = None
    ) -> tuple[Document, Upload, list[Duplicate]]:
        """A document with its first revision; with what is to be written `beside` the document of an id, all or nothing.

        Errors: UploadTooLarge, TypeNotAllowed, DocumentTypeRetired, DocumentNumberTaken, Invalid for a site the actor cannot give and
        for what does not fit the type.
        """
        self.announcing.check(draft.file)
        if draft.site_id is not None:
            await self._check_site(actor, draft.site_id)
        document, revision = self._drafted(actor, draft)
        classified = await self.classification.classify(actor, document, draft.classification)
        upload = await self.announcing.sign(revision)
        duplicates = await self.documents.find_duplicates(actor.organisation_id, revision.sha256, seen_by=actor)
        facts = facts_of(revision) if draft.guest is None else {**facts_of(revision), "linkId": draft.guest.link_id}
        now = document.created_at
        happened = Activity.of("document.announced", document, actor=actor.user_id, at=now, **facts)
        more = () if beside is None else beside(document.id)

        async def begin(numbered: Document, numbering: Sequence[Write]) -> Document:
            return await self.documents.begin(numbered, revision, happened, numbering=[*numbering, *more])

        stored = await self.classification.store(actor, classified, begin)
        telemetry.event("document.announced", document_id=document.id)
        return stored, upload, duplicates

    def _drafted(self, actor: Actor, draft: DocumentDraft) -> tuple[Document, Revision]:
        document_id, now = draft.id or new_id(), self.now()
        owner = {} if draft.owner_id is None else {"created_by": draft.owner_id}
        revision = self.announcing.draft(actor, document_id, 1, draft.file).model_copy(update=owner)
        document = Document(
            id=document_id,
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=revision.created_by,
            title=draft.title or draft.file.file_name,
            site_id=draft.site_id,
            guest=draft.guest,
            report_id=draft.report_id,
            newest=revision.summary(),
        )
        return document, revision

    async def get(self, actor: Actor, document_id: str) -> Document:
        """Errors: NotFound, also for another organisation's and for a site outside the actor's scope."""
        return (await self.documents.get(actor.organisation_id, document_id)).seen_by(actor)

    async def duplicates(self, actor: Actor, document: Document) -> list[Duplicate]:
        """The documents that were found to hold the same bytes, as far as the actor may see them. No request where none were."""
        found = document.duplicates
        return await self.documents.name_duplicates(actor, found) if found else []

    async def list_page(self, actor: Actor, request: PageRequest, wanted: DocumentFilter) -> Page[Document]:
        """Who may not review sees by default what is in force, and what they announced themselves. Errors: CursorInvalid."""
        conditions = [*wanted.conditions(), *visible_to(actor)]
        if Permission.DOCUMENTS_REVIEW not in actor.permissions and not wanted.asks_for_drafts:
            conditions.append(Condition(f"({IN_FORCE} OR c.createdBy = @reader)", {"@reader": actor.user_id}))
        return await self.documents.list_page(actor.organisation_id, request, conditions)

    async def change(self, actor: Actor, document_id: str, change: DocumentChange, etag: str) -> Document:
        """Errors: NotFound, StaleVersion, DocumentTypeRetired, DocumentNumberTaken, Invalid for a site the actor cannot give and
        for what does not fit the type, Forbidden for who may not review and asks others to acknowledge, or asks them no more.
        """
        document = await self.get(actor, document_id)
        document.require_version(etag)
        return await self.put(actor, document, await self.judge(actor, document, change))

    async def judge(self, actor: Actor, document: Document, change: DocumentChange) -> Classified:
        """What would become of a document that was read. Errors: those of `change`, but for numbers and versions; PartOfReport."""
        plain = {name: value for name, value in change.values.items() if name not in CLASSIFICATION}
        changed = document.changed(self.now(), **plain)
        if changed.own_acknowledgers != document.own_acknowledgers:
            actor.require(Permission.DOCUMENTS_REVIEW)
        if changed.site_id != document.site_id:
            document.require_free()
            await self._check_move(actor, document.site_id, changed.site_id)
        return await self.classification.classify(actor, changed, change.values)

    async def put(
        self, actor: Actor, document: Document, judged: Classified, *, beside: Sequence[Write] = (), **facts: Any
    ) -> Document:
        """Store what was judged and, if that changes anything, what goes beside it.

        Errors: StaleVersion, DocumentNumberTaken, AlreadyExists of `beside`, Invalid.
        """

        async def replace(numbered: Document, numbering: Sequence[Write]) -> Document:
            if not (difference := document.changes(numbered)):
                return document
            at = numbered.updated_at
            happened = Activity.of("document.changed", document, actor=actor.user_id, at=at, **difference, **facts)
            return await self.documents.replace(numbered, happened, beside=[*numbering, *beside])

        return await self.classification.store(actor, judged, replace)

    async def trash(self, actor: Actor, document_id: str, etag: str) -> None:
        """Errors: NotFound, StaleVersion."""
        document = await self.get(actor, document_id)
        document.require_version(etag)
        if document.trashed_at is None:
            await self.put_away(actor, document)

    async def restore(self, actor: Actor, document_id: str, etag: str) -> Document:
        """Errors: NotFound, StaleVersion."""
        document = await self.get(actor, document_id)
        document.require_version(etag)
        return document if document.trashed_at is None else await self.take_back(actor, document)

    async def put_away(
        self, actor: Actor, document: Document, *, beside: Sequence[Write] = (), **facts: Any
    ) -> Document:
        """Into the trash, as it was read. Errors: StaleVersion, AlreadyExists of `beside`."""
        return await self._move(actor, document, self.now(), "document.trashed", beside, facts)

    async def take_back(
        self, actor: Actor, document: Document, *, beside: Sequence[Write] = (), **facts: Any
    ) -> Document:
        """Out of the trash, as it was read. Errors: StaleVersion, AlreadyExists of `beside`."""
        return await self._move(actor, document, None, "document.restored", beside, facts)

    async def _move(
        self,
        actor: Actor,
        document: Document,
        trashed_at: datetime | None,
        happened: str,
        beside: Sequence[Write],
        facts: dict[str, Any],
    ) -> Document:
        document.require_free()
        moved = document.changed(self.now(), trashed_at=trashed_at)
        activity = Activity.of(happened, document, actor=actor.user_id, at=moved.updated_at, **facts)
        stored = await self.documents.replace(moved, activity, beside=beside)
        telemetry.event(happened, document_id=document.id)
        return stored

    async def _check_move(self, actor: Actor, before: str | None, after: str | None) -> None:
        """Who is limited to some sites neither shows a document to everybody nor takes it from everybody. Errors: Invalid."""
        if actor.site_ids is not None and before is None:
            raise _bad_site(
                "beyond_yours", "the document belongs to no site; somebody who sees all sites can give it one"
            )
        if after is not None:
            await self._check_site(actor, after)
        elif actor.site_ids is not None:
            raise _bad_site("beyond_yours", "must be one of the sites that you may see")

    async def _check_site(self, actor: Actor, site_id: str) -> None:
        """Errors: Invalid naming `siteId`."""
        try:
            await self.check_scope(actor, [site_id])
        except Invalid as error:
            found = error.fields[0]
            raise _bad_site(found.code, found.message) from error


def _bad_site(code: str, message: str) -> Invalid:
    return Invalid(fields=[FieldError("siteId", code, message)])
