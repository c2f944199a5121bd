"""Documents stored before revisions were items of their own: they hold their only one inside. Read as if it had always been apart."""

from typing import Any

from shared.documents.revision import Revision, RevisionState, revision_id

_SHARED = ("organisationId", "createdAt", "updatedAt", "createdBy", "overdueAt")


def split(item: dict[str, Any]) -> dict[str, Any]:
    """The stored item with the summaries of today; `embedded` is the revision, which no item holds yet."""
    if "newest" in item:
        return item
    inside = {**item["revision"], **{name: item[name] for name in _SHARED}}
    identity = {"id": revision_id(item["id"], inside["number"]), "documentId": item["id"]}
    revision = Revision.model_validate({**inside, **identity})
    summary = revision.summary()
    current = summary if revision.state is RevisionState.READY else None
    return {**item, "newest": summary, "current": current, "embedded": revision}
