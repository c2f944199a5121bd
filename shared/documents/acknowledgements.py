"""Acknowledgements lie beside the documents of their organisation, and what somebody has still to read is found there in one look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any

from shared.documents.acknowledgement import Acknowledgement, acknowledgement_id
from shared.documents.repository import visible_to
from shared.identity.actor import Actor
from shared.identity.permissions import Role
from shared.kit.model import Moment, Wire
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query
from shared.kit.repository import Repository

MOST = 10_000  # people of one organisation
_OF_REVISION = (
    "SELECT c.createdBy FROM c WHERE c.kind = 'acknowledgement' AND c.documentId = @document AND c.revision = @revision"
)
_AMONG = "SELECT * FROM c WHERE c.kind = 'acknowledgement' AND ARRAY_CONTAINS(@ids, c.id)"


_DUE = (  # of a document what people need to choose it by, of an acknowledgement what it is about
    "c.id, c.kind, c.title, c.number, c.siteId, c.typeId, c.approvedAt, c.approved.number AS inForce, "
    "c.approved.fileName, c.approved.sizeBytes, c.documentId, c.revision"
)


class Due(Wire):
    """A document that somebody has still to acknowledge, and its revision in force."""

    id: str
    title: str
    number: str | None
    site_id: str | None
    type_id: str | None
    in_force: int
    approved_at: Moment | None = None
    file_name: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Look:
    """What one request over a stretch of ids found: documents still to be acknowledged, and where the next begins (None: nowhere)."""

    due: list[Due]
    after: str | None


class AcknowledgementRepository(Repository[Acknowledgement]):
    entity = Acknowledgement
    kind = "acknowledgement"

    async def look(self, actor: Actor, after: str, width: int) -> Look:
        """The documents after this id that ask the actor, with what the actor has acknowledged of them. One request of `width` items."""
        rows = await self.container.query(_due(actor, after, width), self.partition(actor.organisation_id), limit=width)
        return _look(rows, is_full=len(rows) == width)

    async def roles_asked(self, organisation_id: str) -> list[Role]:
        """Whom any document of the organisation asks. A request for each role."""
        return [role for role in Role if await self._asks(organisation_id, role)]

    async def list_of(
        self, organisation_id: str, document_id: str, revision: int, request: PageRequest
    ) -> Page[Acknowledgement]:
        """Of whoever acknowledged this revision, one page. Errors: CursorInvalid."""
        text = "c.documentId = @document AND c.revision = @revision"
        condition = Condition(text, {"@document": document_id, "@revision": revision})
        return await self.list_page(organisation_id, request, [condition])

    async def by_people(
        self, organisation_id: str, document_id: str, revision: int, user_ids: Sequence[str]
    ) -> dict[str, datetime]:
        """Who of these people acknowledged this revision, and when. One request."""
        ids = [acknowledgement_id(document_id, user_id, revision) for user_id in user_ids]
        query = Query(_AMONG, {"@ids": ids})
        rows = await self.container.query(query, self.partition(organisation_id), limit=len(ids)) if ids else []
        found = [Acknowledgement.from_item(row) for row in rows]
        return {one.created_by: one.created_at for one in found}

    async def everybody(self, organisation_id: str, document_id: str, revision: int) -> set[str]:
        """Ids of all who acknowledged this revision, in one request."""
        query = Query(_OF_REVISION, {"@document": document_id, "@revision": revision})
        rows = await self.container.query(query, self.partition(organisation_id), limit=MOST)
        return {row["createdBy"] for row in rows}

    async def _asks(self, organisation_id: str, role: Role) -> bool:
        conditions = asked_of(Actor("", organisation_id, role))
        parameters = {name: value for condition in conditions for name, value in condition.parameters.items()}
        clauses = " AND ".join(["c.kind = 'document'", *(condition.text for condition in conditions)])
        query = Query(f"SELECT TOP 1 c.id FROM c WHERE {clauses}", parameters)  # noqa: S608 (our own text)
        return bool(await self.container.query(query, self.partition(organisation_id), limit=1))


def asked_of(actor: Actor) -> list[Condition]:
    """Documents whose revision in force the actor's role has to acknowledge, as conditions."""
    role = None if actor.role is None else actor.role.value
    text = "(ARRAY_CONTAINS(c.typeAcknowledgers, @role) OR ARRAY_CONTAINS(c.ownAcknowledgers, @role))"
    return [Condition(text, {"@role": role}), Condition("IS_NUMBER(c.approved.number)", {}), *visible_to(actor)]


def _due(actor: Actor, after: str, width: int) -> Query:
    asked = [Condition("IS_NULL(c.trashedAt)", {}), *asked_of(actor)]
    parameters: dict[str, Any] = {"@limit": width, "@after": after, "@me": actor.user_id}
    for condition in asked:
        parameters.update(condition.parameters)
    document = " AND ".join(["c.kind = 'document'", *(condition.text for condition in asked)])
    text = (
        f"SELECT TOP @limit {_DUE} FROM c WHERE c.id > @after AND (({document}) "  # noqa: S608 (our own text)
        "OR (c.kind = 'acknowledgement' AND c.createdBy = @me)) ORDER BY c.id"
    )
    return Query(text, parameters)


def _look(rows: list[dict[str, Any]], *, is_full: bool) -> Look:
    """A document comes right before what the actor has acknowledged of it, the newest first: that one decides.

    A full look that ends with a document does not show whether it was acknowledged: the next one begins with it.
    """
    due: list[Due] = []
    for row, following in zip_longest(rows, rows[1:]):
        if row["kind"] != "document":
            continue
        if following is None and is_full:
            return Look(due, rows[-2]["id"])
        if not _settles(following, row):
            due.append(Due.model_validate(row))
    return Look(due, rows[-1]["id"] if is_full else None)


def _settles(said: dict[str, Any] | None, document: dict[str, Any]) -> bool:
    return said is not None and (said.get("documentId"), said.get("revision")) == (document["id"], document["inForce"])
