"""Somebody says that they have read a revision: an item for each person and revision, written once (docs/adr/0017)."""

from datetime import datetime
from typing import Literal, Self

from shared.documents.revision import RevisionSummary
from shared.identity.actor import Actor
from shared.identity.permissions import Role
from shared.kit.model import Entity

_LAST = 9999


def acknowledgement_id(document_id: str, user_id: str, number: int) -> str:
    """Of document, person and revision, so that nobody says it twice. In the order of ids a person's acknowledgements of a document
    follow it, behind its revisions, from the newest on.
    """
    return f"{document_id}~{user_id}~{_LAST - number:04d}"


class Acknowledgement(Entity):
    """`created_by` has read the revision with this number and these bytes; `role` is what they were then. Never changed."""

    kind: Literal["acknowledgement"] = "acknowledgement"
    document_id: str
    revision: int
    sha256: str
    role: Role

    @classmethod
    def of(cls, actor: Actor, role: Role, document_id: str, read: RevisionSummary, now: datetime) -> Self:
        return cls(
            id=acknowledgement_id(document_id, actor.user_id, read.number),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            document_id=document_id,
            revision=read.number,
            sha256=read.sha256,
            role=role,
        )
