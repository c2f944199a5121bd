"""Read and acknowledge: saying that one has read what is in force, who has said so, and what one has still to read.

Nothing is written about people who have not: who must is asked of the directory, who has of the items, each as it is now.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from shared.documents.acknowledgement import Acknowledgement, acknowledgement_id
from shared.documents.acknowledgements import AcknowledgementRepository, Due
from shared.documents.errors import InTheTrash, NotAsked, NotInForce
from shared.documents.model import Document
from shared.documents.repository import DocumentRepository
from shared.errors import AlreadyExists, Forbidden
from shared.identity.actor import Actor
from shared.identity.errors import PersonsOnly
from shared.identity.people import People, Person
from shared.identity.permissions import Permission, Role
from shared.kit import telemetry
from shared.kit.paging import MAX_LIMIT, Page, PageRequest, Sort, decode_cursor, encode_cursor
from shared.kit.repository import Activity

WIDTH = 2000  # items of one look for what is due
LOOKS = 5  # of one page: one is enough for 1,000 documents that were all acknowledged
BY_NAME = Sort("name")
BY_TIME = Sort("createdAt")


class Standing(StrEnum):
    """Who is listed: those who must and have not, or those who have, though they may have left since."""

    OUTSTANDING = "outstanding"
    ACKNOWLEDGED = "acknowledged"


@dataclass(frozen=True, slots=True)
class Reader:
    """`person` is None when nothing is known of them any more; `must` tells whether they are asked as things are now."""

    user_id: str
    role: Role
    name: str | None
    acknowledged_at: datetime | None
    must: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """Of those who must, how many have."""

    asked: int
    acknowledged: int


@dataclass(frozen=True, slots=True)
class DocumentAcknowledgements:
    documents: DocumentRepository
    acknowledgements: AcknowledgementRepository
    people: People
    now: Callable[[], datetime]

    async def acknowledge(self, actor: Actor, document_id: str, revision: int | None = None) -> Acknowledgement:
        """The revision in force, named or not. Saying it again answers what was said first.

        Errors: PersonsOnly, NotFound, InTheTrash, NotAsked, NotInForce.
        """
        document = (await self.documents.get(actor.organisation_id, document_id)).seen_by(actor)
        said, happened = self.judge(actor, document, revision)
        try:
            stored = await self.acknowledgements.create(said, happened)
        except AlreadyExists:
            return await self.acknowledgements.get(actor.organisation_id, said.id)
        telemetry.event("document.acknowledged", document_id=document_id, revision=said.revision)
        return stored

    def judge(
        self, actor: Actor, document: Document, revision: int | None = None, **facts: str
    ) -> tuple[Acknowledgement, Activity]:
        """What would be said of a document that was read. Errors: PersonsOnly, InTheTrash, NotAsked, NotInForce."""
        if actor.role is None:
            raise PersonsOnly
        if document.trashed_at is not None:
            raise InTheTrash
        if document.approved is None or revision not in {None, document.approved.number}:
            raise NotInForce
        if not document.asks(actor):
            raise NotAsked
        said = Acknowledgement.of(actor, actor.role, document.id, document.approved, self.now())
        known = {
            "revisionId": document.approved.revision_id,
            "revision": said.revision,
            "role": said.role.value,
            **facts,
        }
        happened = Activity.of("document.acknowledged", document, actor=actor.user_id, at=said.created_at, **known)
        return said, happened

    async def own(self, actor: Actor, document: Document) -> Acknowledgement | None:
        """What the actor said of the revision in force."""
        if document.approved is None:
            return None
        known = acknowledgement_id(document.id, actor.user_id, document.approved.number)
        return await self.acknowledgements.find(actor.organisation_id, known)

    async def list_due(self, actor: Actor, request: PageRequest) -> Page[Due]:
        """What the actor has still to read, in the order of the documents' ids. Errors: CursorInvalid.

        One request; one more for every 1,000 documents that were acknowledged already, and after `LOOKS` a page that is not full.
        """
        if actor.role is None:
            return Page([], None)
        after = "" if request.cursor is None else decode_cursor(request.cursor, request.sort)[1]
        due: list[Due] = []
        for _ in range(LOOKS):
            look = await self.acknowledgements.look(actor, after, WIDTH)
            due += look.due
            if len(due) > request.limit:
                due, after = due[: request.limit], due[request.limit - 1].id
                break
            if look.after is None:
                return Page(due, None)
            after = look.after
        return Page(due, encode_cursor(request.sort, after, after))

    async def list_readers(
        self, actor: Actor, document_id: str, request: PageRequest, standing: Standing | None, revision: int | None
    ) -> tuple[Document, int | None, Page[Reader]]:
        """Who must acknowledge the revision in force, or the one named, and who has. Errors: NotFound, Forbidden, CursorInvalid."""
        document = (await self.documents.get(actor.organisation_id, document_id)).seen_by(actor)
        if Permission.DOCUMENTS_REVIEW not in actor.permissions and document.created_by != actor.user_id:
            raise Forbidden
        in_force = None if document.approved is None else document.approved.number
        number = revision or in_force
        if number is None:
            return document, None, Page([], None)
        if standing is Standing.ACKNOWLEDGED:
            return document, number, await self._who_have(document, number, replace(request, sort=BY_TIME))
        request = replace(request, sort=BY_NAME)
        if not document.acknowledgers:
            return document, number, Page([], None)
        if standing is None:
            page = await self._concerned(document, number, request)
            return document, number, page
        return document, number, await self._who_have_not(document, number, request)

    async def progress(self, document: Document, number: int) -> Progress:
        """Two requests, whatever the number of people."""
        asked: set[str] = set()
        if document.acknowledgers:
            asked = await self.people.ids_concerned(document.organisation_id, document.acknowledgers, document.site_id)
        have = await self.acknowledgements.everybody(document.organisation_id, document.id, number)
        return Progress(len(asked), len(asked & have))

    async def _concerned(self, document: Document, number: int, request: PageRequest) -> Page[Reader]:
        """Everybody who must, by name."""
        page = await self.people.list_concerned(
            document.organisation_id, document.acknowledgers, document.site_id, request
        )
        ids = [person.user_id for person in page.items]
        times = await self.acknowledgements.by_people(document.organisation_id, document.id, number, ids)
        readers = [_reader(person, times.get(person.user_id)) for person in page.items]
        return Page(readers, page.next_cursor)

    async def _who_have_not(self, document: Document, number: int, request: PageRequest) -> Page[Reader]:
        """By name; after `LOOKS` times 200 people a page that is not full."""
        left: list[Reader] = []
        wide = replace(request, limit=MAX_LIMIT)
        for _ in range(LOOKS):
            page = await self._concerned(document, number, wide)
            left += [reader for reader in page.items if reader.acknowledged_at is None]
            if len(left) > request.limit:
                last = left[request.limit - 1]
                return Page(left[: request.limit], encode_cursor(BY_NAME, last.name, last.user_id))
            if page.next_cursor is None:
                return Page(left, None)
            wide = replace(wide, cursor=page.next_cursor)
        return Page(left, wide.cursor)

    async def _who_have(self, document: Document, number: int, request: PageRequest) -> Page[Reader]:
        """In the order they did, with those who have left since, or need not any more."""
        organisation_id = document.organisation_id
        page = await self.acknowledgements.list_of(organisation_id, document.id, number, request)
        ids = [one.created_by for one in page.items]
        people = await self.people.find_people(organisation_id, ids) if ids else {}
        readers = [_who_has(document, one, people.get(one.created_by)) for one in page.items]
        return Page(readers, page.next_cursor)


def _reader(person: Person, at: datetime | None) -> Reader:
    return Reader(person.user_id, person.role, person.name, at, must=True)


def _who_has(document: Document, said: Acknowledgement, person: Person | None) -> Reader:
    """With the role they had then."""
    name = person.name if person is not None and person.is_known else None
    must = person is not None and person.is_active and _is_concerned(document, person)
    return Reader(said.created_by, said.role, name, said.created_at, must)


def _is_concerned(document: Document, person: Person) -> bool:
    return person.role in document.acknowledgers and person.actor.may_see_site(document.site_id)
