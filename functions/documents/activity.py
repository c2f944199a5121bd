"""What happened to a document, on the wire."""

from typing import Any, Self

from pydantic import Field

from functions.documents.endpoints import READ
from shared.app import App
from shared.documents.work import SYSTEM
from shared.identity.actor import Actor
from shared.kit.http import Api, ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import Moment, Out
from shared.kit.repository import Activity

api = Api("Documents")


class ActivityOut(Out):
    id: str
    at: Moment
    type: str = Field(description="`noun.happened`, like `document.changed`; there may be further ones in future")
    by: str | None = Field(
        description="the user, the API key or, of `share_link.used` and of what guests send, the link; null: done by itself"
    )
    revision: int | None = Field(description="the revision it is about")
    data: dict[str, Any] = Field(
        description="what else is known: ids and plain values. Of `document.changed` by field before and after, of `fields` the keys"
    )

    @classmethod
    def of(cls, happened: Activity) -> Self:
        data = {name: value for name, value in happened.data.items() if name not in {"revision", "revisionId"}}
        return cls(
            id=happened.id,
            at=happened.created_at,
            type=happened.type,
            by=None if happened.created_by == SYSTEM else happened.created_by,
            revision=happened.data.get("revision"),
            data=data,
        )


class ActivityPage(PageOut):
    items: list[ActivityOut]


@api.get("v1/documents/{document_id:length(26)}/activity", summary="List what happened to a document", auth=READ)
async def list_document_activity(document_id: Id, query: ListQuery, actor: Actor, app: App) -> ActivityPage:
    """Who did what when, newest first, of the last 30 days: what is older is not kept here. What happened with links to it is
    listed for those who may share.
    """
    page = await app.documents.history.list_page(actor, document_id, query.page_request("-id"))
    return ActivityPage(items=[ActivityOut.of(one) for one in page.items], next_cursor=page.next_cursor)
