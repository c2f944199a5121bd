"""The service of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from shared.document_types.repository import DisciplineRepository, DocumentTypeRepository
from shared.document_types.service import DocumentTypeService
from shared.kit.cosmos import Container

KnownUsers = Callable[[str, Sequence[str]], Awaitable[set[str]]]


def open_document_types(
    directory: Container, known_users: KnownUsers, now: Callable[[], datetime]
) -> DocumentTypeService:
    return DocumentTypeService(DocumentTypeRepository(directory), DisciplineRepository(directory), known_users, now)
