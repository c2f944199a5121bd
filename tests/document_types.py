"""Document types as tests need them: made of rules alone, or stored through the product's own service."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from unittest import mock

from azure.core.pipeline.transport import AsyncHttpResponse, HttpRequest

from local.cosmos.transport import AsyncEngineTransport
from shared.app import App
from shared.document_types.fields import FieldSpec
from shared.document_types.model import DocumentType, DocumentTypeDraft
from shared.kit.ids import new_id
from tests.people import Person

NOW = datetime(2026, 5, 4, 6, 0, tzinfo=UTC)


def a_field(kind: str = "text", **update: Any) -> FieldSpec:
    """A field with the key `it`."""
    return FieldSpec(**{"key": "it", "label": "It", "type": kind, **update})


def a_type(*fields: FieldSpec, **update: Any) -> DocumentType:
    """One that is stored nowhere."""
    facts: dict[str, Any] = {
        "id": new_id(),
        "organisation_id": new_id(),
        "created_at": NOW,
        "updated_at": NOW,
        "created_by": new_id(),
        "version": 1,
        "code": "DRL",
        "name": "Drilling programme",
        "number_pattern": "{type}-{year}-{seq:4}",
        "manual_numbers": False,
        "review_required": False,
        "acknowledgement_required": False,
        "fields": fields,
    }
    return DocumentType(**{**facts, **update})


async def a_document_type(app: App, person: Person, *fields: FieldSpec, **update: Any) -> DocumentType:
    made = a_type(*fields, **update)
    names = DocumentTypeDraft.__dataclass_fields__
    return await app.document_types.create(person.actor, DocumentTypeDraft(**{n: getattr(made, n) for n in names}))


@contextmanager
def everybody_at_once() -> Iterator[None]:
    """Each request to Cosmos lets all others go first: what runs together really meets. In one process nothing else would wait."""
    send = AsyncEngineTransport.send

    async def waiting(self: AsyncEngineTransport, request: HttpRequest, **options: Any) -> AsyncHttpResponse:
        await asyncio.sleep(0)
        return await send(self, request, **options)

    with mock.patch.object(AsyncEngineTransport, "send", waiting):
        yield
